{{ config(materialized='kept', kept_by=['series_key', 'span_number'], touched='int_touched_series_spans', remembered=true) }}

with

-- with the days told next
flows as (
    select * from {{ ref('int_series_flows') }}
    where
        {{ is_touched('(series_key, span_number)', 'int_touched_series_spans') }}
        or {{ is_touched('(series_key, span_number - 1)', 'int_touched_series_spans') }}
),

-- and the totals before
totals as (
    select
        *,
        {{ span_of('date_day') }} as span_number
    from {{ ref('int_series_totals') }}
),

daily_flows as (
    select
        flow_key,
        as_of_date as date_day,
        bulletin_flow
    from {{ ref('int_daily_flows') }}
    where bulletin_flow is not null
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
        coalesce(flows.base_date, totals.base_date) as base_date,
        coalesce(flows.date_day, totals.date_day) as date_day,
        flows.daily_flow,
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

terms as (
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
        inner join terms
            on daily_flows.flow_key = terms.flow_key and daily_flows.date_day between terms.first_day and terms.last_day
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
