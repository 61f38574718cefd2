with

locations as (
    select * from {{ ref('int_locations') }}
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
        admin2_name,
        admin2_pcode,
        pcode,
        latitude,
        longitude,
        coordinate_precision,
        is_curated
    from locations
)

select * from final
