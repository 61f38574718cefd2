with

entries as (
    select * from {{ ref('stg_gazetteer_places') }}
),

names as (
    select * from {{ ref('int_gazetteer_names') }}
),

curated_names as (
    select * from {{ ref('int_curated_place_names') }}
),

named as (
    select
        entries.*,
        names.name_key
    from entries
    inner join names on entries.entry_id = names.entry_id
),

-- One place under one name, unless governorate or distance tell them apart.
curated_options as (
    select
        named.entry_id,
        curated_names.location_id,
        {{ km_between('named', 'curated_names') }} as km_away
    from named
    inner join curated_names
        on
            named.name_key = curated_names.name_key
            and named.country_iso3 = curated_names.country_iso3
    where
        case named.location_type
            when 'governorate' then curated_names.location_type = 'governorate'
            when 'district' then curated_names.location_type = 'district'
            else curated_names.location_type not in ('country', 'governorate', 'zone')
        end
        and case
            when named.admin1_pcode = curated_names.admin1_pcode then coalesce(km_away <= 15, true) or named.location_type <> 'settlement'
            else coalesce(km_away <= 5, named.admin1_pcode is null or curated_names.admin1_pcode is null)
        end
    union all
    select
        entries.entry_id,
        curated_names.location_id,
        0 as km_away
    from entries
    inner join curated_names on entries.entry_id = curated_names.location_id
    where entries.location_type = 'governorate'
),

curated as (
    select
        entry_id,
        location_id
    from curated_options
    qualify row_number() over (partition by entry_id order by km_away nulls last, location_id) = 1
),

coded as (
    select * from named
    where entry_source = 'pcodes' and location_type = 'settlement'
),

dumped as (
    select * from named
    where entry_source = 'geonames'
),

pairs as (
    select distinct
        coded.entry_id,
        dumped.entry_id as geonames_id,
        {{ km_between('coded', 'dumped') }} as km_away
    from coded
    inner join dumped
        on
            coded.name_key = dumped.name_key
            and coded.country_iso3 = dumped.country_iso3
    where
        coalesce(coded.admin1_pcode = dumped.admin1_pcode, true)
        and coalesce(km_away <= 10, true)
),

nearest as (
    select * from pairs
    qualify
        row_number() over (partition by entry_id order by km_away nulls last, geonames_id) = 1
        and row_number() over (partition by geonames_id order by km_away nulls last, entry_id) = 1
),

final as (
    select
        entries.entry_id,
        coalesce(curated.location_id, of_dumped.location_id, of_coded.location_id, nearest.geonames_id, entries.entry_id)
            as location_id,
        coalesce(curated.location_id, of_dumped.location_id, of_coded.location_id) is not null as is_curated,
        entries.entry_source,
        entries.location_name,
        entries.location_type,
        entries.country_iso3,
        entries.admin1_pcode,
        entries.admin1_name,
        entries.admin2_pcode,
        entries.admin2_name,
        entries.pcode,
        entries.latitude,
        entries.longitude,
        entries.population
    from entries
    left join curated on entries.entry_id = curated.entry_id
    left join nearest on entries.entry_id = nearest.entry_id
    left join curated as of_dumped on nearest.geonames_id = of_dumped.entry_id
    left join nearest as paired on entries.entry_id = paired.geonames_id
    left join curated as of_coded on paired.entry_id = of_coded.entry_id
)

select * from final
