with

observations as (
    select * from {{ ref('int_observations') }}
),

locations as (
    select * from {{ ref('int_figure_locations') }}
),

final as (
    select distinct
        observations.observation_id,
        observations.document_id,
        locations.location_id
    from observations
    inner join locations on observations.mention_id = locations.mention_id
    where observations.location_id is null and locations.location_count > 1
)

select * from final
