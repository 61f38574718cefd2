with

observations as (
    select
        observation_id,
        document_id,
        location_id,
        reported_by_actor_id,
        attributed_to_actor_id
    from {{ ref('int_recorded_observations') }}
),

shared as (
    select
        observation_id,
        location_id
    from {{ ref('int_recorded_observation_locations') }}
),

changed_observations as (
    {{ changed_rows('fct_observations', ['observation_id']) }}
),

changed_shares as (
    {{ changed_rows('bridge_observation_location', ['observation_id']) }}
),

changed_documents as (
    {{ changed_rows('dim_document', ['document_id']) }}
),

changed_actors as (
    {{ changed_rows('dim_actor', ['actor_id']) }}
),

changed_locations as (
    {{ changed_rows('dim_location', ['location_id']) }}
),

final as (
    select observation_id from changed_observations
    union
    select observation_id from changed_shares
    union
    select observation_id from shared
    where location_id in (select location_id from changed_locations)
    union
    select observation_id from observations
    where
        document_id in (select document_id from changed_documents)
        or location_id in (select location_id from changed_locations)
        or reported_by_actor_id in (select actor_id from changed_actors)
        or attributed_to_actor_id in (select actor_id from changed_actors)
)

select * from final
