with

places as (
    select
        location_id,
        location_name,
        location_type,
        country_iso3
    from {{ ref('places') }}
),

aliases as (
    select
        regexp_replace(alias, '^[Tt]he ', '') as alias,
        location_id
    from {{ ref('place_aliases') }}
    union
    select
        location_name as alias,
        location_id
    from places
    where not contains(location_name, ',') and not contains(location_name, '(')
),

stop_words as (
    select {{ place_key('word') }} as name_key from {{ ref('place_stop_words') }}
),

bare_places as (
    select distinct
        {{ place_key('alias') }} as name_key,
        location_id
    from {{ ref('bare_places') }}
),

cities as (
    select * from {{ ref('stg_world_cities') }}
),

curated as (
    select
        {{ place_key('aliases.alias') }} as name_key,
        aliases.location_id,
        places.location_name,
        places.location_type,
        places.country_iso3,
        bool_and(regexp_full_match(aliases.alias, '[\p{Lu}.]{2,6}')) as is_acronym
    from aliases
    inner join places on aliases.location_id = places.location_id
    group by all
),

world as (
    select
        {{ place_key('location_name') }} as name_key,
        location_id,
        location_name,
        country_iso3,
        max(population) as population
    from cities
    group by all
),

final as (
    select
        curated.name_key,
        curated.location_id,
        curated.location_name,
        curated.location_type,
        curated.country_iso3,
        curated.is_acronym,
        true as is_curated,
        bare_places.location_id is not null as is_bare_meaning,
        0 as population
    from curated
    left join bare_places
        on
            curated.name_key = bare_places.name_key
            and curated.location_id = bare_places.location_id
    where curated.name_key <> ''
    union all by name
    select
        world.name_key,
        world.location_id,
        world.location_name,
        'settlement' as location_type,
        world.country_iso3,
        false as is_acronym,
        false as is_curated,
        false as is_bare_meaning,
        world.population
    from world
    where
        length(world.name_key) >= 4
        and world.name_key not in (select name_key from curated)
        and world.name_key not in (select name_key from stop_words)
)

select * from final
