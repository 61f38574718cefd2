-- Running totals of returns: what was stated, what the daily figures make, and the gap.
select
    mart_daily_series.date_day,
    mart_daily_series.measure,
    dim_actor.actor_name as counted_by,
    coalesce(dim_location.location_name, 'all places') as place,
    mart_daily_series.base_date as counted_since,
    mart_daily_series.stated_total,
    mart_daily_series.implied_total,
    mart_daily_series.gap,
    mart_daily_series.gap_days
from marts.mart_daily_series
left join marts.dim_actor on mart_daily_series.reported_by_actor_id = dim_actor.actor_id
left join marts.dim_location on mart_daily_series.location_id = dim_location.location_id
where mart_daily_series.measure like '%returned%' and mart_daily_series.stated_total is not null
order by mart_daily_series.measure, mart_daily_series.base_date, mart_daily_series.date_day, mart_daily_series.series_key
