with

mentions as (
    select * from {{ ref('int_recorded_text_place_mentions') }}
),

parents as (
    select
        location_id,
        country_iso3,
        admin1_name,
        admin1_pcode
    from {{ ref('places') }}
),

merged as (
    select
        location_id,
        -- "в Уфании": no Russian name ends so but in a case of Уфания
        regexp_replace(min(place_text), '(\p{Cyrillic})ии$', '\1ия') as location_name,
        min(location_type) as location_type,
        min(parent_location_id) as parent_location_id
    from mentions
    group by location_id
),

final as (
    select
        merged.location_id,
        merged.location_name,
        merged.location_type,
        merged.parent_location_id,
        parents.country_iso3,
        parents.admin1_name,
        parents.admin1_pcode
    from merged
    left join parents on merged.parent_location_id = parents.location_id
)

select * from final
