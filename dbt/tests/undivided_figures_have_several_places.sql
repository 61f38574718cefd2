{{ config(severity='error', meta={'dagster': {'ref': {'name': 'bridge_observation_location'}}}) }}
-- "3 cases in Aleppo, Hama and Quneitra" has three places here and none of its own
with

places as (
    select
        observation_id,
        count(*) as place_count
    from {{ ref('bridge_observation_location') }}
    group by observation_id
)

select
    places.observation_id,
    places.place_count,
    observations.location_id,
    case
        when observations.observation_id is null then 'no such observation'
        when places.place_count < 2 then 'a single place belongs into the observation'
        else 'the observation has a place of its own'
    end as fault
from places
left join {{ ref('fct_observations') }} as observations on places.observation_id = observations.observation_id
where observations.observation_id is null or places.place_count < 2 or observations.location_id is not null
