{{ config(materialized='kept', kept_by='document_id', touched='int_touched_profiles', remembered=true) }}

with

profiles as (
    select * from {{ ref('int_event_profiles') }}
    where {{ is_touched('document_id', 'int_touched_profiles') }}
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

-- who, where, in what words: one of them two tellings share
traits as (
    select
        profiles.*,
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

news as (
    select
        *,
        -- what is told again a month later was news on its day
        case when event_date < published_date - 4 or published_date is null then event_date else published_date end as news_date
    from traits
    where event_date is null or date_precision = 'day'
),

keys as (
    select
        event_id,
        concat_ws(' ', 'day', event_family, trait, unnest(list_distinct([event_date, event_date_end]))) as block_key
    from traits
    where date_precision = 'day'
    union
    -- news without a day meets the news of its week and the next, dated or not
    select
        event_id,
        concat_ws(
            ' ', 'news', event_family, trait,
            unnest([date_trunc('week', news_date), date_trunc('week', news_date) + interval 7 day])
        ) as block_key
    from news
    where news_date is not null and (event_date is null or published_date is null or event_date <= published_date)
    union
    select
        event_id,
        concat_ws(' ', 'period', event_family, trait, unnest(list_distinct([
            case when date_precision in ('day', 'week', 'month') then strftime(event_date, '%Y-%m') end,
            case when date_precision in ('day', 'week', 'month') then strftime(event_date_end, '%Y-%m') end,
            strftime(event_date, '%Y'),
            strftime(event_date_end, '%Y')
        ]))) as block_key
    from traits
    where event_date is not null
    union
    -- two who met on the Saturday of an undated page
    select
        event_id,
        concat_ws(' ', 'weekday', event_family, trait, weekday) as block_key
    from traits
    where weekday is not null and (event_date is null and published_date is null or date_precision = 'day')
    union
    -- two states who met in a third one: "the summit in Helsinki"
    select
        event_id,
        concat_ws(' ', 'abroad', event_family, site_id, array_to_string(state_ids, ' ')) as block_key
    from profiles
    where
        event_type = 'CONSULT'
        and is_spot
        and len(state_ids) = 2
        and not list_contains(state_ids, 'state ' || country_iso3)
        and date_precision in ('day', 'unknown')
    union
    -- three states or more: "the ministers of the four met"
    select
        event_id,
        concat_ws(' ', 'abroad', event_family, array_to_string(state_ids, ' ')) as block_key
    from profiles
    where event_type = 'CONSULT' and len(state_ids) >= 3 and date_precision in ('day', 'unknown')
    union
    -- what a page without a date tells of a sum
    select
        event_id,
        concat_ws(' ', 'undated', event_family, unnest(party_ids[1:4]), figure) as block_key
    from (
        select
            event_id,
            event_family,
            party_ids,
            unnest({{ sums_of_figures('figures') }}) as figure
        from profiles
    ) as sums
    union
    select
        event_id,
        'landmark ' || landmark_id as block_key
    from profiles
    where landmark_id is not null
),

listed as (
    select
        event_id,
        list(block_key order by block_key) as block_keys
    from keys
    group by event_id
),

final as (
    select
        profiles.event_id,
        profiles.document_id,
        profiles.event_family,
        profiles.event_date,
        profiles.date_precision,
        profiles.event_date is null and profiles.published_date is null as is_undated,
        concat_ws(' ', array_to_string(profiles.party_ids, ' '), profiles.site_id, wordings.least_word, profiles.event_id) as likeness,
        coalesce(listed.block_keys, []) as block_keys
    from profiles
    left join wordings on profiles.event_id = wordings.event_id
    left join listed on profiles.event_id = listed.event_id
)

select * from final
