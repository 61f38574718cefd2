with

actors as (
    select * from {{ ref('actors') }}
    where actor_type = 'person'
),

aliases as (
    select * from {{ ref('actor_aliases') }}
    where language = 'en' and alias_kind = 'name'
),

names as (
    select
        actor_id,
        {{ phrase_key('actor_name') }} as name_key
    from actors
    union all
    select
        aliases.actor_id,
        {{ phrase_key('aliases.alias') }} as name_key
    from aliases
    inner join actors on aliases.actor_id = actors.actor_id
),

sounded as (
    select
        actor_id,
        {{ name_sound('name_key') }} as name_sound
    from names
    where regexp_full_match(name_key, '[a-z]+(?: [a-z]+)+')
),

-- Where two persons sound alike, a spelling that is neither's is nobody's.
final as (
    select
        name_sound,
        min(actor_id) as actor_id
    from sounded
    where contains(name_sound, ' ') and length(regexp_replace(name_sound, '[ .AIU]', '', 'g')) >= 5
    group by name_sound
    having count(distinct actor_id) = 1
)

select * from final
