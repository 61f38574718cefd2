with

places as (
    select * from {{ ref('places') }}
),

aliases as (
    select
        regexp_replace(alias, '^[Tt]he ', '') as alias,
        location_id
    from {{ ref('place_aliases') }}
    union
    -- "пресс-секретарь Хмеймима", "жители Иерусалима"
    select
        {{ russian_oblique('alias') }} as alias,
        location_id
    from {{ ref('place_aliases') }}
    where language = 'ru'
    union
    select
        location_name as alias,
        location_id
    from places
    where not contains(location_name, ',') and not contains(location_name, '(')
),

named as (
    select
        {{ place_key('aliases.alias') }} as name_key,
        aliases.location_id,
        places.location_name,
        places.location_type,
        places.country_iso3,
        places.admin1_pcode,
        places.latitude,
        places.longitude,
        bool_and(regexp_full_match(aliases.alias, '[\p{Lu}.-]{2,6}')) as is_acronym
    from aliases
    inner join places on aliases.location_id = places.location_id
    group by all
),

final as (
    select * from named
    where name_key <> ''
)

select * from final
