-- Places with coordinates and how often they are told of, for a map.
select
    dim_location.location_name,
    dim_location.location_type,
    dim_location.latitude,
    dim_location.longitude,
    count(distinct bridge_document_location.document_id) as documents,
    sum(bridge_document_location.mention_count) as mentions
from marts.dim_location
inner join marts.bridge_document_location on dim_location.location_id = bridge_document_location.location_id
inner join marts.dim_document on bridge_document_location.document_id = dim_document.document_id
where dim_document.is_current and dim_location.latitude is not null and dim_location.country_iso3 = 'SYR'
group by all
order by documents desc, mentions desc, dim_location.location_name
