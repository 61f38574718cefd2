{#- How many of the same key an event is compared with. -#}
{%- set reach = 5 -%}
{#- A key that more days share tells nothing. -#}
{%- set telling = 12 -%}

with

profiles as (
    select * from {{ ref('int_event_profiles') }}
),

stories as (
    select * from {{ ref('int_document_stories') }}
),

words as (
    select
        event_id,
        unnest(words) as word
    from profiles
),

-- a word of many events is numbered once
word_numbers as (
    select
        word,
        cast(md5_number_lower(word) % 2147483647 as ubigint) as word_number
    from words
    group by word
),

numbered_words as (
    select
        words.event_id,
        word_numbers.word_number
    from words
    inner join word_numbers on words.word = word_numbers.word
),

wordings as (
    select
        event_id,
        min(word_number) as least_word,
        min((word_number * 1102577251 + 271828183) % 2147483647) as second_word,
        min((word_number * 1500450271 + 314159265) % 2147483647) as third_word,
        min((word_number * 1299709099 + 141421356) % 2147483647) as fourth_word
    from numbered_words
    group by event_id
),

-- who, where, in what words: one of them two tellings share; what stands alike stands side by side
traits as (
    select
        profiles.event_id,
        profiles.event_family,
        profiles.event_date,
        profiles.event_date_end,
        profiles.date_precision,
        profiles.published_date,
        profiles.weekday,
        concat_ws(' ', array_to_string(profiles.party_ids, ' '), profiles.site_id, wordings.least_word, profiles.event_id) as likeness,
        unnest(list_concat(
            profiles.party_ids[1:4],
            list_transform(profiles.area_ids[1:1], lambda area: 'at ' || area),
            [
                concat_ws(' ', 'words', wordings.least_word, wordings.second_word),
                concat_ws(' ', 'words', wordings.third_word, wordings.fourth_word)
            ]
        )) as trait
    from profiles
    left join wordings on profiles.event_id = wordings.event_id
),

day_keys as (
    select
        event_id,
        likeness,
        concat_ws(' ', event_family, trait, unnest(list_distinct([event_date, event_date_end]))) as block_key
    from traits
    where date_precision = 'day'
),

-- news without a day meets the news of its week and the next, dated or not
news_keys as (
    select
        event_id,
        likeness,
        event_date is null as is_undated,
        concat_ws(
            ' ', event_family, trait,
            unnest([date_trunc('week', news_date), date_trunc('week', news_date) + interval 7 day])
        ) as block_key
    from (
        select
            *,
            -- what is told again a month later was news on its day
            case when event_date < published_date - 4 or published_date is null then event_date else published_date end as news_date
        from traits
        where event_date is null or date_precision = 'day'
    ) as news
    where news_date is not null and (event_date is null or published_date is null or event_date <= published_date)
),

undated_news as (
    select * from news_keys
    where is_undated
),

news_with_undated as (
    select news_keys.*
    from news_keys
    semi join undated_news on news_keys.block_key = undated_news.block_key
),

period_keys as (
    select
        event_id,
        likeness,
        date_precision <> 'day' as is_period,
        concat_ws(' ', event_family, trait, unnest(list_distinct([
            case when date_precision in ('day', 'week', 'month') then strftime(event_date, '%Y-%m') end,
            case when date_precision in ('day', 'week', 'month') then strftime(event_date_end, '%Y-%m') end,
            strftime(event_date, '%Y'),
            strftime(event_date_end, '%Y')
        ]))) as block_key
    from traits
    where event_date is not null
),

periods as (
    select * from period_keys
    where is_period
),

-- what many days of a month or year have in common does not tell which of them is meant
days_of_periods as (
    select days.*
    from period_keys as days
    semi join periods on days.block_key = periods.block_key
    where not days.is_period
    qualify count(*) over (partition by days.block_key) <= {{ telling }}
),

-- two who met on the Saturday of an undated page, and on few Saturdays
weekday_keys as (
    select
        event_id,
        event_date,
        concat_ws(' ', event_family, trait, weekday) as block_key
    from traits
    where weekday is not null and (event_date is null and published_date is null or date_precision = 'day')
),

undated_weekdays as (
    select * from weekday_keys
    where event_date is null
),

dated_weekdays as (
    select weekday_keys.*
    from weekday_keys
    semi join undated_weekdays on weekday_keys.block_key = undated_weekdays.block_key
    where weekday_keys.event_date is not null
    qualify count(*) over (partition by weekday_keys.block_key) <= {{ telling }}
),

-- two states who met in a third one met there once, as far as the documents know: "the summit in Helsinki"
abroad_keys as (
    select
        event_id,
        event_date,
        concat_ws(' ', event_family, site_id, array_to_string(state_ids, ' ')) as likeness,
        concat_ws(' ', event_family, site_id, array_to_string(state_ids, ' ')) as block_key
    from profiles
    where
        event_type = 'CONSULT'
        and is_spot
        and len(state_ids) = 2
        and not list_contains(state_ids, 'state ' || country_iso3)
        and date_precision in ('day', 'unknown')
),

met_once as (
    select * from abroad_keys
    qualify
        coalesce(max(event_date) over (partition by block_key) = min(event_date) over (partition by block_key), true)
        and bool_or(event_date is null) over (partition by block_key)
),

-- documents of one story tell the same events, even those without a name in them; one key of
-- document and family, or the planner may join all events of a family first
story_events as (
    select
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

story_pairs as (
    select
        least(one.event_id, other.event_id) as id,
        greatest(one.event_id, other.event_id) as other_id
    from story_events as one
    inner join document_events as other on one.other_key = other.document_key
),

candidates as (
    {{ block_neighbours('day_keys', 'event_id', 'likeness', reach) }}
    union
    {{ block_neighbours('news_with_undated', 'event_id', 'likeness', reach) }}
    union
    {{ block_neighbours('periods', 'event_id', 'likeness', reach) }}
    union
    select
        least(periods.event_id, days.event_id) as id,
        greatest(periods.event_id, days.event_id) as other_id
    from periods
    inner join days_of_periods as days on periods.block_key = days.block_key
    union
    select
        least(undated.event_id, dated.event_id) as id,
        greatest(undated.event_id, dated.event_id) as other_id
    from undated_weekdays as undated
    inner join dated_weekdays as dated on undated.block_key = dated.block_key
    union
    {{ block_neighbours('met_once', 'event_id', 'likeness, event_id', reach) }}
    union
    select
        id,
        other_id
    from story_pairs
),

-- what two tellings may be kept apart by
claims as (
    select
        event_id,
        document_id,
        event_type,
        modality,
        event_date,
        event_date_end,
        published_date,
        weekday,
        country_iso3,
        site_id,
        area_ids,
        actor_ids,
        person_ids,
        state_ids,
        source_ids,
        source_state_ids
    from profiles
),

-- written out, or the planner may compare all events with all before it looks at the candidates
compared as materialized (
    select
        candidates.id,
        candidates.other_id,
        one,
        other
    from candidates
    inner join claims as one on candidates.id = one.event_id
    inner join claims as other on candidates.other_id = other.event_id
),

final as (
    select
        id as event_id,
        other_id as other_event_id
    from compared
    where one.document_id <> other.document_id and not {{ tellings_conflict('compared.one', 'compared.other') }}
)

select * from final
