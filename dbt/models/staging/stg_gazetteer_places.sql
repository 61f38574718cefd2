with

dumped as (
    select * from {{ source('raw', 'gazetteer_places') }}
),

units as (
    select * from {{ source('raw', 'gazetteer_pcodes') }}
),

countries as (
    select * from {{ source('raw', 'countries') }}
),

governorates as (
    select * from {{ ref('geonames_admin1') }}
),

final as (
    select
        'g-' || dumped.geoname_id as entry_id,
        'geonames' as entry_source,
        dumped.place_name as location_name,
        'settlement' as location_type,
        countries.country_iso3,
        governorates.location_id as admin1_pcode,
        cast(null as varchar) as admin1_name,
        cast(null as varchar) as admin2_pcode,
        cast(null as varchar) as admin2_name,
        cast(null as varchar) as pcode,
        dumped.latitude,
        dumped.longitude,
        dumped.population
    from dumped
    left join countries on dumped.country_iso2 = countries.country_iso2
    left join governorates
        on
            dumped.country_iso2 = governorates.country_iso2
            and dumped.admin1_code = governorates.admin1_code
    union all
    select
        units.pcode as entry_id,
        'pcodes' as entry_source,
        units.place_name as location_name,
        case units.level when 1 then 'governorate' when 2 then 'district' else 'settlement' end as location_type,
        countries.country_iso3,
        units.admin1_pcode,
        units.admin1_name,
        units.admin2_pcode,
        units.admin2_name,
        units.pcode,
        units.latitude,
        units.longitude,
        0 as population
    from units
    left join countries on units.country_iso2 = countries.country_iso2
    -- Sub-districts bear the names of their towns.
    where units.level <> 3
)

select * from final
