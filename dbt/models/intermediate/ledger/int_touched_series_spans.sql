with

changed_flows as (
    {{ changed_values('int_daily_flows', 'flow_key, as_of_date', is_touched('(measure, reporter_key, as_of_date)', 'int_touched_days')) }}
),

totals as (
    select
        series_key,
        flow_key,
        date_day
    from {{ ref('int_series_totals') }}
),

changed_totals as (
    {{ changed_values('int_series_totals', 'series_key, date_day') }}
),

flows as (
    select
        series_key,
        date_day
    from {{ ref('int_series_flows') }}
),

changed_days as (
    {{ changed_values('int_series_flows', 'series_key, date_day', is_touched('(flow_key, date_day)', 'int_touched_series_flows')) }}
    union
    select
        series_key,
        date_day
    from changed_totals
),

-- from when on what the totals imply is another: with a figure of the day, or after a total
changes as (
    select
        tellers.series_key,
        changed_flows.as_of_date as date_day,
        false as is_of_total
    from changed_flows
    inner join (select distinct series_key, flow_key from totals) as tellers on changed_flows.flow_key = tellers.flow_key
    union
    select
        series_key,
        date_day + 1 as date_day,
        true as is_of_total
    from changed_totals
),

beside_totals as (
    select
        *,
        max(total_day) over (in_series rows between unbounded preceding and current row) as total_before,
        min(total_day) over (in_series rows between current row and unbounded following) as next_total
    from (
        select
            series_key,
            date_day,
            is_of_total,
            cast(null as date) as total_day
        from changes
        union all
        select
            series_key,
            date_day,
            cast(null as boolean) as is_of_total,
            date_day as total_day
        from totals
        where series_key in (select series_key from changes)
    ) as points
    window in_series as (partition by series_key order by date_day, total_day nulls first)
),

runs as (
    select
        series_key,
        next_total,
        min(date_day) as first_day
    from beside_totals
    where is_of_total or (not is_of_total and total_before is not null)
    group by series_key, next_total
),

last_days as (
    select
        series_key,
        max(date_day) as last_day
    from flows
    where series_key in (select series_key from runs where next_total is null)
    group by series_key
),

run_spans as (
    select
        runs.series_key,
        {{ spans_between('runs.first_day', 'coalesce(runs.next_total, last_days.last_day)') }} as span_number
    from runs
    left join last_days on runs.series_key = last_days.series_key
),

final as (
    select
        series_key,
        span_number
    from run_spans
    union
    select
        series_key,
        {{ span_of('date_day') }} as span_number
    from changed_days
    union
    -- the day told before it has another one after it
    select
        series_key,
        {{ span_of('date_day') }} - 1 as span_number
    from changed_days
)

select * from final
