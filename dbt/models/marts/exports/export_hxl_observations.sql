{{ config(materialized='kept', kept_by='observation_id', touched='int_touched_observations') }}

with

observations as (
    select * from {{ ref('fct_observations') }}
    where {{ is_touched('observation_id', 'int_touched_observations') }}
),

measures as (
    select * from {{ ref('dim_measure') }}
),

locations as (
    select * from {{ ref('dim_location') }}
),

actors as (
    select * from {{ ref('dim_actor') }}
),

documents as (
    select * from {{ ref('dim_document') }}
),

shared as (
    select
        bridge.observation_id,
        string_agg(locations.location_name, '; ' order by locations.location_name, locations.location_id) as places
    from {{ ref('bridge_observation_location') }} as bridge
    inner join locations on bridge.location_id = locations.location_id
    where {{ is_touched('bridge.observation_id', 'int_touched_observations') }}
    group by bridge.observation_id
),

final as (
    select
        observations.observation_id,
        observations.as_of_date,
        observations.period,
        observations.period_start,
        observations.period_end,
        observations.measure,
        measures.description as measure_description,
        trim(observations.subject) as subject,
        observations.value,
        observations.value_low,
        observations.value_high,
        observations.qualifier,
        observations.unit,
        observations.currency,
        locations.country_iso3,
        locations.admin1_name,
        locations.admin1_pcode,
        locations.location_name,
        locations.location_type,
        locations.latitude,
        locations.longitude,
        locations.coordinate_precision,
        shared.places as shared_by_places,
        reporters.actor_name as reported_by,
        speakers.actor_name as attributed_to,
        observations.modality,
        observations.part_kind,
        observations.is_countable,
        observations.is_current,
        documents.outlet,
        documents.source_url,
        documents.published_date,
        observations.document_id,
        observations.quote
    from observations
    inner join measures on observations.measure = measures.measure
    inner join documents on observations.document_id = documents.document_id
    left join locations on observations.location_id = locations.location_id
    left join shared on observations.observation_id = shared.observation_id
    left join actors as reporters on observations.reported_by_actor_id = reporters.actor_id
    left join actors as speakers on observations.attributed_to_actor_id = speakers.actor_id
)

select * from final
