{{ config(materialized='kept', kept_by='document_id', touched='int_touched_claims', remembered=true) }}

with

observations as (
    select
        observations.*,
        tellings.restates_observation_id
    from {{ ref('int_recorded_observations') }} as observations
    inner join
        {{ ref('int_observation_tellings') }} as tellings
        on observations.observation_id = tellings.observation_id
    where {{ is_touched('observations.document_id', 'int_touched_claims') }}
),

-- what a copy repeats or a later issue has put right is nobody's claim any more
documents as (
    select
        versions.document_id,
        dates.published_date
    from {{ ref('int_document_versions') }} as versions
    left join {{ ref('int_recorded_document_dates') }} as dates on versions.document_id = dates.document_id
    where versions.is_current and versions.duplicate_of_document_id is null
),

measures as (
    select
        measure,
        unit,
        additivity,
        theme
    from {{ ref('measures') }}
),

locations as (
    select
        location_id,
        location_type,
        country_iso3,
        admin1_pcode
    from {{ ref('int_locations') }}
),

-- the country that a document speaks of most is the place of a figure whose place it leaves out
countries as (
    select
        mentioned.document_id,
        locations.country_iso3
    from {{ ref('int_recorded_place_mentions') }} as mentioned
    inner join locations on mentioned.location_id = locations.location_id
    where locations.country_iso3 is not null and {{ is_touched('mentioned.document_id', 'int_touched_claims') }}
    group by mentioned.document_id, locations.country_iso3
    qualify
        row_number() over (
            partition by mentioned.document_id
            order by count(*) desc, min(mentioned.char_start), locations.country_iso3
        ) = 1
),

-- who repeats himself in a document has made one claim
repeated as (
    select again.observation_id
    from observations as again
    inner join observations as first_telling on again.restates_observation_id = first_telling.observation_id
    where first_telling.attributed_to_actor_id is not distinct from again.attributed_to_actor_id
),

keyed as (
    select
        observations.observation_id,
        observations.document_id,
        observations.measure,
        observations.value,
        observations.value_low,
        observations.value_high,
        observations.qualifier,
        observations.modality = 'denied' as is_denied,
        coalesce(
            -- what an officer reads out of his centre's day is the centre's count
            case when observations.document_kind = 'bulletin' and observations.period = 'last_24h' then observations.reported_by_actor_id end,
            observations.attributed_to_actor_id,
            observations.reported_by_actor_id,
            observations.document_id
        ) as claimant_id,
        coalesce(observations.attributed_to_actor_id, observations.reported_by_actor_id) as who_id,
        documents.published_date,
        coalesce(
            locations.admin1_pcode,
            -- what counts for the northwest says nothing of the country
            case when locations.location_type = 'zone' then locations.location_id end,
            locations.country_iso3,
            -- refugees without a place are those of all places
            case when observations.document_kind = 'article' and measures.theme <> 'displacement' then countries.country_iso3 end,
            ''
        ) as place_key,
        case
            when observations.measure = 'other' and observations.subject is null then observations.observation_id
            when observations.measure = 'other'
                then lower(concat_ws(' ', coalesce(observations.unit, ''), observations.currency)) || ':' || lower(observations.subject)
            else
                -- families are no people
                case when observations.unit <> measures.unit then observations.unit || ':' else '' end
                || coalesce(observations.currency, '')
                || ':'
                || coalesce(observations.subgroup, '')
                -- "about 2,000 people a day return" says nothing of how many have returned
                || case when {{ is_told_as_a_rate('observations') }} then ':rate' else '' end
        end as subject_key,
        case when observations.modality in ('planned', 'promised', 'needed') then observations.modality else 'is' end as mood_key,
        -- what one promises, needs or gives contradicts nobody else's
        case
            when observations.modality in ('promised', 'needed') or (measures.theme = 'money' and measures.additivity = 'additive')
                then coalesce(observations.attributed_to_actor_id, observations.reported_by_actor_id, observations.document_id)
            else ''
        end as owner_key,
        case
            -- an estimate of a cost is good until the next one
            when measures.additivity = 'non_additive' and observations.unit = 'money' and observations.modality = 'estimated' then 'any'
            -- two counts of what comes and goes, of no known day and span, are not of the same days; a toll is of its event
            when
                observations.as_of_date is null and observations.period = 'other'
                and measures.additivity = 'additive' and measures.theme <> 'casualties'
                then concat_ws(' ', observations.document_id, observations.attributed_to_actor_id, observations.reported_by_actor_id)
            -- of what nobody knows the time, other documents tell nothing
            when observations.as_of_date is null then observations.document_id
            when measures.additivity = 'non_additive' and observations.measure <> 'other' then cast(year(observations.as_of_date) as varchar)
            else
                concat_ws(
                    ' ',
                    observations.period,
                    coalesce(cast(observations.period_start as varchar), ''),
                    observations.as_of_date,
                    -- what a party registers in a day is its own list and contradicts nobody's
                    case
                        when observations.document_kind = 'bulletin' and observations.period = 'last_24h'
                            then coalesce(observations.reported_by_actor_id, '')
                    end
                )
        end as time_key,
        -- a part claims nothing about the whole
        case
            when observations.part_kind in ('part', 'subset') and observations.subgroup is null
                then observations.part_kind || coalesce(observations.location_id, observations.subject, '')
            else ''
        end as part_key
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

final as (
    select
        observation_id,
        document_id,
        'c' || left(sha256(concat_ws('|', measure, subject_key, place_key, mood_key, owner_key, time_key, part_key)), 23) as claim_group,
        subject_key,
        place_key,
        mood_key,
        owner_key,
        time_key,
        part_key,
        claimant_id,
        who_id,
        value,
        value_low,
        value_high,
        published_date,
        is_denied,
        -- within a tenth, "about" says the same; who denies a figure claims none
        case
            when is_denied then null
            when qualifier = 'about' then value * 0.9
            when qualifier in ('exact', 'at_least', 'more_than') then value
            else value_low
        end as least_true,
        case
            when is_denied then null
            when qualifier = 'about' then value * 1.1
            when qualifier in ('exact', 'at_most', 'less_than') then value
            else value_high
        end as most_true
    from keyed
)

select * from final
