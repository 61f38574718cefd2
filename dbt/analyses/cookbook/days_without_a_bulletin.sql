-- Which days of a daily series have no bulletin.
select
    mart_missing_bulletins.series,
    mart_missing_bulletins.previous_bulletin_date as after_day,
    mart_missing_bulletins.next_bulletin_date as before_day,
    count(*) as days_missing
from marts.mart_missing_bulletins
where mart_missing_bulletins.is_daily_series
group by all
order by days_missing desc, mart_missing_bulletins.series, after_day
