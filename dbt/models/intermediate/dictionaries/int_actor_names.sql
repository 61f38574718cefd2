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

wordings as (
    select * from {{ ref('ministry_wordings') }}
),

-- "Фейсал аль-Микдад", "эль-Микдад", and of a person "Фейсал Микдад"
russian as (
    select
        aliases.alias_kind,
        aliases.actor_id,
        unnest(list_concat(
            {{ russian_articles('aliases.alias') }},
            if(
                actors.actor_type = 'person',
                [regexp_replace(aliases.alias, '(\p{L}) (?:[аэ](?:ль|[лшстднрз])|е?ль)-(\p{Lu})', '\1 \2', 'g')],
                []
            )
        )) as alias
    from aliases
    inner join actors on aliases.actor_id = actors.actor_id
    where aliases.language = 'ru'
),

ministries as (
    select
        actors.actor_id,
        actors.country_iso3,
        wordings.wording
    from wordings
    inner join actors
        on
            wordings.field = split_part(actors.actor_name, ' Ministry of ', 2)
            and actors.actor_type in ('government', 'military')
),

russian_states as (
    select
        actors.country_iso3,
        {{ russian_oblique('aliases.alias') }} as state_name
    from aliases
    inner join actors on aliases.actor_id = actors.actor_id
    where aliases.language = 'ru' and aliases.alias_kind = 'name' and actors.actor_type = 'state'
),

named as (
    select
        alias,
        alias_kind as name_kind,
        actor_id,
        cast(null as varchar) as role_key,
        false as is_derived
    from aliases
    union all
    select
        alias,
        alias_kind,
        actor_id,
        null,
        true
    from russian
    union all
    -- "слова Лаврова", "встреча Навафа Салама", "посольство Китая"; "Николаю Макарову" has the stem of Николай and another than Макаров
    select
        unnest([
            {{ russian_oblique('first_words') }} || {{ russian_oblique('last_word') }},
            first_words || {{ russian_oblique('last_word') }},
            {{ russian_oblique('first_words') }} || last_word
        ]),
        alias_kind,
        actor_id,
        null,
        true
    from (
        select
            regexp_replace(alias, '[^ ]+$', '') as first_words,
            regexp_extract(alias, '[^ ]+$') as last_word,
            alias_kind,
            actor_id
        from russian
    ) as parts
    union all
    -- "министерство культуры Ирака", "иракское министерство культуры"
    select
        ministries.wording || ' ' || russian_states.state_name,
        'name',
        ministries.actor_id,
        null,
        false
    from ministries
    inner join russian_states on ministries.country_iso3 = russian_states.country_iso3
    union all
    select
        demonyms.demonym || ' ' || ministries.wording,
        'name',
        ministries.actor_id,
        null,
        false
    from ministries
    inner join demonyms on ministries.country_iso3 = demonyms.country_iso3 and demonyms.language = 'ru'
    union all
    select
        actor_name,
        'name',
        actor_id,
        null,
        false
    from actors
    union all
    select
        alias,
        'role',
        null,
        role_key,
        false
    from role_aliases
    union all
    select
        phrase,
        'trap',
        null,
        null,
        false
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
        named.role_key,
        named.is_derived
    from named
    inner join states on string_split(named.alias, ' ')[1] = states.demonym and contains(named.alias, ' ')
    where named.name_kind in ('name', 'role')
),

-- two ways to one spelling are one: the Russian ones are half of all
spelled as (
    select * from named
    union
    select * from by_state
),

folded as (
    select
        {{ phrase_key(ngram_part('alias')) }} as written_key,
        name_kind <> 'trap'
        and regexp_matches(alias, '^(?:[Tt]he )?\p{Lu}')
        -- "al-Manar" as well as "Al-Manar", "the government of Egypt"
        and not regexp_matches(alias, '^(?:Al|El)[- ]\p{Lu}|^(?:Government|Army|Parliament|Presidency|Ministry) of ')
        -- "Illegal armed formations" has its capital from standing first
        and not regexp_full_match(alias, '\p{Lu}\p{Ll}+(?:,? \p{Ll}[\p{Ll}-]*){2,}')
        -- "the foreign minister of Jordan": only whose the office is has its capital everywhere
        and not (name_kind = 'role' and regexp_matches(alias, '^\p{Lu}\p{Ll}.* (?:of|to|for) (?:the )?\p{Lu}'))
            as needs_capital,
        regexp_full_match(alias, '[\p{Lu}\p{N}.&]{2,6}') as needs_upper,
        name_kind,
        actor_id,
        role_key,
        is_derived
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
        role_key,
        is_derived
    from folded
),

-- a spelling that is derived of two actors' names is nobody's
unambiguous as (
    select * from variants
    where name_key <> ''
    qualify not (is_derived and min(actor_id) over (partition by name_key, is_derived) <> max(actor_id) over (partition by name_key, is_derived))
),

final as (
    select
        name_key,
        actor_id,
        role_key,
        name_kind,
        needs_capital,
        needs_upper
    from unambiguous
    qualify
        row_number() over (
            partition by name_key
            order by
                case name_kind when 'trap' then 0 when 'name' then 1 when 'epithet' then 2 when 'metonym' then 3 else 4 end,
                -- a case of one name that is written as the nominative of another: the other's
                is_derived,
                coalesce(actor_id, role_key, ''),
                -- two spellings of one alias may differ in their capitals: the wider one stays, in every build
                needs_capital,
                needs_upper
        ) = 1
)

select * from final
