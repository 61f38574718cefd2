with

places as (
    select * from {{ ref('places') }}
),

cities as (
    select * from {{ ref('stg_world_cities') }}
),

text_places as (
    select * from {{ ref('int_text_places') }}
),

mentioned as (
    select distinct location_id from {{ ref('int_place_mentions') }}
),

final as (
    select
        location_id,
        location_name,
        location_type,
        parent_location_id,
        country_iso3,
        admin1_name,
        admin1_pcode,
        latitude,
        longitude,
        coordinate_precision,
        true as is_curated
    from places
    union all
    select
        cities.location_id,
        cities.location_name,
        'settlement' as location_type,
        countries.location_id as parent_location_id,
        cities.country_iso3,
        cast(null as varchar) as admin1_name,
        cast(null as varchar) as admin1_pcode,
        cities.latitude,
        cities.longitude,
        'exact' as coordinate_precision,
        true as is_curated
    from cities
    inner join mentioned on cities.location_id = mentioned.location_id
    left join places as countries on cities.country_iso3 = countries.location_id
    union all
    select
        location_id,
        location_name,
        location_type,
        parent_location_id,
        country_iso3,
        admin1_name,
        admin1_pcode,
        cast(null as double) as latitude,
        cast(null as double) as longitude,
        'none' as coordinate_precision,
        false as is_curated
    from text_places
)

select * from final
