-- Running totals of returns: what was stated, what the daily figures make, and the gap.
select
    mart_daily_series.date_day,
    mart_daily_series.measure,
    mart_daily_series.base_date as counted_since,
    mart_daily_series.stated_total,
    mart_daily_series.implied_total,
    mart_daily_series.gap,
    mart_daily_series.gap_days
from marts.mart_daily_series
where mart_daily_series.measure like '%returned%' and mart_daily_series.stated_total is not null
order by mart_daily_series.measure, mart_daily_series.base_date, mart_daily_series.date_day
