{{ config(materialized='kept', kept_by='stream_key', touched='int_touched_daily_series') }}

with

days as (
    select * from {{ ref('int_daily_series') }}
    where {{ is_touched('stream_key', 'int_touched_daily_series') }}
),

bulletin_days as (
    select * from {{ ref('int_bulletin_days') }}
),

final as (
    select
        days.series_key,
        days.stream_key,
        days.measure,
        days.flow_measure,
        days.reported_by_actor_id,
        days.location_id,
        days.base_date,
        days.date_day,
        days.daily_flow,
        days.stated_total,
        days.implied_total,
        days.gap,
        days.gap_days,
        days.status,
        bulletin_days.date_day is not null as has_bulletin
    from days
    left join bulletin_days
        on
            days.measure = bulletin_days.measure
            and coalesce(days.reported_by_actor_id, '') = bulletin_days.reporter_key
            and days.date_day = bulletin_days.date_day
)

select * from final
