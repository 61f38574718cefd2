with

places as (
    select * from {{ ref('places') }}
),

cities as (
    select * from {{ ref('stg_world_cities') }}
),

entries as (
    select * from {{ ref('int_gazetteer_places') }}
),

-- What gazetteers tell of a place, be it the dictionary's or their own: name and position as GeoNames has them, kind as P-codes do.
told as (
    select
        location_id,
        bool_or(is_curated) as is_curated,
        first(location_name order by entry_source, entry_id) as location_name,
        first(location_type order by entry_source desc, entry_id) as location_type,
        min(country_iso3) as country_iso3,
        min(admin1_pcode) as admin1_pcode,
        min(admin1_name) as admin1_name,
        min(admin2_pcode) as admin2_pcode,
        first(admin2_name order by admin2_pcode nulls last) as admin2_name,
        min(pcode) as pcode,
        first(latitude order by latitude is null, entry_source, entry_id) as latitude,
        first(longitude order by longitude is null, entry_source, entry_id) as longitude
    from entries
    group by location_id
),

units as (
    select
        entry_id,
        location_id
    from entries
    where entry_source = 'pcodes'
),

added as (
    select
        told.*,
        coalesce(governorates.admin1_name, told.admin1_name) as governorate_name,
        coalesce(districts.location_id, governorates.location_id, new_governorates.location_id, countries.location_id)
            as parent_location_id
    from told
    left join units as districts on told.admin2_pcode = districts.entry_id and told.location_type = 'settlement'
    left join places as governorates on told.admin1_pcode = governorates.location_id
    left join units as new_governorates on told.admin1_pcode = new_governorates.entry_id and told.location_type <> 'governorate'
    left join places as countries on told.country_iso3 = countries.location_id
    where not told.is_curated
),

final as (
    select
        places.location_id,
        places.location_name,
        places.location_type,
        places.parent_location_id,
        places.country_iso3,
        places.admin1_name,
        places.admin1_pcode,
        told.admin2_name,
        told.admin2_pcode,
        case when places.location_type = 'governorate' then places.admin1_pcode else told.pcode end as pcode,
        places.latitude,
        places.longitude,
        places.coordinate_precision,
        true as is_always_there
    from places
    left join told on places.location_id = told.location_id
    union all
    select
        added.location_id,
        added.location_name || case when added.location_type = 'district' then ' District' else '' end as location_name,
        added.location_type,
        added.parent_location_id,
        added.country_iso3,
        added.governorate_name as admin1_name,
        added.admin1_pcode,
        added.admin2_name,
        added.admin2_pcode,
        added.pcode,
        added.latitude,
        added.longitude,
        case
            when added.latitude is null then 'none'
            when added.location_type = 'settlement' then 'exact'
            else 'admin_centroid'
        end as coordinate_precision,
        -- Units are there as parents, settlements where a document mentions them.
        added.location_type <> 'settlement' as is_always_there
    from added
    union all
    select
        cities.location_id,
        cities.location_name,
        'settlement' as location_type,
        countries.location_id as parent_location_id,
        cities.country_iso3,
        cast(null as varchar) as admin1_name,
        cast(null as varchar) as admin1_pcode,
        cast(null as varchar) as admin2_name,
        cast(null as varchar) as admin2_pcode,
        cast(null as varchar) as pcode,
        cities.latitude,
        cities.longitude,
        'exact' as coordinate_precision,
        false as is_always_there
    from cities
    left join places as countries on cities.country_iso3 = countries.location_id
    where cities.location_id not in (select location_id from told)
)

select * from final
