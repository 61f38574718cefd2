with

period_terms as (
    select
        sentence_id,
        document_id,
        char_start,
        token_start,
        token_end,
        term_class,
        -- "in the same period" is the day in a bulletin of the day only
        term_key = 'the same period' as is_same
    from {{ ref('int_term_mentions') }}
    where term_class in ('last_24h', 'cumulative', 'past_week', 'per_day', 'since_week', 'since_month', 'since_year')
),

tokens as not materialized (
    select
        sentence_id,
        token_number,
        token_key
    from {{ ref('int_tokens') }}
),

dates as (
    select * from {{ ref('int_date_mentions') }}
    where date_start is not null
),

document_dates as (
    select * from {{ ref('int_document_dates') }}
),

since_dates as (
    select
        dates.sentence_id,
        dates.document_id,
        dates.char_start,
        dates.token_start - 1 as token_start,
        dates.token_end,
        -- nothing is counted since a day to come
        case
            when not dates.has_year and dates.date_start > document_dates.published_date then cast(dates.date_start - interval 1 year as date)
            else dates.date_start
        end as date_start
    from dates
    inner join tokens as before
        on dates.sentence_id = before.sentence_id and before.token_number between dates.token_start - 3 and dates.token_start - 1
    left join document_dates on dates.document_id = document_dates.document_id
    left join tokens as behind
        on dates.sentence_id = behind.sentence_id and behind.token_number = dates.token_end + 1
    left join tokens as second
        on dates.sentence_id = second.sentence_id and second.token_number = dates.token_end + 2
    where
        (
            before.token_key in ('since', 'с')
            and coalesce(behind.token_key <> 'по', true)
            -- "с 3 по 9 апреля" has an end
            and not (dates.date_precision = 'day' and dates.date_end > dates.date_start)
        )
        -- "from 30 September 2015 to date"
        or (
            before.token_key in ('from', 'after', 'beginning', 'starting')
            and before.token_number = dates.token_start - 1
            and (
                behind.token_key in ('onwards', 'onward', 'on')
                or (
                    behind.token_key in ('to', 'till', 'until', 'through', 'up')
                    and second.token_key in ('date', 'now', 'present', 'the', 'today', 'this', 'to')
                )
            )
        )
    qualify row_number() over (partition by dates.sentence_id, dates.token_start order by before.token_number desc) = 1
),

-- "the conflict that broke out in March 2011 has left 360,000 dead": counted from then on
outbreaks as (
    select distinct
        dates.sentence_id,
        dates.document_id,
        dates.char_start,
        dates.token_start - 1 as token_start,
        dates.token_end,
        dates.date_start
    from dates
    inner join tokens as verbs
        on dates.sentence_id = verbs.sentence_id and verbs.token_number between dates.token_start - 3 and dates.token_start - 2
    inner join tokens as matter
        on dates.sentence_id = matter.sentence_id and matter.token_number between verbs.token_number - 7 and verbs.token_number - 1
    anti join since_dates on dates.sentence_id = since_dates.sentence_id and dates.token_end = since_dates.token_end
    where
        dates.has_year
        and not dates.is_relative
        and verbs.token_key in ({{ words("words_of_beginning") }})
        and matter.token_key in ({{ words("words_of_war") }})
),

final as (
    select
        sentence_id,
        document_id,
        char_start,
        token_start,
        token_end,
        term_class as mark,
        is_same,
        cast(null as date) as date_start
    from period_terms
    where not starts_with(term_class, 'since')
    union all
    -- "since the start of the month": the month of the document's day
    select
        period_terms.sentence_id,
        period_terms.document_id,
        period_terms.char_start,
        period_terms.token_start,
        period_terms.token_end,
        'since' as mark,
        false as is_same,
        cast(date_trunc(split_part(period_terms.term_class, '_', 2), document_dates.published_date) as date) as date_start
    from period_terms
    left join document_dates on period_terms.document_id = document_dates.document_id
    where starts_with(period_terms.term_class, 'since')
    union all
    select
        sentence_id,
        document_id,
        char_start,
        token_start,
        token_end,
        'since' as mark,
        false as is_same,
        date_start
    from (
        select * from since_dates
        union all
        select * from outbreaks
    ) as starts
)

select * from final
