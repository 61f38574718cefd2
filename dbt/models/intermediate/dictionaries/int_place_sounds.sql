with

names as (
    select * from {{ ref('int_curated_place_names') }}
    where country_iso3 = 'SYR' and location_type = 'settlement'
),

places as (
    select
        location_id,
        parent_location_id
    from {{ ref('places') }}
),

sounded as (
    select distinct
        {{ place_sound('names.name_key') }} as place_sound,
        names.location_id,
        places.parent_location_id as governorate_id
    from names
    inner join places on names.location_id = places.location_id
),

-- A governorate that the text names leaves less to be told from: three consonants do, elsewhere four that are not two said twice ("Safsafa").
-- Russian keys are stems, of which more must be left.
ways as (
    select
        place_sound,
        location_id,
        governorate_id
    from sounded
    where length(place_sound) >= if(place_sound >= 'а', 6, 3) and governorate_id is not null
    union all
    select
        place_sound,
        location_id,
        cast(null as varchar) as governorate_id
    from sounded
    where length(place_sound) >= if(place_sound >= 'а', 6, 4) and left(place_sound, 2) <> substr(place_sound, 3)
),

-- Where two places sound alike, a spelling that is neither's is nobody's.
final as (
    select
        place_sound,
        governorate_id,
        min(location_id) as location_id
    from ways
    group by place_sound, governorate_id
    having count(distinct location_id) = 1
)

select * from final
