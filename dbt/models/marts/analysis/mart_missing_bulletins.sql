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

-- a series of which no two bulletins are a day apart may not be a daily one
rhythms as (
    select
        series,
        min(next_bulletin_date - previous_bulletin_date) as shortest_interval
    from sequence
    group by series
),

gaps as (
    select
        *,
        unnest(
            generate_series(previous_bulletin_date + interval 1 day, next_bulletin_date - interval 1 day, interval 1 day)
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
        rhythms.shortest_interval = 1 as is_daily_series
    from gaps
    inner join rhythms on gaps.series = rhythms.series
)

select * from final
order by series, date_day
