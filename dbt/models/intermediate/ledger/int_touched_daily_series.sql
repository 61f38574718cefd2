with

series as (
    select
        stream_key,
        measure,
        coalesce(reported_by_actor_id, '') as reporter_key,
        date_day
    from {{ ref('int_daily_series') }}
),

changed_days as (
    {{ changed_values('int_bulletin_days', 'measure, reporter_key, date_day') }}
),

final as (
    select stream_key from {{ ref('int_touched_streams') }}
    union
    select series.stream_key
    from series
    inner join changed_days
        on
            series.measure = changed_days.measure
            and series.reporter_key = changed_days.reporter_key
            and series.date_day = changed_days.date_day
)

select * from final
