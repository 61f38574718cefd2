{#- After more than this a series has no rows until it is told of again, and of several that count from
    different days none takes what is told so long before or after its totals: rows grow with what is
    told, not with the years between nor with the number of such series. Monthly bulletins still fill
    every day. -#}
{% set longest_silence_days = 31 %}
{{ config(materialized='kept', kept_by='stream_key', touched='int_touched_streams') }}

with

dated_documents as (
    select document_id from {{ ref('int_recorded_document_dates') }}
    where published_date is not null
),

reconciliations as (
    select * from {{ ref('int_running_totals') }}
),

stated_totals as (
    select statements.*
    from {{ ref('int_running_total_statements') }} as statements
    inner join dated_documents on statements.document_id = dated_documents.document_id
    where statements.document_kind = 'bulletin' and {{ is_touched('statements.stream_key', 'int_touched_streams') }}
),

flows as (
    select
        observations.measure,
        observations.reported_by_actor_id,
        observations.location_id,
        observations.as_of_date,
        observations.value
    from {{ ref('int_recorded_observations') }} as observations
    inner join
        {{ ref('int_observation_tellings') }} as tellings
        on observations.observation_id = tellings.observation_id
    inner join dated_documents on observations.document_id = dated_documents.document_id
    where observations.document_kind = 'bulletin' and tellings.is_countable
),

-- all places together are a series of their own
placed_flows as (
    select
        measure,
        reported_by_actor_id,
        null as location_id,
        as_of_date,
        value
    from flows
    union all
    select * from flows
    where location_id is not null
),

daily_flows as (
    select
        {{ stream_key('measure', 'reported_by_actor_id', 'location_id') }} as stream_key,
        any_value(measure) as flow_measure,
        any_value(reported_by_actor_id) as reported_by_actor_id,
        any_value(location_id) as location_id,
        as_of_date as date_day,
        cast(sum(cast(value as decimal(28, 6))) as double) as daily_flow
    from placed_flows
    where {{ is_touched('stream_key', 'int_touched_streams') }}
    group by stream_key, as_of_date
),

stated_series as (
    select
        series_key,
        any_value(measure) as measure,
        any_value(flow_measure) as flow_measure,
        any_value(reported_by_actor_id) as reported_by_actor_id,
        any_value(location_id) as location_id,
        any_value(period_start) as base_date,
        any_value(stream_key) as stream_key,
        count(*) over (partition by any_value(measure), any_value(stream_key)) = 1 as is_alone
    from stated_totals
    group by series_key
),

-- what has no totals, or is told far from those of several series, is a series of daily figures
flow_series as (
    select
        daily_flows.stream_key || '|' as series_key,
        any_value(daily_flows.flow_measure) as measure,
        any_value(daily_flows.flow_measure) as flow_measure,
        any_value(daily_flows.reported_by_actor_id) as reported_by_actor_id,
        any_value(daily_flows.location_id) as location_id,
        cast(null as date) as base_date,
        daily_flows.stream_key,
        false as is_alone
    from daily_flows
    anti join stated_series on daily_flows.stream_key || '|' = stated_series.series_key
    group by daily_flows.stream_key
),

-- numbers take the place of long keys where each day is joined
all_series as (
    select
        *,
        row_number() over (order by series_key) as series_number,
        dense_rank() over (order by stream_key) as flow_number,
        series_key = stream_key || '|' as takes_other_flows
    from (
        select * from stated_series
        union all by name
        select * from flow_series
    ) as told_series
),

flow_numbers as (
    select distinct
        stream_key,
        flow_number
    from all_series
),

flows_by_day as (
    select
        flow_numbers.flow_number,
        daily_flows.date_day,
        daily_flows.daily_flow
    from daily_flows
    inner join flow_numbers on daily_flows.stream_key = flow_numbers.stream_key
),

stated_of_series as (
    select
        all_series.series_number,
        all_series.flow_number,
        all_series.is_alone,
        stated_totals.as_of_date as date_day,
        stated_totals.value,
        stated_totals.observation_id,
        lag(stated_totals.as_of_date) over in_series as previous_day,
        lead(stated_totals.as_of_date) over in_series as next_day
    from all_series
    inner join stated_totals on all_series.series_key = stated_totals.series_key
    window in_series as (partition by all_series.series_number order by stated_totals.as_of_date)
),

-- the days around a series' totals, and all between two that are near to each other
days_of_totals as (
    select
        series_number,
        flow_number,
        cast(unnest(range(
            cast(
                case
                    when date_day - previous_day <= {{ 3 * longest_silence_days }} then date_day
                    else date_day - {{ longest_silence_days }}
                end as timestamp
            ),
            cast(
                case
                    when next_day - date_day <= {{ 3 * longest_silence_days }} then next_day
                    else date_day + {{ longest_silence_days + 1 }}
                end as timestamp
            ),
            interval 1 day
        )) as date) as date_day
    from stated_of_series
    where not is_alone
),

flows_with_totals as (
    select
        all_series.series_number,
        flows_by_day.*
    from all_series
    inner join flows_by_day on all_series.flow_number = flows_by_day.flow_number
    where all_series.is_alone
    union all
    select
        days_of_totals.series_number,
        flows_by_day.*
    from days_of_totals
    inner join flows_by_day
        on days_of_totals.flow_number = flows_by_day.flow_number and days_of_totals.date_day = flows_by_day.date_day
),

-- agreements told beside the settlements that joined are a series of their own, too
taken as (
    select
        flows_with_totals.flow_number,
        flows_with_totals.date_day
    from flows_with_totals
    inner join all_series on flows_with_totals.series_number = all_series.series_number
    where all_series.measure = all_series.flow_measure
),

flows_of_series as (
    select
        series_number,
        date_day,
        daily_flow
    from flows_with_totals
    union all
    select
        all_series.series_number,
        flows_by_day.date_day,
        flows_by_day.daily_flow
    from flows_by_day
    inner join all_series on flows_by_day.flow_number = all_series.flow_number and all_series.takes_other_flows
    anti join taken on flows_by_day.flow_number = taken.flow_number and flows_by_day.date_day = taken.date_day
),

-- all flow up to a day, so that what came between two totals is a difference
flow_so_far as (
    select
        flow_number,
        date_day,
        sum(sum(cast(daily_flow as decimal(28, 6)))) over (partition by flow_number order by date_day) as so_far
    from (
        select * from flows_by_day
        union all
        select distinct
            flow_number,
            date_day,
            0 as daily_flow
        from stated_of_series
    ) as points
    group by flow_number, date_day
),

told_days as (
    select
        series_number,
        date_day,
        max(daily_flow) as daily_flow,
        max(stated_total) as stated_total,
        max(stated_observation_id) as stated_observation_id
    from (
        select
            series_number,
            date_day,
            daily_flow,
            null as stated_total,
            null as stated_observation_id
        from flows_of_series
        union all
        select
            series_number,
            date_day,
            null as daily_flow,
            value as stated_total,
            observation_id as stated_observation_id
        from stated_of_series
    ) as told
    group by series_number, date_day
),

told as (
    select
        told_days.*,
        flow_so_far.so_far,
        lead(told_days.date_day) over in_series as next_day,
        -- the last total before the day
        max(case when told_days.stated_total is not null then struct_pack(
            date_day := told_days.date_day, total := told_days.stated_total, so_far := flow_so_far.so_far
        ) end) over (in_series rows between unbounded preceding and 1 preceding) as before
    from told_days
    inner join all_series on told_days.series_number = all_series.series_number
    inner join flow_so_far
        on all_series.flow_number = flow_so_far.flow_number and told_days.date_day = flow_so_far.date_day
    window in_series as (partition by told_days.series_number order by told_days.date_day)
),

-- each day to the next one told; of what is heard of again after years not every day
days as (
    select
        series_number,
        date_day,
        daily_flow,
        stated_total,
        stated_observation_id,
        before.total + cast(so_far - before.so_far as double) as implied_total,
        case when stated_total is not null then date_day - before.date_day end as gap_days
    from told
    union all
    select
        series_number,
        cast(unnest(range(
            cast(date_day as timestamp) + interval 1 day, cast(next_day as timestamp), interval 1 day
        )) as date) as date_day,
        null as daily_flow,
        null as stated_total,
        null as stated_observation_id,
        coalesce(stated_total, before.total + cast(so_far - before.so_far as double)) as implied_total,
        null as gap_days
    from told
    where next_day - date_day <= {{ longest_silence_days }}
),

final as (
    select
        all_series.series_key,
        all_series.stream_key,
        all_series.measure,
        all_series.flow_measure,
        all_series.reported_by_actor_id,
        all_series.location_id,
        all_series.base_date,
        days.date_day,
        days.daily_flow,
        days.stated_total,
        days.implied_total,
        round(days.stated_total - days.implied_total, 6) as gap,
        cast(days.gap_days as integer) as gap_days,
        reconciliations.status
    from days
    inner join all_series on days.series_number = all_series.series_number
    left join reconciliations on days.stated_observation_id = reconciliations.observation_id
)

select * from final
