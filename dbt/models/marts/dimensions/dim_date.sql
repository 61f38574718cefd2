with

mentions as (
    select
        date_start,
        date_end
    from {{ ref('int_recorded_date_mentions') }}
),

document_dates as (
    select published_date from {{ ref('int_recorded_document_dates') }}
),

events as (
    select
        event_date,
        event_date_end
    from {{ ref('int_recorded_events') }}
),

observations as (
    select
        as_of_date,
        period_start,
        period_end
    from {{ ref('int_recorded_observations') }}
),

-- "will meet in May" may mean a May that no document names with its year
used as (
    select date_start as date_day from mentions
    where date_start is not null
    union all
    select date_end as date_day from mentions
    where date_end is not null
    union all
    select published_date as date_day from document_dates
    where published_date is not null
    union all
    select unnest([event_date, event_date_end]) as date_day from events
    where event_date is not null
    union all
    select unnest([as_of_date, period_start, period_end]) as date_day from observations
),

bounds as (
    select
        min(date_day) as first_day,
        max(date_day) as last_day
    from used
),

days as (
    select cast(unnest(generate_series(first_day, last_day, interval 1 day)) as date) as date_day
    from bounds
),

final as (
    select
        date_day,
        cast(strftime(date_day, '%Y%m%d') as integer) as date_key,
        cast(year(date_day) as integer) as year,
        cast(quarter(date_day) as integer) as quarter,
        cast(month(date_day) as integer) as month,
        monthname(date_day) as month_name,
        cast(isoyear(date_day) as integer) as iso_year,
        cast(weekofyear(date_day) as integer) as iso_week,
        cast(isodow(date_day) as integer) as day_of_week,
        dayname(date_day) as day_name,
        isodow(date_day) > 5 as is_weekend
    from days
)

select * from final
