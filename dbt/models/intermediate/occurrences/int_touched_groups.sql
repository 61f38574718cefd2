with recursive

-- the tellings of a landmark are one group, linked or not; so was one that is told otherwise now
named as (
    select
        event_id,
        landmark_id
    from {{ ref('int_event_profiles') }}
    where landmark_id is not null
    union
    select
        event_id,
        landmark_id
    from ({{ replaced_rows('int_event_profiles') }}) as profiles_before
    where landmark_id is not null
),

landmarks as (
    select
        event_id,
        min(event_id) over (partition by landmark_id) as first_event_id
    from named
),

links as (
    select
        event_id,
        other_event_id
    from {{ ref('int_event_links') }}
    union all
    select
        other_event_id as event_id,
        event_id as other_event_id
    from {{ ref('int_event_links') }}
    union all
    select
        event_id,
        first_event_id as other_event_id
    from landmarks
    union all
    select
        first_event_id as event_id,
        event_id as other_event_id
    from landmarks
),

begun as (
    {{ changed_values('int_event_profiles', 'event_id', is_touched('document_id', 'int_touched_profiles')) }}
    union
    {{ changed_values('int_event_links', 'event_id', is_touched('document_pair', 'int_touched_comparisons')) }}
    union
    {{ changed_values('int_event_links', 'other_event_id', is_touched('document_pair', 'int_touched_comparisons')) }}
),

-- to the end of all chains of links
reached as (
    select event_id from begun
    union
    select links.other_event_id as event_id
    from reached
    inner join links on reached.event_id = links.event_id
)

select * from reached
