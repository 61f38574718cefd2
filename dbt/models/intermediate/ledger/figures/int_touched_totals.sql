with

placed as (
    select
        document_id,
        location_id
    from {{ ref('int_recorded_observations') }}
    union all
    select
        document_id,
        location_id
    from {{ ref('int_recorded_observation_locations') }}
),

changed_locations as (
    {{ changed_values('int_locations', 'location_id') }}
),

final as (
    select document_id from {{ ref('int_touched_documents') }}
    union
    select placed.document_id
    from placed
    inner join changed_locations on placed.location_id = changed_locations.location_id
)

select * from final
