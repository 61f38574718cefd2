{{ config(materialized='kept', kept_by=['series_key', 'span_number'], touched='int_touched_series_spans', remembered=true) }}

with

daily_flows as (
    select
        flow_key,
        measure,
        nullif(reporter_key, '') as reported_by_actor_id,
        location_id,
        currency,
        as_of_date as date_day,
        {{ span_of('as_of_date') }} as span_number,
        bulletin_flow
    from {{ ref('int_daily_flows') }}
    where bulletin_flow is not null
),

totals as (
    select
        *,
        {{ span_of('date_day') }} as span_number
    from {{ ref('int_series_totals') }}
),

-- a series that is alone has all figures
series_alone as (
    select distinct
        series_key,
        flow_key,
        measure,
        flow_measure,
        base_date
    from totals
    where is_alone
),

-- of several each has those around its totals, and all between two that are near to each other
terms as (
    select
        *,
        {{ first_day_of_total() }} as first_day,
        {{ end_of_total() }} as end_day
    from totals
    where not is_alone
),

term_spans as (
    select
        * exclude (span_number),
        {{ spans_between('first_day', 'end_day') }} as span_number
    from terms
),

-- a day's part of its series, and those in which the next day may be told
touched_term_spans as (
    select * from term_spans
    where
        {{ is_touched('(series_key, span_number)', 'int_touched_series_spans') }}
        or {{ is_touched('(series_key, span_number - 1)', 'int_touched_series_spans') }}
),

other_flows as (
    select
        *,
        flow_key || '|' as series_key
    from daily_flows
    where
        {{ is_touched("(flow_key || '|', span_number)", 'int_touched_series_spans') }}
        or {{ is_touched("(flow_key || '|', span_number - 1)", 'int_touched_series_spans') }}
),

-- agreements told beside the settlements that joined are a series of their own, too
taken as (
    select
        other_flows.flow_key,
        other_flows.date_day
    from other_flows
    inner join series_alone
        on other_flows.flow_key = series_alone.flow_key and other_flows.measure = series_alone.measure
    union
    select
        other_flows.flow_key,
        other_flows.date_day
    from other_flows
    inner join term_spans
        on
            other_flows.flow_key = term_spans.flow_key
            and other_flows.measure = term_spans.measure
            and other_flows.span_number = term_spans.span_number
            and other_flows.date_day >= term_spans.first_day
            and other_flows.date_day < term_spans.end_day
),

-- where totals grow by the figures of another measure, those of their own are in no series
left_out as (
    select distinct series_key from totals
    where measure <> flow_measure
),

flows as (
    select
        series_alone.series_key,
        series_alone.measure,
        series_alone.flow_measure,
        series_alone.base_date,
        daily_flows.* exclude (measure)
    from series_alone
    inner join daily_flows on series_alone.flow_key = daily_flows.flow_key
    where
        {{ is_touched('(series_alone.series_key, daily_flows.span_number)', 'int_touched_series_spans') }}
        or {{ is_touched('(series_alone.series_key, daily_flows.span_number - 1)', 'int_touched_series_spans') }}
    union all by name
    select
        touched_term_spans.series_key,
        touched_term_spans.measure,
        touched_term_spans.flow_measure,
        touched_term_spans.base_date,
        daily_flows.* exclude (measure)
    from touched_term_spans
    inner join daily_flows
        on
            touched_term_spans.flow_key = daily_flows.flow_key
            and touched_term_spans.span_number = daily_flows.span_number
            and touched_term_spans.first_day <= daily_flows.date_day
            and touched_term_spans.end_day > daily_flows.date_day
    union all by name
    -- what has no totals, or is told far from those of several series, is a series of daily figures
    select
        other_flows.*,
        other_flows.measure as flow_measure,
        cast(null as date) as base_date
    from other_flows
    anti join taken on other_flows.flow_key = taken.flow_key and other_flows.date_day = taken.date_day
    anti join left_out on other_flows.series_key = left_out.series_key
),

told_days as (
    select
        coalesce(flows.series_key, totals.series_key) as series_key,
        coalesce(flows.span_number, totals.span_number) as span_number,
        coalesce(flows.flow_key, totals.flow_key) as flow_key,
        coalesce(flows.measure, totals.measure) as measure,
        coalesce(flows.flow_measure, totals.flow_measure) as flow_measure,
        coalesce(flows.reported_by_actor_id, totals.reported_by_actor_id) as reported_by_actor_id,
        coalesce(flows.location_id, totals.location_id) as location_id,
        coalesce(flows.currency, totals.currency) as currency,
        coalesce(flows.base_date, totals.base_date) as base_date,
        coalesce(flows.date_day, totals.date_day) as date_day,
        cast(flows.bulletin_flow as double) as daily_flow,
        totals.value as stated_total,
        totals.observation_id as stated_observation_id
    from flows
    full join totals on flows.series_key = totals.series_key and flows.date_day = totals.date_day
),

beside_totals as (
    select
        *,
        lead(date_day) over in_series as next_day,
        -- the last total before the day
        max(case when stated_total is not null then struct_pack(date_day := date_day, total := stated_total) end)
            over (in_series rows between unbounded preceding and 1 preceding) as before
    from told_days
    window in_series as (partition by series_key order by date_day)
),

told as (
    select * from beside_totals
    where {{ is_touched('(series_key, span_number)', 'int_touched_series_spans') }}
),

-- what came between a total and a day is a difference of what came up to them
points as (
    select distinct
        flow_key,
        date_day
    from told
    where before is not null
    union
    select distinct
        flow_key,
        before.date_day
    from told
    where before is not null
),

limits as (
    select
        flow_key,
        min(date_day) as first_day,
        max(date_day) as last_day
    from points
    group by flow_key
),

so_far as (
    select
        flow_key,
        date_day,
        sum(sum(flow)) over (partition by flow_key order by date_day) as flow
    from (
        select
            daily_flows.flow_key,
            daily_flows.date_day,
            daily_flows.bulletin_flow as flow
        from daily_flows
        inner join limits
            on daily_flows.flow_key = limits.flow_key and daily_flows.date_day between limits.first_day and limits.last_day
        union all
        select
            flow_key,
            date_day,
            0 as flow
        from points
    ) as flows_and_points
    group by flow_key, date_day
),

final as (
    select
        told.series_key,
        told.span_number,
        told.measure,
        told.flow_measure,
        told.reported_by_actor_id,
        told.location_id,
        told.currency,
        told.base_date,
        told.date_day,
        case when told.next_day - told.date_day <= {{ longest_silence_days() }} then told.next_day end as next_day,
        told.daily_flow,
        told.stated_total,
        told.stated_observation_id,
        told.before.total + cast(now.flow - earlier.flow as double) as implied_total,
        case when told.stated_total is not null then cast(told.date_day - told.before.date_day as integer) end as gap_days
    from told
    left join so_far as now on told.flow_key = now.flow_key and told.date_day = now.date_day
    left join so_far as earlier on told.flow_key = earlier.flow_key and told.before.date_day = earlier.date_day
)

select * from final
