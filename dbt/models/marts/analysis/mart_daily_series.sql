{#- After more than this a series has no rows until it is told of again: rows grow with what is told,
    never with the years between. Monthly bulletins still fill every day. -#}
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
        any_value(teller_key) as teller_key
    from stated
    group by series_key
),

flow_series as (
    select
        daily_flows.flow_measure || '|' || daily_flows.teller_key || '|' as series_key,
        daily_flows.flow_measure as measure,
        daily_flows.flow_measure,
        any_value(daily_flows.reported_by_actor_id) as reported_by_actor_id,
        any_value(daily_flows.location_id) as location_id,
        cast(null as date) as base_date,
        daily_flows.teller_key
    from daily_flows
    anti join stated_series
        on daily_flows.flow_measure = stated_series.measure and daily_flows.teller_key = stated_series.teller_key
    group by daily_flows.flow_measure, daily_flows.teller_key
),

-- numbers take the place of long keys where each day is joined
all_series as (
    select
        *,
        row_number() over (order by series_key) as series_number,
        dense_rank() over (order by measure, coalesce(reported_by_actor_id, '')) as reporter_number
    from (
        select * from stated_series
        union all by name
        select * from flow_series
    )
),

flows_of_series as (
    select
        all_series.series_number,
        daily_flows.date_day,
        daily_flows.daily_flow
    from all_series
    inner join daily_flows
        on all_series.flow_measure = daily_flows.flow_measure and all_series.teller_key = daily_flows.teller_key
),

stated_of_series as (
    select
        all_series.series_number,
        stated.as_of_date as date_day,
        stated.value,
        stated.observation_id
    from all_series
    inner join stated on all_series.series_key = stated.series_key
),

told_days as (
    select
        series_number,
        date_day
    from flows_of_series
    union
    select
        series_number,
        date_day
    from stated_of_series
),

next_days as (
    select
        series_number,
        date_day,
        lead(date_day) over (partition by series_number order by date_day) as next_day
    from told_days
),

-- each day to the next one told; of what is heard of again after years not every day
days as (
    select
        all_series.series_number,
        all_series.reporter_number,
        cast(unnest(
            case
                when
                    next_days.next_day is null
                    or next_days.next_day - next_days.date_day > {{ longest_silence_days }}
                    then [cast(next_days.date_day as timestamp)]
                else range(
                    cast(next_days.date_day as timestamp), cast(next_days.next_day as timestamp), interval 1 day
                )
            end
        ) as date) as date_day
    from next_days
    inner join all_series on next_days.series_number = all_series.series_number
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

bulletin_days as (
    select distinct
        all_series.reporter_number,
        days_with_bulletins.date_day
    from all_series
    inner join days_with_bulletins
        on
            all_series.measure = days_with_bulletins.measure
            and coalesce(all_series.reported_by_actor_id, '') = days_with_bulletins.reporter_key
),

joined as (
    select
        days.*,
        flows_of_series.daily_flow,
        stated_of_series.value as stated_total,
        stated_of_series.observation_id as stated_observation_id,
        bulletin_days.date_day is not null as has_bulletin
    from days
    left join flows_of_series
        on days.series_number = flows_of_series.series_number and days.date_day = flows_of_series.date_day
    left join stated_of_series
        on days.series_number = stated_of_series.series_number and days.date_day = stated_of_series.date_day
    left join bulletin_days
        on days.reporter_number = bulletin_days.reporter_number and days.date_day = bulletin_days.date_day
),

running as (
    select
        *,
        sum(cast(coalesce(daily_flow, 0) as decimal(28, 6))) over in_series as flow_so_far,
        last_value(stated_total ignore nulls) over before_today as last_stated_total,
        last_value(case when stated_total is not null then date_day end ignore nulls)
            over before_today
            as last_stated_date
    from joined
    window
        in_series as (partition by series_number order by date_day),
        before_today as (partition by series_number order by date_day rows between unbounded preceding and 1 preceding)
),

openings as (
    select
        series_number,
        date_day,
        flow_so_far
    from running
    where stated_total is not null
),

implied as (
    select
        running.*,
        cast(running.last_stated_total + running.flow_so_far - openings.flow_so_far as double) as implied_total
    from running
    left join openings on running.series_number = openings.series_number and running.last_stated_date = openings.date_day
),

final as (
    select
        all_series.series_key,
        all_series.measure,
        all_series.flow_measure,
        all_series.reported_by_actor_id,
        all_series.location_id,
        all_series.base_date,
        implied.date_day,
        implied.daily_flow,
        implied.stated_total,
        implied.implied_total,
        round(implied.stated_total - implied.implied_total, 6) as gap,
        cast(
            case when implied.stated_total is not null then implied.date_day - implied.last_stated_date end as integer
        ) as gap_days,
        reconciliations.status,
        implied.has_bulletin
    from implied
    inner join all_series on implied.series_number = all_series.series_number
    left join reconciliations on implied.stated_observation_id = reconciliations.observation_id
)

select * from final
