-- Spans of days without a bulletin of a series that appears daily, latest first. One row a series and span.
select
    series,
    min(date_day) as first_day,
    max(date_day) as last_day,
    count(*) as days
from marts.mart_missing_bulletins
where is_daily_series
group by series, previous_bulletin_date, next_bulletin_date
order by last_day desc, series
limit $missing
