with

actors as (
    select * from {{ ref('actors') }}
),

names as (
    select * from {{ ref('int_actor_names') }}
    where actor_id is not null
),

demonyms as (
    select
        {{ phrase_key('demonym') }} as demonym_key,
        country_iso3
    from {{ ref('demonyms') }}
    where language = 'en'
),

states as (
    select
        country_iso3,
        min(actor_id) as state_actor_id
    from actors
    where actor_type = 'state' and country_iso3 is not null
    group by country_iso3
),

wanted as (
    select
        country_iso3,
        demonym_key || ' ' || body.suffix as name_key,
        body.suffix_rank,
        body.actor_type
    from demonyms
    cross join (
        values
        ('armed forces', 1, 'military'), ('army', 2, 'military'), ('military', 3, 'military'),
        ('forces', 4, 'military'), ('government', 1, 'government'), ('regime', 2, 'government')
    ) as body (suffix, suffix_rank, actor_type)
),

found as (
    select
        wanted.country_iso3,
        wanted.actor_type,
        min_by(names.actor_id, (wanted.suffix_rank, names.actor_id)) as actor_id
    from wanted
    inner join names on wanted.name_key = names.name_key
    inner join actors on names.actor_id = actors.actor_id and wanted.actor_type = actors.actor_type
    group by wanted.country_iso3, wanted.actor_type
),

final as (
    select
        states.country_iso3,
        states.state_actor_id,
        governments.actor_id as government_actor_id,
        forces.actor_id as forces_actor_id
    from states
    left join found as governments
        on states.country_iso3 = governments.country_iso3 and governments.actor_type = 'government'
    left join found as forces
        on states.country_iso3 = forces.country_iso3 and forces.actor_type = 'military'
)

select * from final
