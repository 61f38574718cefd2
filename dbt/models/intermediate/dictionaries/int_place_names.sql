with

curated as (
    select * from {{ ref('int_curated_place_names') }}
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

entries as (
    select * from {{ ref('int_gazetteer_places') }}
),

entry_names as (
    select * from {{ ref('int_gazetteer_names') }}
),

world as (
    select
        {{ place_key('cities.location_name') }} as name_key,
        cities.location_id,
        cities.location_name,
        cities.country_iso3,
        max(cities.population) as population
    from cities
    where cities.location_id not in (select entry_id from entries)
    group by all
),

-- Names from a user's gazetteers: more spellings of what is known, and places that are not.
added as (
    select
        entry_names.name_key,
        entries.location_id,
        -- as int_known_locations names it
        coalesce(
            any_value(places.location_name),
            first(entries.location_name order by entries.entry_source, entries.entry_id)
            || case when min(entries.location_type) = 'district' then ' District' else '' end
        ) as location_name,
        coalesce(any_value(places.location_type), min(entries.location_type)) as location_type,
        any_value(entries.country_iso3) as country_iso3,
        min(entries.admin1_pcode) as admin1_pcode,
        bool_and(not entries.is_curated and entries.location_type = 'settlement' and entries.population < 15000) as needs_cue,
        max(if(entries.is_curated, 0, entries.population)) as population
    from entries
    inner join entry_names on entries.entry_id = entry_names.entry_id
    left join (
        select distinct
            location_id,
            location_name,
            location_type
        from curated
    ) as places on entries.location_id = places.location_id
    where entry_names.name_key not in (select name_key from stop_words)
    group by entry_names.name_key, entries.location_id
),

-- A village of the same name as a place of the dictionary is another reading of it, in its own country only.
new_names as (
    select added.*
    from added
    where not exists (
        select 1 from curated
        where
            curated.name_key = added.name_key
            and (
                curated.location_id = added.location_id
                or curated.country_iso3 is distinct from added.country_iso3
                or curated.location_type in ('country', 'zone', 'other')
            )
    )
),

final as (
    select
        curated.name_key,
        curated.location_id,
        curated.location_name,
        curated.location_type,
        curated.country_iso3,
        curated.admin1_pcode,
        curated.is_acronym,
        true as is_curated,
        false as needs_cue,
        bare_places.location_id is not null as is_bare_meaning,
        0 as population
    from curated
    left join bare_places
        on
            curated.name_key = bare_places.name_key
            and curated.location_id = bare_places.location_id
    union all by name
    select
        new_names.name_key,
        new_names.location_id,
        new_names.location_name,
        new_names.location_type,
        new_names.country_iso3,
        new_names.admin1_pcode,
        false as is_acronym,
        false as is_curated,
        new_names.needs_cue,
        false as is_bare_meaning,
        new_names.population
    from new_names
    union all by name
    select
        world.name_key,
        world.location_id,
        world.location_name,
        'settlement' as location_type,
        world.country_iso3,
        cast(null as varchar) as admin1_pcode,
        false as is_acronym,
        false as is_curated,
        false as needs_cue,
        false as is_bare_meaning,
        world.population
    from world
    where
        length(world.name_key) >= 4
        and world.name_key not in (select name_key from curated)
        and world.name_key not in (select name_key from stop_words)
)

select * from final
