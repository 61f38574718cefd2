{{ config(materialized='kept', kept_by='block_key', touched='int_touched_blocks') }}
{#- How many of the same key an event is compared with. -#}
{%- set reach = 5 -%}
{#- A key that more days share tells nothing. -#}
{%- set telling = 12 -%}

with

profiles as (
    select * from {{ ref('int_event_profiles') }}
),

stories as (
    select
        document_id,
        other_document_id,
        {{ story_key('document_pair') }} as block_key
    from {{ ref('int_document_stories') }}
    where {{ is_touched(story_key('document_pair'), 'int_touched_blocks') }}
),

keys as (
    select
        event_id,
        event_date,
        date_precision,
        is_undated,
        likeness,
        unnest(block_keys) as block_key
    from {{ ref('int_event_keys') }}
),

-- a key begins with its kind
blocks as (
    select * from keys
    where {{ is_touched('block_key', 'int_touched_blocks') }}
),

days as (
    select * from blocks
    where starts_with(block_key, 'day ')
),

undated_news as (
    select block_key from blocks
    where starts_with(block_key, 'news ') and event_date is null
),

-- what is dated meets what is not
news as (
    select blocks.*
    from blocks
    semi join undated_news on blocks.block_key = undated_news.block_key
),

periods as (
    select * from blocks
    where starts_with(block_key, 'period ') and date_precision <> 'day'
),

-- what many days of a month or year have in common does not tell which of them is meant
days_of_periods as (
    select days.*
    from blocks as days
    semi join periods on days.block_key = periods.block_key
    where days.date_precision = 'day'
    qualify count(*) over (partition by days.block_key) <= {{ telling }}
),

undated_weekdays as (
    select * from blocks
    where starts_with(block_key, 'weekday ') and event_date is null
),

-- they met on the Saturday, and on few Saturdays
dated_weekdays as (
    select dated.*
    from blocks as dated
    semi join undated_weekdays on dated.block_key = undated_weekdays.block_key
    where dated.event_date is not null
    qualify count(*) over (partition by dated.block_key) <= {{ telling }}
),

-- two states who met in a third one met there once, as far as the documents know, and so did many
met_once as (
    select * from blocks
    where starts_with(block_key, 'abroad ')
    qualify
        coalesce(max(event_date) over (partition by block_key) = min(event_date) over (partition by block_key), true)
        and bool_or(event_date is null) over (partition by block_key)
),

undated_pages as (
    select block_key from blocks
    where starts_with(block_key, 'undated ') and is_undated
),

-- a page without a date meets what others tell of its sum
undated as (
    select blocks.*
    from blocks
    semi join undated_pages on blocks.block_key = undated_pages.block_key
),

landmarks as (
    select * from blocks
    where starts_with(block_key, 'landmark ')
),

-- documents of one story tell the same events, even those without a name in them; one key of
-- document and family, or the planner may join all events of a family first
story_events as (
    select
        stories.block_key,
        profiles.event_id,
        stories.other_document_id || ' ' || profiles.event_family as other_key
    from stories
    inner join profiles on stories.document_id = profiles.document_id
),

document_events as (
    select
        event_id,
        document_id || ' ' || event_family as document_key
    from profiles
),

met as (
    {{ block_neighbours('days', 'event_id', 'likeness', reach) }}
    union all
    {{ block_neighbours('news', 'event_id', 'likeness', reach) }}
    union all
    {{ block_neighbours('periods', 'event_id', 'likeness', reach) }}
    union all
    select
        periods.block_key,
        least(periods.event_id, days.event_id) as id,
        greatest(periods.event_id, days.event_id) as other_id
    from periods
    inner join days_of_periods as days on periods.block_key = days.block_key
    union all
    select
        undated.block_key,
        least(undated.event_id, dated.event_id) as id,
        greatest(undated.event_id, dated.event_id) as other_id
    from undated_weekdays as undated
    inner join dated_weekdays as dated on undated.block_key = dated.block_key
    union all
    {{ block_neighbours('undated', 'event_id', 'likeness', reach) }}
    union all
    {{ block_neighbours('met_once', 'event_id', 'event_id', reach) }}
    union all
    {{ block_neighbours('landmarks', 'event_id', 'event_id', reach) }}
    union all
    select
        one.block_key,
        least(one.event_id, other.event_id) as id,
        greatest(one.event_id, other.event_id) as other_id
    from story_events as one
    inner join document_events as other on one.other_key = other.document_key
),

final as (
    select
        block_key,
        id as event_id,
        other_id as other_event_id
    from met
)

select * from final
