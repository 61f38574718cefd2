with

observations as (
    select * from {{ ref('fct_observations') }}
),

-- what a copy repeats or a later issue has put right is nobody's claim any more
documents as (
    select * from {{ ref('dim_document') }}
    where is_current and duplicate_of_document_id is null
),

measures as (
    select
        measure,
        additivity,
        theme
    from {{ ref('dim_measure') }}
),

actors as (
    select
        actor_id,
        actor_name
    from {{ ref('dim_actor') }}
),

locations as (
    select * from {{ ref('dim_location') }}
),

-- the country that a document speaks of most is the place of a figure whose place it leaves out
countries as (
    select
        mentioned.document_id,
        locations.country_iso3
    from {{ ref('bridge_document_location') }} as mentioned
    inner join locations on mentioned.location_id = locations.location_id
    where locations.country_iso3 is not null
    group by mentioned.document_id, locations.country_iso3
    qualify
        row_number() over (
            partition by mentioned.document_id
            order by sum(mentioned.mention_count) desc, min(mentioned.char_start), locations.country_iso3
        ) = 1
),

-- the headline leaves the day to the text that tells it again
told_days as (
    select
        restates_observation_id,
        min(said_on) as said_on
    from observations
    where restates_observation_id is not null and said_on is not null
    group by restates_observation_id
),

-- who repeats himself in a document has made one claim
repeated as (
    select again.observation_id
    from observations as again
    inner join observations as first_telling on again.restates_observation_id = first_telling.observation_id
    where first_telling.attributed_to_actor_id is not distinct from again.attributed_to_actor_id
),

-- texts and names are joined last, so that what is grouped stays small
claimed as (
    select
        observations.observation_id,
        observations.document_id,
        observations.measure,
        observations.part_kind,
        observations.subgroup,
        observations.subject,
        observations.location_id,
        observations.value,
        observations.value_low,
        observations.value_high,
        observations.qualifier,
        coalesce(observations.attributed_to_actor_id, observations.reported_by_actor_id, observations.document_id) as claimant_id,
        coalesce(observations.attributed_to_actor_id, observations.reported_by_actor_id) as who_id,
        documents.published_date,
        coalesce(
            locations.admin1_pcode,
            locations.country_iso3,
            -- refugees without a place are those of all places
            case when documents.document_kind = 'article' and measures.theme <> 'displacement' then countries.country_iso3 end,
            ''
        ) as place_key,
        case
            when observations.measure = 'other' then lower(coalesce(observations.unit, '')) || ':' || lower(coalesce(observations.subject, ''))
            else coalesce(observations.currency, '') || ':' || coalesce(observations.subgroup, '')
        end as subject_key,
        case when observations.modality in ('planned', 'promised', 'needed') then observations.modality else 'is' end as mood_key,
        case
            -- an estimate of a cost is good until the next one
            when measures.additivity = 'non_additive' and observations.unit = 'money' and observations.modality = 'estimated' then 'any'
            -- of what nobody knows the time, other documents tell nothing
            when observations.as_of_date is null then observations.document_id
            when measures.additivity = 'non_additive' then cast(year(observations.as_of_date) as varchar)
            else
                concat_ws(
                    ' ',
                    observations.period,
                    coalesce(cast(observations.period_start as varchar), ''),
                    observations.as_of_date,
                    -- what a party registers in a day is its own list and contradicts nobody's
                    case
                        when documents.document_kind = 'bulletin' and observations.period = 'last_24h'
                            then coalesce(observations.reported_by_actor_id, '')
                    end
                )
        end as time_key
    from observations
    inner join documents on observations.document_id = documents.document_id
    inner join measures on observations.measure = measures.measure
    left join locations on observations.location_id = locations.location_id
    left join countries on observations.document_id = countries.document_id
    anti join repeated on observations.observation_id = repeated.observation_id
    where
        (
            observations.attributed_to_actor_id is not null
            or observations.reported_by_actor_id is not null
            or observations.modality <> 'happened'
        )
        and (observations.value is not null or observations.value_low is not null or observations.value_high is not null)
),

keyed as (
    select
        observation_id,
        claimant_id,
        who_id,
        value,
        value_low,
        value_high,
        published_date,
        'c' || left(sha256(
            measure || '|' || subject_key || '|' || place_key || '|' || mood_key || '|' || time_key
            -- a part claims nothing about the whole
            || '|' || case when part_kind in ('part', 'subset') and subgroup is null then part_kind || coalesce(location_id, subject, '') else '' end
        ), 23) as claim_group,
        -- within a tenth, "about" says the same
        case
            when qualifier = 'about' then value * 0.9
            when qualifier in ('exact', 'at_least', 'more_than') then value
            else value_low
        end as least_true,
        case
            when qualifier = 'about' then value * 1.1
            when qualifier in ('exact', 'at_most', 'less_than') then value
            else value_high
        end as most_true
    from claimed
),

-- what one speaker tells in several figures are parts of a matter: his largest is set against the others'
ranked as (
    select
        *,
        row_number() over (
            partition by claim_group, claimant_id
            order by coalesce(value, value_high, value_low) desc, published_date desc nulls last, observation_id
        ) = 1 as is_largest
    from keyed
),

groups as (
    select
        claim_group,
        count(*) as claims_in_group,
        count(distinct who_id) as claimants_in_group,
        count(distinct coalesce(value, value_low + value_high, value_low, value_high)) as distinct_values,
        min(coalesce(value_low, value, value_high)) as group_low,
        max(coalesce(value_high, value, value_low)) as group_high,
        coalesce(max(least_true) filter (where is_largest) > min(most_true) filter (where is_largest), false) as is_disputed
    from ranked
    group by claim_group
),

final as (
    select
        keyed.observation_id,
        keyed.claim_group,
        observations.measure,
        measures.theme,
        observations.subject,
        observations.value,
        observations.value_low,
        observations.value_high,
        observations.qualifier,
        observations.unit,
        observations.currency,
        observations.modality,
        coalesce(said_by.actor_name, counted_by.actor_name) as who,
        said_by.actor_name as attributed_to,
        observations.attributed_to_actor_id,
        counted_by.actor_name as reported_by,
        observations.reported_by_actor_id,
        coalesce(observations.said_on, told_days.said_on, documents.published_date) as said_on,
        observations.as_of_date,
        observations.period,
        documents.published_date,
        observations.location_id,
        locations.location_name,
        groups.claims_in_group,
        groups.claimants_in_group,
        groups.distinct_values,
        groups.group_low,
        groups.group_high,
        groups.is_disputed,
        documents.document_kind,
        documents.outlet,
        documents.title,
        documents.source_url,
        observations.quote,
        observations.document_id
    from observations
    inner join keyed on observations.observation_id = keyed.observation_id
    inner join groups on keyed.claim_group = groups.claim_group
    inner join documents on observations.document_id = documents.document_id
    inner join measures on observations.measure = measures.measure
    left join locations on observations.location_id = locations.location_id
    left join actors as said_by on observations.attributed_to_actor_id = said_by.actor_id
    left join actors as counted_by on observations.reported_by_actor_id = counted_by.actor_id
    left join told_days on observations.observation_id = told_days.restates_observation_id
)

select * from final
