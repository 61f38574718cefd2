{{ config(severity='error', meta={'dagster': {'ref': {'name': 'mart_daily_series'}}}) }}
select
    series_key,
    date_day,
    measure,
    stated_total,
    implied_total,
    gap,
    'the gap is not the stated less the implied total' as fault
from {{ ref('mart_daily_series') }}
where
    (gap is null) <> (stated_total - implied_total is null)
    or abs(gap - (stated_total - implied_total)) > 0.001
