with

series_days as (
    select
        series_key,
        span_number,
        measure,
        coalesce(reported_by_actor_id, '') as reporter_key,
        date_day,
        next_day,
        stated_observation_id
    from {{ ref('int_series_days') }}
),

changed_days as (
    {{ changed_values('int_series_days', 'series_key, date_day, next_day', is_touched('(series_key, span_number)', 'int_touched_series_spans')) }}
),

changed_totals as (
    {{ changed_values('int_running_totals', 'observation_id', is_touched('observation_id', 'int_touched_running_totals')) }}
),

changed_bulletin_days as (
    {{ changed_values('int_bulletin_days', 'measure, reporter_key, as_of_date', is_touched('(measure, reporter_key, as_of_date)', 'int_touched_days')) }}
),

changed_sources as (
    {{ changed_values('int_bulletin_sources', 'measure, reporter_key, series') }}
),

changed_issues as (
    {{ changed_values('int_bulletin_issues', 'series, date_day') }}
),

sources as (
    select * from {{ ref('int_bulletin_sources') }}
    union
    {{ replaced_rows('int_bulletin_sources') }}
),

issues as (
    select * from {{ ref('int_bulletin_issues') }}
    union
    {{ replaced_rows('int_bulletin_issues') }}
),

with_other_bulletins as (
    select
        measure,
        reporter_key,
        as_of_date as date_day
    from changed_bulletin_days
    union
    select
        sources.measure,
        sources.reporter_key,
        changed_issues.date_day
    from changed_issues
    inner join sources on changed_issues.series = sources.series
    union
    select
        changed_sources.measure,
        changed_sources.reporter_key,
        issues.date_day
    from changed_sources
    inner join issues on changed_sources.series = issues.series
),

-- a day is written with the one told before it, of its span or of the one before
near_other_bulletins as (
    select
        *,
        {{ span_of('date_day') }} - unnest([0, 1]) as span_number
    from with_other_bulletins
),

touched as (
    select
        series_key,
        date_day,
        next_day
    from changed_days
    union
    select
        series_key,
        date_day,
        next_day
    from series_days
    where stated_observation_id in (select observation_id from changed_totals)
    union
    select
        series_days.series_key,
        series_days.date_day,
        series_days.next_day
    from series_days
    inner join near_other_bulletins
        on
            series_days.measure = near_other_bulletins.measure
            and series_days.reporter_key = near_other_bulletins.reporter_key
            and series_days.span_number = near_other_bulletins.span_number
            and series_days.date_day <= near_other_bulletins.date_day
            and coalesce(series_days.next_day, series_days.date_day + 1) > near_other_bulletins.date_day
),

final as (
    select distinct
        series_key,
        cast(unnest(range(
            cast(date_day as timestamp), cast(coalesce(next_day, date_day + 1) as timestamp), interval 1 day
        )) as date) as date_day
    from touched
)

select * from final
