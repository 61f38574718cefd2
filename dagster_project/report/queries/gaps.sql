-- Spans of days without any bulletin that could have told the measure's daily figure. One row a measure and span.
with

days as (
    select
        flow_measure as measure,
        date_day,
        bool_or(has_bulletin) as has_bulletin
    from marts.mart_daily_series
    where location_id is null
    group by flow_measure, date_day
),

missing as (
    select
        measure,
        date_day,
        date_day - cast(row_number() over (partition by measure order by date_day) as integer) as span
    from days
    where not has_bulletin
)

select
    measure,
    min(date_day) as first_day,
    max(date_day) as last_day,
    count(*) as days
from missing
group by measure, span
order by last_day desc, measure
limit $gaps
