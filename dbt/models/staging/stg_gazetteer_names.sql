with

dumped as (
    select * from {{ source('raw', 'gazetteer_places') }}
),

alternates as (
    select * from {{ source('raw', 'gazetteer_names') }}
),

units as (
    select * from {{ source('raw', 'gazetteer_pcodes') }}
),

names as (
    select
        'g-' || geoname_id as entry_id,
        place_name
    from dumped
    union
    select
        'g-' || geoname_id as entry_id,
        unnest(alternate_names) as place_name
    from dumped
    union
    select
        'g-' || geoname_id as entry_id,
        alternate_name as place_name
    from alternates
    union
    select
        pcode as entry_id,
        unnest(list_prepend(place_name, other_names)) as place_name
    from units
    where level <> 3
),

-- The alphabets of the documents.
final as (
    select
        entry_id,
        place_name
    from names
    where regexp_full_match(place_name, '[\p{Latin}\p{Cyrillic}][\p{Latin}\p{Cyrillic}\p{M} .''’ʼ‘`´ʻ-]+')
)

select * from final
