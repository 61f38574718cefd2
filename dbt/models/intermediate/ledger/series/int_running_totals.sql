{{ config(materialized='kept', kept_by='observation_id', touched='int_touched_running_totals', remembered=true) }}

with

statements as (
    select * from {{ ref('int_running_total_statements') }}
),

daily_flows as (
    select
        flow_key,
        as_of_date,
        flow
    from {{ ref('int_daily_flows') }}
),

sequence as (
    select
        *,
        lag(value) over in_series as opening,
        lag(as_of_date) over in_series as previous_date,
        lag(document_id) over in_series as previous_document_id
    from statements
    window in_series as (partition by series_key order by as_of_date)
),

continued as (
    select * from sequence
    where previous_date is not null and {{ is_touched('observation_id', 'int_touched_running_totals') }}
),

spans as (
    select
        flow_key,
        min(previous_date) as first_date,
        max(as_of_date) as last_date
    from continued
    group by flow_key
),

-- all flow up to a day, so that what came between two days is a difference
points as (
    select
        daily_flows.flow_key,
        daily_flows.as_of_date,
        daily_flows.flow,
        1 as flow_days
    from daily_flows
    inner join spans
        on
            daily_flows.flow_key = spans.flow_key
            and daily_flows.as_of_date between spans.first_date and spans.last_date
    union all
    select
        flow_key,
        as_of_date,
        0 as flow,
        0 as flow_days
    from continued
    union all
    select
        flow_key,
        previous_date as as_of_date,
        0 as flow,
        0 as flow_days
    from continued
),

so_far as (
    select
        flow_key,
        as_of_date,
        sum(sum(flow)) over up_to_day as flow,
        sum(max(flow_days)) over up_to_day as flow_days
    from points
    group by flow_key, as_of_date
    window up_to_day as (partition by flow_key order by as_of_date)
),

flow_sums as (
    select
        continued.observation_id,
        cast(now.flow - before.flow as double) as flow,
        now.flow_days - before.flow_days as flow_days
    from continued
    inner join so_far as now on continued.flow_key = now.flow_key and continued.as_of_date = now.as_of_date
    inner join so_far as before on continued.flow_key = before.flow_key and continued.previous_date = before.as_of_date
    where now.flow_days > before.flow_days
),

compared as (
    select
        continued.*,
        flow_sums.flow,
        continued.as_of_date - continued.previous_date as days_between,
        continued.as_of_date - continued.previous_date - coalesce(flow_sums.flow_days, 0) as days_without_flow,
        round(continued.opening + coalesce(flow_sums.flow, 0), 6) as expected
    from continued
    left join flow_sums on continued.observation_id = flow_sums.observation_id
),

judged as (
    select
        *,
        round(value - expected, 6) as difference,
        case
            when abs(value - expected) < 0.000001 then 'closed'
            -- "18.5 km in Hama" after 126 km: where neither says since when, less than half goes on from nothing
            when period_start is null and value < opening / 2 then 'not_testable'
            -- more came in than the total grew by: no missing day explains that
            when value < expected then 'open'
            when days_without_flow > 0 then 'not_testable'
            else 'open'
        end as status
    from compared
),

final as (
    select
        observation_id,
        series_key,
        measure,
        as_of_date,
        document_id,
        previous_document_id,
        reported_by_actor_id,
        opening,
        flow,
        expected,
        value as stated,
        difference,
        days_between,
        days_without_flow,
        status,
        {{ readable_number('opening') }} || ' on ' || cast(previous_date as varchar)
        || case
            when flow is null then ''
            else ' + ' || {{ readable_number('flow') }} || ' since = ' || {{ readable_number('expected') }}
        end
        || ', stated ' || {{ readable_number('value') }} || ' ' || {{ unit_words('unit', 'currency') }}
        || case
            when status = 'not_testable' and value < opening
                then ': ' || {{ readable_number('opening - value') }} || ' less, and neither says since when it counts'
            when value < opening then ': a running total that falls by ' || {{ readable_number('opening - value') }}
            when status = 'open'
                then
                    ': '
                    || {{ readable_number('abs(difference)') }}
                    || case when difference < 0 then ' fewer' else ' more' end
                    || ' than the daily figures add up to'
            when status = 'not_testable'
                then
                    ': ' || {{ readable_number('difference') }} || ' unexplained, '
                    || {{ readable_days('days_without_flow') }}
                    || ' of '
                    || cast(days_between as varchar)
                    || ' without a daily figure'
            when flow is null then ': unchanged'
            else ''
        end as explanation
    from judged
)

select * from final
