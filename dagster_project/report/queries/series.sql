-- Days on which a bulletin states a daily figure or a running total, with the total that the figures since the last
-- statement imply. One row a series and such a day.
select
    dense_rank() over (order by series_key) as series,
    measure,
    flow_measure,
    reported_by_actor_id,
    location_id,
    currency,
    date_day,
    daily_flow,
    stated_total,
    implied_total,
    gap,
    status
from marts.mart_daily_series
where daily_flow is not null or stated_total is not null
order by date_day desc, mart_daily_series.series_key
limit $series
