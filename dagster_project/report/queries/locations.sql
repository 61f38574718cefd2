-- Places that the page names. Those of a governorate bear its P-code, itself included. One row a place.
select
    location_id,
    location_name,
    location_type,
    case when country_iso3 = 'SYR' then admin1_pcode end as pcode,
    country_iso3,
    case when coordinate_precision <> 'none' then round(longitude, 4) end as longitude,
    case when coordinate_precision <> 'none' then round(latitude, 4) end as latitude,
    coordinate_precision
from marts.dim_location
where location_id in (select unnest($location_ids)) or (location_type = 'governorate' and country_iso3 = 'SYR')
order by location_name, location_id
