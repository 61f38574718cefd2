with

issued as (
    select distinct
        series,
        published_date
    from {{ ref('dim_document') }}
    where document_kind = 'bulletin' and is_current and series is not null and published_date is not null
),

sequence as (
    select
        series,
        published_date as previous_bulletin_date,
        lead(published_date) over (partition by series order by published_date) as next_bulletin_date
    from issued
),

rhythms as (
    select
        series,
        bool_or(is_daily) as is_daily_series
    from {{ ref('bulletin_series') }}
    group by series
),

gaps as (
    select
        *,
        unnest(
            range(previous_bulletin_date + interval 1 day, cast(next_bulletin_date as timestamp), interval 1 day)
        ) as missing_day
    from sequence
    where next_bulletin_date - previous_bulletin_date > 1
),

final as (
    select
        gaps.series,
        cast(gaps.missing_day as date) as date_day,
        gaps.previous_bulletin_date,
        gaps.next_bulletin_date,
        cast(gaps.next_bulletin_date - gaps.previous_bulletin_date - 1 as integer) as days_missing,
        rhythms.is_daily_series
    from gaps
    inner join rhythms on gaps.series = rhythms.series
)

select * from final
order by series, date_day
