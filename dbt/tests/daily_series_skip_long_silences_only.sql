{{ config(severity='error', meta={'dagster': {'ref': {'name': 'mart_daily_series'}}}) }}
with

-- both windows have one order, which is sorted once
silences as (
    select
        series_key,
        date_day,
        lead(date_day) over (partition by series_key order by date_day) - date_day as days_to_next,
        date_day - max(case when daily_flow is not null or stated_total is not null then date_day end) over (
            partition by series_key order by date_day rows between unbounded preceding and current row
        ) as days_silent
    from {{ ref('mart_daily_series') }}
)

select
    series_key,
    date_day,
    case
        when days_silent > 31 then 'days of a longer silence are listed'
        when days_silent is null then 'the series begins with a day that nobody told of'
        else 'days of a short silence are missing after this one'
    end as fault
from silences
where
    days_silent is null
    or days_silent > 31
    or days_to_next > 1 and (days_to_next <= 31 or days_silent > 0)
