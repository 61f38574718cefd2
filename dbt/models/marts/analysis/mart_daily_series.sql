{{ config(materialized='kept', kept_by=['series_key', 'date_day'], touched='int_touched_series_days') }}

with

told as (
    select * from {{ ref('int_series_days') }}
    where {{ is_touched('(series_key, date_day)', 'int_touched_series_days') }}
),

totals as (
    select
        observation_id,
        status
    from {{ ref('int_running_totals') }}
),

-- each day to the next one told; of what is heard of again after years not every day
days as (
    select
        * exclude (next_day, span_number),
        coalesce(reported_by_actor_id, '') as reporter_key
    from told
    union all by name
    select
        series_key,
        measure,
        flow_measure,
        reported_by_actor_id,
        location_id,
        currency,
        base_date,
        cast(unnest(range(
            cast(date_day as timestamp) + interval 1 day, cast(next_day as timestamp), interval 1 day
        )) as date) as date_day,
        coalesce(stated_total, implied_total) as implied_total,
        coalesce(reported_by_actor_id, '') as reporter_key
    from told
    where next_day is not null
),

reported_days as (
    select distinct
        measure,
        reporter_key,
        date_day
    from days
),

-- which bulletins could have told the figure of a day
bulletin_days as (
    select
        reported_days.measure,
        reported_days.reporter_key,
        reported_days.date_day
    from reported_days
    inner join {{ ref('int_bulletin_sources') }} as sources
        on reported_days.measure = sources.measure and reported_days.reporter_key = sources.reporter_key
    inner join {{ ref('int_bulletin_issues') }} as issues
        on sources.series = issues.series and reported_days.date_day = issues.date_day
    union
    select
        measure,
        reporter_key,
        as_of_date as date_day
    from {{ ref('int_bulletin_days') }}
),

final as (
    select
        days.series_key,
        days.measure,
        days.flow_measure,
        days.reported_by_actor_id,
        days.location_id,
        days.currency,
        days.base_date,
        days.date_day,
        days.daily_flow,
        days.stated_total,
        days.implied_total,
        round(days.stated_total - days.implied_total, 6) as gap,
        days.gap_days,
        totals.status,
        bulletin_days.date_day is not null as has_bulletin
    from days
    left join bulletin_days
        on
            days.measure = bulletin_days.measure
            and days.reporter_key = bulletin_days.reporter_key
            and days.date_day = bulletin_days.date_day
    left join totals on days.stated_observation_id = totals.observation_id
)

select * from final
