{{ config(severity='warn', meta={'dagster': {'ref': {'name': 'dim_location'}}}) }}
with

locations as (
    select * from {{ ref('dim_location') }}
)

select
    locations.location_id,
    locations.location_name,
    locations.latitude,
    locations.longitude,
    locations.parent_location_id,
    case
        when (locations.latitude is null) <> (locations.longitude is null) then 'half a position'
        when abs(locations.latitude) > 90 or abs(locations.longitude) > 180 then 'no position on earth'
        when (locations.coordinate_precision = 'none') <> (locations.latitude is null) then 'the precision is not that of the position'
        when locations.parent_location_id = locations.location_id or parents.parent_location_id = locations.location_id
            then 'it lies in itself'
        when parents.country_iso3 <> locations.country_iso3 then 'what contains it lies in another country'
        -- a degree and a half is more than any governorate is wide
        when
            parents.location_type = 'governorate' and locations.country_iso3 = 'SYR' and locations.location_type <> 'zone'
            and (abs(locations.latitude - parents.latitude) > 2 or abs(locations.longitude - parents.longitude) > 3)
            then 'far from the governorate that contains it'
    end as fault
from locations
left join locations as parents on locations.parent_location_id = parents.location_id
where fault is not null
