{#- After more than this a series has no rows until it is told of again, and of several that count from
    different days none takes what is told so long before or after its totals: rows grow with what is
    told, not with the years between nor with the number of such series. Monthly bulletins still fill
    every day. -#}
{% set longest_silence_days = 31 %}
with

observations as (
    select
        observations.*,
        documents.series
    from {{ ref('fct_observations') }} as observations
    inner join {{ ref('dim_document') }} as documents on observations.document_id = documents.document_id
    where
        documents.document_kind = 'bulletin'
        and documents.is_current
        and documents.published_date is not null
        and observations.as_of_date is not null
        and observations.modality = 'happened'
        and observations.measure <> 'other'
),

reconciliations as (
    select * from {{ ref('int_running_totals') }}
),

stated_totals as (
    select statements.*
    from {{ ref('int_running_total_statements') }} as statements
    inner join {{ ref('dim_document') }} as documents on statements.document_id = documents.document_id
    where documents.document_kind = 'bulletin' and documents.published_date is not null
),

flows as (
    select
        measure,
        reported_by_actor_id,
        location_id,
        as_of_date,
        value
    from observations
    where is_countable
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
        measure as flow_measure,
        concat_ws('|', coalesce(reported_by_actor_id, ''), coalesce(location_id, '')) as teller_key,
        any_value(reported_by_actor_id) as reported_by_actor_id,
        any_value(location_id) as location_id,
        as_of_date as date_day,
        cast(sum(cast(value as decimal(28, 6))) as double) as daily_flow
    from placed_flows
    group by measure, teller_key, as_of_date
),

stated as (
    select
        *,
        concat_ws('|', coalesce(reported_by_actor_id, ''), coalesce(location_id, '')) as teller_key
    from stated_totals
),

stated_series as (
    select
        series_key,
        any_value(measure) as measure,
        any_value(flow_measure) as flow_measure,
        any_value(reported_by_actor_id) as reported_by_actor_id,
        any_value(location_id) as location_id,
        any_value(period_start) as base_date,
        any_value(teller_key) as teller_key,
        count(*) over (partition by any_value(measure), any_value(teller_key)) = 1 as is_alone
    from stated
    group by series_key
),

-- what has no totals, or is told far from those of several series, is a series of daily figures
flow_series as (
    select
        daily_flows.flow_measure || '|' || daily_flows.teller_key || '|' as series_key,
        daily_flows.flow_measure as measure,
        daily_flows.flow_measure,
        any_value(daily_flows.reported_by_actor_id) as reported_by_actor_id,
        any_value(daily_flows.location_id) as location_id,
        cast(null as date) as base_date,
        daily_flows.teller_key,
        false as is_alone
    from daily_flows
    anti join stated_series
        on daily_flows.flow_measure || '|' || daily_flows.teller_key || '|' = stated_series.series_key
    group by daily_flows.flow_measure, daily_flows.teller_key
),

-- numbers take the place of long keys where each day is joined
all_series as (
    select
        *,
        row_number() over (order by series_key) as series_number,
        dense_rank() over (order by measure, coalesce(reported_by_actor_id, '')) as reporter_number,
        dense_rank() over (order by flow_measure, teller_key) as flow_number,
        series_key = flow_measure || '|' || teller_key || '|' as takes_other_flows
    from (
        select * from stated_series
        union all by name
        select * from flow_series
    ) as told_series
),

flow_numbers as (
    select distinct
        flow_measure,
        teller_key,
        flow_number
    from all_series
),

flows_by_day as (
    select
        flow_numbers.flow_number,
        daily_flows.date_day,
        daily_flows.daily_flow
    from daily_flows
    inner join flow_numbers
        on daily_flows.flow_measure = flow_numbers.flow_measure and daily_flows.teller_key = flow_numbers.teller_key
),

stated_of_series as (
    select
        all_series.series_number,
        all_series.flow_number,
        all_series.is_alone,
        stated.as_of_date as date_day,
        stated.value,
        stated.observation_id,
        lag(stated.as_of_date) over in_series as previous_day,
        lead(stated.as_of_date) over in_series as next_day
    from all_series
    inner join stated on all_series.series_key = stated.series_key
    window in_series as (partition by all_series.series_number order by stated.as_of_date)
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
        all_series.reporter_number,
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
        reporter_number,
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
        reporter_number,
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

-- which bulletins could have told the figure of a day
sources as (
    select distinct
        measure,
        reported_by_actor_id,
        series
    from observations
    where series is not null
),

days_with_bulletins as (
    select distinct
        sources.measure,
        coalesce(sources.reported_by_actor_id, '') as reporter_key,
        documents.published_date as date_day
    from sources
    inner join {{ ref('dim_document') }} as documents on sources.series = documents.series
    where documents.is_current and documents.published_date is not null
    union
    select distinct
        observations.measure,
        coalesce(observations.reported_by_actor_id, '') as reporter_key,
        observations.as_of_date as date_day
    from observations
),

-- a reporter has as many series as places; his bulletins are looked up once for all of them
reporters as (
    select distinct
        measure,
        coalesce(reported_by_actor_id, '') as reporter_key,
        reporter_number
    from all_series
),

bulletin_days as (
    select
        reporters.reporter_number,
        days_with_bulletins.date_day
    from reporters
    inner join days_with_bulletins
        on reporters.measure = days_with_bulletins.measure and reporters.reporter_key = days_with_bulletins.reporter_key
),

final as (
    select
        all_series.series_key,
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
        reconciliations.status,
        bulletin_days.date_day is not null as has_bulletin
    from days
    inner join all_series on days.series_number = all_series.series_number
    left join bulletin_days
        on days.reporter_number = bulletin_days.reporter_number and days.date_day = bulletin_days.date_day
    left join reconciliations on days.stated_observation_id = reconciliations.observation_id
)

select * from final
