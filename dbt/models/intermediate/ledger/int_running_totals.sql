{{ config(remembered=true) }}

with

statements as (
    select * from {{ ref('int_running_total_statements') }}
),

observations as (
    select
        observations.*,
        tellings.is_countable
    from {{ ref('int_recorded_observations') }} as observations
    inner join {{ ref('int_observation_tellings') }} as tellings
        on observations.observation_id = tellings.observation_id
),

sequence as (
    select
        *,
        concat_ws('|', flow_measure, coalesce(reported_by_actor_id, ''), coalesce(location_id, '')) as stream_key,
        lag(value) over in_series as opening,
        lag(as_of_date) over in_series as previous_date,
        lag(document_id) over in_series as previous_document_id
    from statements
    window in_series as (partition by series_key order by as_of_date)
),

flows as (
    select
        measure,
        as_of_date,
        coalesce(reported_by_actor_id, '') as reporter_key,
        location_id,
        value
    from observations
    where is_countable
),

-- a total without a place grows by the figures of all places
placed_flows as (
    select
        concat_ws('|', measure, reporter_key, '') as stream_key,
        as_of_date,
        value
    from flows
    union all
    select
        concat_ws('|', measure, reporter_key, location_id) as stream_key,
        as_of_date,
        value
    from flows
    where location_id is not null
),

-- all flow up to a day, so that what came between two days is a difference
points as (
    select
        stream_key,
        as_of_date,
        sum(cast(value as decimal(28, 6))) as value,
        1 as flow_days
    from placed_flows
    group by stream_key, as_of_date
    union all
    select distinct
        stream_key,
        as_of_date,
        0 as value,
        0 as flow_days
    from sequence
),

so_far as (
    select
        stream_key,
        as_of_date,
        sum(value) over up_to_day as flow,
        sum(flow_days) over up_to_day as flow_days
    from points
    window up_to_day as (partition by stream_key order by as_of_date)
    qualify row_number() over (partition by stream_key, as_of_date order by flow_days) = 1
),

flow_sums as (
    select
        sequence.observation_id,
        cast(now.flow - before.flow as double) as flow,
        now.flow_days - before.flow_days as flow_days
    from sequence
    inner join so_far as now on sequence.stream_key = now.stream_key and sequence.as_of_date = now.as_of_date
    inner join so_far as before
        on sequence.stream_key = before.stream_key and sequence.previous_date = before.as_of_date
    where now.flow_days > before.flow_days
),

compared as (
    select
        sequence.*,
        flow_sums.flow,
        sequence.as_of_date - sequence.previous_date as days_between,
        sequence.as_of_date - sequence.previous_date - coalesce(flow_sums.flow_days, 0) as days_without_flow,
        round(sequence.opening + coalesce(flow_sums.flow, 0), 6) as expected
    from sequence
    left join flow_sums on sequence.observation_id = flow_sums.observation_id
),

judged as (
    select
        *,
        round(value - expected, 6) as difference,
        case
            when abs(value - expected) < 0.000001 then 'closed'
            -- more came in than the total grew by: no missing day explains that
            when value < expected then 'open'
            when days_without_flow > 0 then 'not_testable'
            else 'open'
        end as status
    from compared
    where opening is not null
),

final as (
    select
        observation_id,
        series_key,
        measure,
        as_of_date,
        period_start as base_date,
        location_id,
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
