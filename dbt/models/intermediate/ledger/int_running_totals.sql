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

measures as (
    select
        measures.measure,
        coalesce(pairs.flow_measure, measures.measure) as flow_measure
    from {{ ref('measures') }} as measures
    left join {{ ref('running_totals') }} as pairs on measures.measure = pairs.total_measure
    where measures.additivity <> 'non_additive' and measures.measure <> 'other'
),

statements as (
    select
        observations.*,
        measures.flow_measure,
        concat_ws(
            '|', observations.measure, coalesce(observations.reported_by_actor_id, ''), coalesce(observations.location_id, '')
        ) as family_key
    from observations
    inner join measures on observations.measure = measures.measure
    where
        observations.period = 'cumulative'
        and observations.is_current
        and observations.as_of_date is not null
        and observations.value is not null
        and observations.modality = 'happened'
        and observations.subgroup is null
        and observations.qualifier = 'exact'
        and observations.restates_observation_id is null
        and (observations.location_id is not null or observations.part_kind is distinct from 'subset')
),

-- a statement that does not say since when goes on with the series whose figures it fits best
base_fits as (
    select
        statements.observation_id,
        based.period_start
    from statements
    inner join statements as based on statements.family_key = based.family_key
    where statements.period_start is null and based.period_start is not null
    qualify
        row_number() over (
            partition by statements.observation_id
            order by
                coalesce(sign(statements.value - based.value) * sign(statements.as_of_date - based.as_of_date) < 0, false),
                abs(statements.value - based.value),
                abs(statements.as_of_date - based.as_of_date),
                based.period_start
        ) = 1
),

based as (
    select
        statements.* replace (coalesce(statements.period_start, base_fits.period_start) as period_start),
        concat_ws(
            '|', statements.family_key, coalesce(cast(coalesce(statements.period_start, base_fits.period_start) as varchar), '')
        ) as base_key
    from statements
    left join base_fits on statements.observation_id = base_fits.observation_id
),

-- of several documents with a total for the day a bulletin speaks, and of several the first by id
of_one_document as (
    select *
    from based
    qualify
        document_id = first_value(document_id) over (
            partition by base_key, as_of_date order by document_kind desc, document_id
        )
),

distinct_values as (
    select *
    from of_one_document
    qualify row_number() over (partition by base_key, as_of_date, value order by figure_start, observation_id) = 1
),

-- two totals on one day are two series, though they do not say how they differ: which of them
-- goes on from the days around shows by the figures of those days
counted as (
    select
        *,
        count(*) over (partition by base_key, as_of_date) as value_count
    from distinct_values
),

single as (
    select
        base_key,
        as_of_date,
        value
    from counted
    where value_count = 1
),

before as (
    select
        counted.observation_id,
        max_by(single.value, single.as_of_date) as value
    from counted
    inner join single on counted.base_key = single.base_key and counted.as_of_date > single.as_of_date
    where counted.value_count > 1
    group by counted.observation_id
),

after as (
    select
        counted.observation_id,
        min_by(single.value, single.as_of_date) as value
    from counted
    inner join single on counted.base_key = single.base_key and counted.as_of_date < single.as_of_date
    where counted.value_count > 1
    group by counted.observation_id
),

tracked as (
    select
        counted.*,
        row_number() over (
            partition by counted.base_key, counted.as_of_date
            order by
                abs(counted.value - coalesce(before.value, after.value, counted.value))
                + abs(counted.value - coalesce(after.value, before.value, counted.value)),
                counted.figure_start
        ) as track_number
    from counted
    left join before on counted.observation_id = before.observation_id
    left join after on counted.observation_id = after.observation_id
),

sequence as (
    select
        *,
        base_key || case when track_number > 1 then '|' || cast(track_number as varchar) else '' end as series_key,
        lag(value) over in_series as opening,
        lag(as_of_date) over in_series as previous_date,
        lag(document_id) over in_series as previous_document_id
    from tracked
    window in_series as (partition by base_key, track_number order by as_of_date)
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

flow_sums as (
    select
        sequence.observation_id,
        cast(sum(cast(flows.value as decimal(28, 6))) as double) as flow,
        count(distinct flows.as_of_date) as flow_days
    from sequence
    inner join flows
        on
            sequence.flow_measure = flows.measure
            and coalesce(sequence.reported_by_actor_id, '') = flows.reporter_key
            and (sequence.location_id is null or sequence.location_id = flows.location_id)
            and flows.as_of_date > sequence.previous_date
            and flows.as_of_date <= sequence.as_of_date
    group by sequence.observation_id
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
        || case when flow is null then '' else ' + ' || {{ readable_number('flow') }} || ' since = ' || {{ readable_number('expected') }} end
        || ', stated ' || {{ readable_number('value') }} || ' ' || {{ unit_words('unit', 'currency') }}
        || case
            when value < opening then ': a running total that falls by ' || {{ readable_number('opening - value') }}
            when status = 'open' and difference < 0 then ': ' || {{ readable_number('-difference') }} || ' fewer than the daily figures add up to'
            when status = 'open' then ': ' || {{ readable_number('difference') }} || ' more than the daily figures add up to'
            when status = 'not_testable' then
                ': ' || {{ readable_number('difference') }} || ' unexplained, '
                || {{ readable_days('days_without_flow') }} || ' of ' || cast(days_between as varchar) || ' without a daily figure'
            when flow is null then ': unchanged'
            else ''
        end as explanation
    from judged
)

select * from final
