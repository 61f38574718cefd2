with

cities as (
    select * from {{ source('raw', 'world_cities') }}
),

-- Small towns only where the reports come from: elsewhere their names are mostly other words.
final as (
    select
        'g-' || geoname_id as location_id,
        city_name as location_name,
        country_iso3,
        latitude,
        longitude,
        population
    from cities
    where
        population >= 100000
        or is_capital
        or (population >= 15000 and country_iso3 in ('SYR', 'LBN', 'JOR', 'IRQ', 'TUR', 'ISR', 'IRN'))
)

select * from final
