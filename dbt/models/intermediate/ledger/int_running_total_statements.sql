with

observations as (
    select
        observations.*,
        tellings.is_current,
        tellings.restates_observation_id
    from {{ ref('int_observations') }} as observations
    inner join
        {{ ref('int_observation_tellings') }} as tellings
        on observations.observation_id = tellings.observation_id
    inner join {{ ref('int_document_versions') }} as versions on observations.document_id = versions.document_id
    where versions.duplicate_of_document_id is null
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
            '|',
            observations.measure,
            coalesce(observations.reported_by_actor_id, ''),
            coalesce(observations.location_id, '')
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
                coalesce(
                    sign(statements.value - based.value) * sign(statements.as_of_date - based.as_of_date) < 0, false
                ),
                abs(statements.value - based.value),
                abs(statements.as_of_date - based.as_of_date),
                based.period_start
        ) = 1
),

based as (
    select
        statements.* replace (coalesce(statements.period_start, base_fits.period_start) as period_start),
        concat_ws(
            '|',
            statements.family_key,
            coalesce(cast(coalesce(statements.period_start, base_fits.period_start) as varchar), '')
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
            partition by base_key, as_of_date order by document_kind desc, document_id asc
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

final as (
    select
        observation_id,
        base_key || case when track_number > 1 then '|' || cast(track_number as varchar) else '' end as series_key,
        document_id,
        document_kind,
        measure,
        flow_measure,
        reported_by_actor_id,
        location_id,
        period_start,
        as_of_date,
        value,
        unit,
        currency
    from tracked
)

select * from final
