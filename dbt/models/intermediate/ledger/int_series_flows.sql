{{ config(materialized='kept', kept_by=['flow_key', 'date_day'], touched='int_touched_series_flows', remembered=true) }}

with

daily_flows as (
    select
        flow_key,
        measure,
        nullif(reporter_key, '') as reported_by_actor_id,
        location_id,
        as_of_date as date_day,
        {{ span_of('as_of_date') }} as span_number,
        cast(bulletin_flow as double) as daily_flow
    from {{ ref('int_daily_flows') }}
    where bulletin_flow is not null and {{ is_touched('(flow_key, as_of_date)', 'int_touched_series_flows') }}
),

totals as (
    select * from {{ ref('int_series_totals') }}
),

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

-- the days around a series' totals, and all between two that are near to each other
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
        *,
        {{ spans_between('first_day', 'end_day') }} as span_number
    from terms
),

with_totals as (
    select
        series_alone.series_key,
        series_alone.measure,
        series_alone.flow_measure,
        series_alone.base_date,
        daily_flows.* exclude (measure)
    from series_alone
    inner join daily_flows on series_alone.flow_key = daily_flows.flow_key
    union all by name
    select
        term_spans.series_key,
        term_spans.measure,
        term_spans.flow_measure,
        term_spans.base_date,
        daily_flows.* exclude (measure)
    from term_spans
    inner join daily_flows
        on term_spans.flow_key = daily_flows.flow_key and term_spans.span_number = daily_flows.span_number
    where daily_flows.date_day >= term_spans.first_day and daily_flows.date_day < term_spans.end_day
),

-- agreements told beside the settlements that joined are a series of their own, too
taken as (
    select
        flow_key,
        date_day
    from with_totals
    where measure = flow_measure
),

-- where totals grow by the figures of another measure, those of their own are in no series
left_out as (
    select distinct series_key from totals
    where measure <> flow_measure
),

-- what has no totals, or is told far from those of several series, is a series of daily figures
others as (
    select
        daily_flows.*,
        daily_flows.flow_key || '|' as series_key,
        daily_flows.measure as flow_measure,
        cast(null as date) as base_date
    from daily_flows
    anti join taken on daily_flows.flow_key = taken.flow_key and daily_flows.date_day = taken.date_day
    anti join left_out on daily_flows.flow_key || '|' = left_out.series_key
),

final as (
    select * from with_totals
    union all by name
    select * from others
)

select * from final
