{{ config(remembered=true) }}

with

observations as (
    select
        observations.*,
        tellings.is_current,
        tellings.restates_observation_id
    from {{ ref('int_recorded_observations') }} as observations
    inner join
        {{ ref('int_observation_tellings') }} as tellings
        on observations.observation_id = tellings.observation_id
    inner join {{ ref('int_document_versions') }} as versions on observations.document_id = versions.document_id
    where versions.duplicate_of_document_id is null
),

measures as (
    select
        measures.measure,
        measures.unit,
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
            coalesce(observations.location_id, ''),
            -- dollars do not go on where euros stopped
            observations.currency
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
        and coalesce(observations.unit = measures.unit, true)
        and observations.restates_observation_id is null
        -- what two articles count that name nobody who counted does not go on from one to the other
        and (observations.reported_by_actor_id is not null or observations.document_kind = 'bulletin')
        and (observations.location_id is not null or observations.part_kind is distinct from 'subset')
),

bases as (
    select distinct
        family_key,
        period_start
    from statements
    where period_start is not null
),

-- nothing said in 2019 counts since 2025, nor is what stands beside another total of that day since then one more
possible_bases as (
    select
        statements.observation_id,
        statements.family_key,
        statements.value,
        statements.as_of_date,
        bases.period_start,
        false as is_stated
    from statements
    inner join bases on statements.family_key = bases.family_key and statements.as_of_date >= bases.period_start
    anti join statements as stated
        on
            statements.family_key = stated.family_key
            and bases.period_start = stated.period_start
            and statements.as_of_date = stated.as_of_date
            and statements.value <> stated.value
    where statements.period_start is null
    union all
    select
        observation_id,
        family_key,
        value,
        as_of_date,
        period_start,
        true as is_stated
    from statements
    where period_start is not null
),

beside_stated as (
    select
        *,
        max(case when is_stated then struct_pack(value := value, as_of_date := as_of_date) end)
            over (by_value rows between unbounded preceding and 1 preceding) as stated_below,
        min(case when is_stated then struct_pack(value := value, as_of_date := as_of_date) end)
            over (by_value rows between 1 following and unbounded following) as stated_above
    from possible_bases
    window by_value as (partition by family_key, period_start order by value, as_of_date, observation_id)
),

-- no series that grows has 1,300 after 232,800, nor three times as much at once
base_fits as (
    select
        observation_id,
        period_start,
        value - stated_below.value as value_apart,
        abs(as_of_date - stated_below.as_of_date) as days_apart,
        false as is_above
    from beside_stated
    where
        not is_stated
        and value <= 3 * stated_below.value
        and (stated_below.as_of_date <= as_of_date or value <= 1.05 * stated_below.value)
    union all
    select
        observation_id,
        period_start,
        stated_above.value - value as value_apart,
        abs(as_of_date - stated_above.as_of_date) as days_apart,
        true as is_above
    from beside_stated
    where
        not is_stated
        and 3 * value >= stated_above.value
        and (stated_above.as_of_date >= as_of_date or 1.05 * value >= stated_above.value)
),

-- a statement that does not say since when goes on with the series whose figures it fits best: that of the nearest figure that says so
best_fits as (
    select
        observation_id,
        period_start
    from base_fits
    qualify row_number() over (partition by observation_id order by value_apart, days_apart, is_above, period_start) = 1
),

dated_bases as (
    select statements.* replace (coalesce(statements.period_start, best_fits.period_start) as period_start)
    from statements
    left join best_fits on statements.observation_id = best_fits.observation_id
),

based as (
    select
        *,
        concat_ws('|', family_key, coalesce(cast(period_start as varchar), '')) as base_key
    from dated_bases
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

neighbours as (
    select
        *,
        max(case when value_count = 1 then struct_pack(as_of_date := as_of_date, value := value) end)
            over (by_day rows between unbounded preceding and current row) as single_before,
        min(case when value_count = 1 then struct_pack(as_of_date := as_of_date, value := value) end)
            over (by_day rows between current row and unbounded following) as single_after
    from counted
    window by_day as (partition by base_key order by as_of_date, value)
),

tracked as (
    select
        *,
        row_number() over (
            partition by base_key, as_of_date
            order by
                abs(value - coalesce(single_before.value, single_after.value, value))
                + abs(value - coalesce(single_after.value, single_before.value, value)),
                value
        ) as track_number
    from neighbours
),

final as (
    select
        observation_id,
        base_key || case when track_number > 1 then '|' || cast(track_number as varchar) else '' end as series_key,
        document_id,
        document_kind,
        measure,
        flow_measure,
        concat_ws('|', flow_measure, coalesce(reported_by_actor_id, ''), coalesce(location_id, ''), currency) as flow_key,
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
