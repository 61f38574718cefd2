with

known as (
    select * from {{ ref('int_known_locations') }}
),

mentioned as (
    select distinct location_id from {{ ref('int_place_mentions') }}
),

text_places as (
    select
        location_id,
        min(parent_location_id) as parent_location_id
    from {{ ref('int_text_place_mentions') }}
    group by location_id
),

parents as (
    select
        location_id,
        country_iso3,
        admin1_name,
        admin1_pcode
    from {{ ref('places') }}
),

-- What the id tells of a place, and no more: its kind and spelling are as some other text has them.
final as (
    select
        known.location_id,
        known.location_type,
        known.parent_location_id,
        known.country_iso3,
        known.admin1_name,
        known.admin1_pcode
    from known
    left join mentioned on known.location_id = mentioned.location_id
    where known.is_always_there or mentioned.location_id is not null
    union all
    select
        text_places.location_id,
        'settlement' as location_type,
        text_places.parent_location_id,
        parents.country_iso3,
        parents.admin1_name,
        parents.admin1_pcode
    from text_places
    left join parents on text_places.parent_location_id = parents.location_id
)

select * from final
