with

locations as (
    select * from {{ ref('int_recorded_observation_locations') }}
),

final as (
    select
        observation_id,
        location_id
    from locations
)

select * from final
