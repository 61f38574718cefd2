with

observations as (
    select
        observations.*,
        tellings.is_countable,
        tellings.is_current,
        tellings.restates_observation_id
    from {{ ref('int_observations') }} as observations
    inner join {{ ref('int_observation_tellings') }} as tellings on observations.observation_id = tellings.observation_id
),

pairs as (
    select * from {{ ref('running_totals') }}
),

-- one statement a day and series: totals with different bases are different series
statements as (
    select
        observations.*,
        pairs.flow_measure,
        observations.measure || '|' || coalesce(observations.reported_by_actor_id, '') || '|'
        || coalesce(observations.location_id, '') || '|' || coalesce(cast(observations.period_start as varchar), '') as series_key
    from observations
    inner join pairs on observations.measure = pairs.total_measure
    where
        observations.period = 'cumulative'
        and observations.is_current
        and observations.as_of_date is not null
        and observations.value is not null
        and observations.modality = 'happened'
        and observations.subgroup is null
        and observations.qualifier = 'exact'
        and observations.restates_observation_id is null
    qualify
        row_number() over (
            partition by series_key, observations.as_of_date
            order by observations.document_kind desc, observations.document_id, observations.figure_start
        ) = 1
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

flows as (
    select
        measure,
        as_of_date,
        coalesce(reported_by_actor_id, '') as reporter_key,
        sum(value) as flow
    from observations
    where is_countable and period = 'last_24h'
    group by all
),

joined as (
    select
        sequence.observation_id,
        sum(flows.flow) as flow,
        count(flows.as_of_date) as days_with_flow
    from sequence
    left join flows
        on
            sequence.flow_measure = flows.measure
            and coalesce(sequence.reported_by_actor_id, '') = flows.reporter_key
            and flows.as_of_date > sequence.previous_date
            and flows.as_of_date <= sequence.as_of_date
    group by sequence.observation_id
),

judged as (
    select
        sequence.*,
        joined.flow,
        sequence.as_of_date - sequence.previous_date as days_between,
        sequence.opening + coalesce(joined.flow, 0) as expected,
        case
            when sequence.value = sequence.opening + coalesce(joined.flow, 0) then 'closed'
            when sequence.value < sequence.opening then 'open'
            when joined.days_with_flow = 0 or joined.days_with_flow < sequence.as_of_date - sequence.previous_date then 'not_testable'
            else 'open'
        end as status
    from sequence
    inner join joined on sequence.observation_id = joined.observation_id
    where sequence.opening is not null
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
        round(expected, 6) as expected,
        value as stated,
        round(value - expected, 6) as difference,
        status,
        cast(opening as varchar) || ' on ' || cast(previous_date as varchar)
        || case when flow is null then ', no daily figure since' else ' + ' || cast(flow as varchar) || ' since' end
        || ' = ' || cast(round(expected, 6) as varchar) || ', stated ' || cast(value as varchar)
        || case
            when status = 'closed' then ''
            else '; ' || cast(round(value - expected, 6) as varchar) || ' unexplained over ' || cast(days_between as varchar) || ' day(s)'
        end as explanation
    from judged
)

select * from final
