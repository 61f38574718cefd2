with

observations as (
    select * from {{ ref('int_observations') }}
),

versions as (
    select * from {{ ref('int_document_versions') }}
),

measures as (
    select
        measure,
        additivity
    from {{ ref('measures') }}
),

keyed as (
    select
        observations.*,
        versions.is_current,
        versions.duplicate_of_document_id is not null as is_duplicate_document,
        measures.additivity,
        coalesce(observations.location_id, '') as place_key,
        coalesce(observations.reported_by_actor_id, '') as reporter_key,
        coalesce(observations.subgroup, '') as subgroup_key
    from observations
    inner join versions on observations.document_id = versions.document_id
    inner join measures on observations.measure = measures.measure
),

-- the first telling in a document counts; a rounded one yields to the exact one beside it
within as (
    select
        keyed.observation_id,
        min_by(first_telling.observation_id, first_telling.figure_start) as restates_observation_id
    from keyed
    inner join keyed as first_telling
        on
            keyed.document_id = first_telling.document_id
            and keyed.measure = first_telling.measure
            and keyed.measure <> 'other'
            and keyed.modality = first_telling.modality
            and keyed.subgroup_key = first_telling.subgroup_key
            and keyed.observation_id <> first_telling.observation_id
            and keyed.line_number <> first_telling.line_number
            and keyed.period = first_telling.period
            and (
                (
                    keyed.value = first_telling.value
                    and keyed.place_key = first_telling.place_key
                    and keyed.reporter_key = first_telling.reporter_key
                    and first_telling.figure_start < keyed.figure_start
                    and keyed.value > 0
                )
                or (
                    keyed.qualifier in ('more_than', 'about', 'at_least')
                    and first_telling.qualifier = 'exact'
                    and abs(first_telling.value - keyed.value) <= 0.1 * first_telling.value
                    and keyed.value >= 100
                )
            )
    group by keyed.observation_id
),

told as (
    select
        keyed.*,
        within.restates_observation_id
    from keyed
    left join within on keyed.observation_id = within.observation_id
),

-- of several documents that tell one day's figure one is counted: a bulletin before an article
tellers as (
    select distinct
        measure,
        as_of_date,
        reporter_key,
        place_key,
        subgroup_key,
        period,
        modality,
        document_id,
        document_kind
    from told
    where is_current and not is_duplicate_document and restates_observation_id is null
),

chosen as (
    select
        *,
        row_number() over (
            partition by measure, as_of_date, reporter_key, place_key, subgroup_key, period, modality
            order by document_kind desc, document_id
        ) as document_rank
    from tellers
),

parts as (
    select
        total_observation_id,
        sum(value) as part_sum,
        count(*) as part_count
    from told
    where part_kind = 'part'
    group by total_observation_id
),

judged as (
    select
        told.*,
        chosen.document_rank,
        own_parts.total_observation_id is not null as has_parts,
        own_parts.part_sum = told.value as is_closed,
        totals.observation_id is not null and sibling_parts.part_sum = totals.value as is_part_of_closed
    from told
    left join chosen
        on
            told.measure = chosen.measure
            and told.as_of_date is not distinct from chosen.as_of_date
            and told.reporter_key = chosen.reporter_key
            and told.place_key = chosen.place_key
            and told.subgroup_key = chosen.subgroup_key
            and told.period = chosen.period
            and told.modality = chosen.modality
            and told.document_id = chosen.document_id
    left join parts as own_parts on told.observation_id = own_parts.total_observation_id
    left join told as totals on told.total_observation_id = totals.observation_id
    left join parts as sibling_parts on totals.observation_id = sibling_parts.total_observation_id
),

final as (
    select
        observation_id,
        is_current,
        restates_observation_id,
        coalesce(
            is_current
            and not is_duplicate_document
            and restates_observation_id is null
            and document_rank = 1
            and value is not null
            and as_of_date is not null
            and modality = 'happened'
            and measure <> 'other'
            and additivity <> 'non_additive'
            and subgroup_key = ''
            and (
                period = 'last_24h'
                or (period = 'other' and additivity = 'additive' and coalesce(period_start = as_of_date, true))
            )
            and (
                part_kind is null
                or (part_kind = 'total' and not coalesce(has_parts and is_closed, false))
                or (part_kind = 'part' and is_part_of_closed and not coalesce(has_parts and is_closed, false))
            ),
            false
        ) as is_countable
    from judged
)

select * from final
