with

places as (
    select * from {{ ref('stg_gazetteer_places') }}
),

names as (
    select * from {{ ref('stg_gazetteer_names') }}
),

-- A district or governorate is told from its seat by the word alone.
worded as (
    select
        places.entry_id,
        case places.location_type
            when 'settlement' then [names.place_name]
            when 'district' then [regexp_replace(names.place_name, '(?i) district$', '') || ' District']
            else [
                regexp_replace(names.place_name, '(?i) (?:governorate|province)$', '') || ' Governorate',
                regexp_replace(names.place_name, '(?i) (?:governorate|province)$', '') || ' Province'
            ]
        end as wordings
    from places
    inner join names on places.entry_id = names.entry_id
),

wordings as (
    select
        entry_id,
        unnest(wordings) as wording
    from worded
),

final as (
    select distinct
        entry_id,
        {{ place_key('wording') }} as name_key
    from wordings
    where length({{ place_key('wording') }}) >= 4
)

select * from final
