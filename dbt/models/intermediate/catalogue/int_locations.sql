{{ config(remembered=true) }}

with

known as (
    select * from {{ ref('int_known_locations') }}
),

mentioned as (
    select distinct location_id from {{ ref('int_recorded_place_mentions') }}
),

text_places as (
    select * from {{ ref('int_text_places') }}
),

final as (
    select
        known.* exclude (is_always_there),
        true as is_curated
    from known
    left join mentioned on known.location_id = mentioned.location_id
    where known.is_always_there or mentioned.location_id is not null
    union all by name
    select
        location_id,
        location_name,
        location_type,
        parent_location_id,
        country_iso3,
        admin1_name,
        admin1_pcode,
        'none' as coordinate_precision,
        false as is_curated
    from text_places
)

select * from final
