with

actors as (
    select * from {{ ref('actors') }}
),

aliases as (
    select * from {{ ref('actor_aliases') }}
),

traps as (
    select * from {{ ref('actor_traps') }}
),

role_aliases as (
    select * from {{ ref('role_aliases') }}
),

demonyms as (
    select * from {{ ref('demonyms') }}
),

named as (
    select
        alias,
        alias_kind as name_kind,
        actor_id,
        cast(null as varchar) as role_key
    from aliases
    union all
    -- the stem of a surname keeps its -ов only before a case ending: "слова Лаврова"
    select
        alias || 'а',
        alias_kind,
        actor_id,
        null
    from aliases
    where language = 'ru' and regexp_matches(alias, '(?:ов|ев)$')
    union all
    -- and so do some first names: "слова Сергея Лаврова", "Николая", "Павла"
    select
        regexp_replace(
            regexp_replace(regexp_replace(alias, '^(\p{L}+)ей ', '\1ея '), '^(\p{L}+)ай ', '\1ая '), '^Павел ', 'Павла '
        ) || case when regexp_matches(alias, '(?:ов|ев)$') then 'а' else '' end,
        alias_kind,
        actor_id,
        null
    from aliases
    where language = 'ru' and alias_kind = 'name' and regexp_matches(alias, '^(?:\p{L}+[еа]й|Павел) \p{Lu}')
    union all
    select
        actor_name,
        'name',
        actor_id,
        null
    from actors
    union all
    select
        alias,
        'role',
        null,
        role_key
    from role_aliases
    union all
    select
        phrase,
        'trap',
        null,
        null
    from traps
),

-- "Russian Defence Ministry" is also "Russia's" and "the Russian Federation Defence Ministry".
states as (
    select
        demonyms.demonym,
        aliases.alias as state_name
    from demonyms
    inner join actors on demonyms.country_iso3 = actors.country_iso3 and actors.actor_type = 'state'
    inner join aliases on actors.actor_id = aliases.actor_id
    where
        demonyms.language = 'en'
        and aliases.language = 'en'
        and aliases.alias_kind = 'name'
        and len(string_split(aliases.alias, ' ')) <= 2
),

by_state as (
    select
        states.state_name || substr(named.alias, length(states.demonym) + 1) as alias,
        named.name_kind,
        named.actor_id,
        named.role_key
    from named
    inner join states on string_split(named.alias, ' ')[1] = states.demonym and contains(named.alias, ' ')
    where named.name_kind in ('name', 'role')
),

spelled as (
    select * from named
    union all
    select * from by_state
),

folded as (
    select
        {{ phrase_key(ngram_part('alias')) }} as written_key,
        name_kind <> 'trap'
        and regexp_matches(alias, '^(?:[Tt]he )?\p{Lu}')
        -- "Illegal armed formations" has its capital from standing first
        and not regexp_full_match(alias, '\p{Lu}\p{Ll}+(?: \p{Ll}[\p{Ll}-]*){2,}')
        -- "the foreign minister of Jordan": only whose the office is has its capital everywhere
        and not (name_kind = 'role' and regexp_matches(alias, '^\p{Lu}\p{Ll}.* (?:of|to|for) (?:the )?\p{Lu}'))
            as needs_capital,
        regexp_full_match(alias, '[\p{Lu}\p{N}.&]{2,6}') as needs_upper,
        name_kind,
        actor_id,
        role_key
    from spelled
),

-- British and American spellings stand for one another.
variants as (
    select distinct
        regexp_replace(unnest([
            written_key,
            {{ spelling('written_key', british=true) }},
            {{ spelling('written_key', british=false) }}
        ]), '^the ', '') as name_key,
        needs_capital,
        needs_upper,
        name_kind,
        actor_id,
        role_key
    from folded
),

final as (
    select
        name_key,
        actor_id,
        role_key,
        name_kind,
        needs_capital,
        needs_upper
    from variants
    where name_key <> ''
    qualify
        row_number() over (
            partition by name_key
            order by
                case name_kind when 'trap' then 0 when 'name' then 1 when 'epithet' then 2 when 'metonym' then 3 else 4 end,
                coalesce(actor_id, role_key, ''),
                -- two spellings of one alias may differ in their capitals: the wider one stays, in every build
                needs_capital,
                needs_upper
        ) = 1
)

select * from final
