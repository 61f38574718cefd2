with

hits as (
    select * from {{ ref('int_actor_hits') }}
    where not is_nested
),

nested as (
    select
        hits.sentence_id,
        hits.document_id,
        hits.token_start,
        hits.token_end,
        hits.char_start,
        hits.char_end,
        hits.actor_id,
        hits.hit_kind as mention_kind,
        actors.actor_type,
        actors.country_iso3,
        actors.actor_type = 'person' as is_person,
        true as is_nested
    from {{ ref('int_actor_hits') }} as hits
    inner join {{ ref('actors') }} as actors on hits.actor_id = actors.actor_id
    where hits.is_nested
),

cues as (
    select * from {{ ref('int_person_cues') }}
),

bodies as (
    select * from {{ ref('int_body_cues') }}
),

titles as (
    select * from {{ ref('int_title_hits') }}
),

surnames as (
    select * from {{ ref('int_surname_hits') }}
),

holders as (
    select * from {{ ref('int_office_holders') }}
),

actors as (
    select * from {{ ref('actors') }}
),

ngrams as (
    select * from {{ ref('int_ngrams') }}
),

demonyms as (
    select distinct {{ phrase_key('demonym') }} as demonym_key
    from {{ ref('demonyms') }}
),

tokens as not materialized (
    select * from {{ ref('int_tokens') }}
),

-- of two bodies with one acronym the last that was introduced, before any was the first
acronym_words as (
    select
        tokens.sentence_id,
        tokens.document_id,
        tokens.token_number as token_start,
        tokens.token_number as token_end,
        tokens.char_start,
        tokens.char_end,
        {{ text_actor_id('bodies.name_keys') }} as actor_id
    from tokens
    inner join bodies on tokens.document_id = bodies.document_id and tokens.token = bodies.acronym
    qualify
        row_number() over (
            partition by tokens.sentence_id, tokens.token_number
            order by bodies.char_start <= tokens.char_start desc, abs(tokens.char_start - bodies.char_start), bodies.char_end
        ) = 1
),

candidates as (
    select
        sentence_id,
        document_id,
        token_start,
        token_end,
        char_start,
        char_end,
        actor_id,
        role_key,
        hit_kind as mention_kind,
        2 as preference
    from hits
    union all by name
    select
        sentence_id,
        document_id,
        token_start,
        token_end,
        char_start,
        char_end,
        coalesce(known_actor_id, {{ text_actor_id('name_keys') }}) as actor_id,
        'cue' as mention_kind,
        3 as preference
    from cues
    union all by name
    select
        sentence_id,
        document_id,
        token_start,
        token_end,
        char_start,
        char_end,
        {{ text_actor_id('name_keys') }} as actor_id,
        'cue' as mention_kind,
        1 as preference
    from bodies
    union all by name
    select
        *,
        'cue' as mention_kind,
        3 as preference
    from acronym_words
    union all by name
    select
        *,
        'name' as mention_kind,
        1 as preference
    from surnames
),

ranked as (
    select
        *,
        token_end as reach,
        token_end - token_start + 1 as word_count
    from candidates
),

longest as (
    {{ longest_matches('ranked', 'word_count desc, preference, actor_id, role_key') }}
),

typed as (
    select
        longest.* exclude (reach, word_count, preference),
        coalesce(
            actors.actor_type,
            nullif(body_ids.body_type, 'other'),
            case when longest.role_key is null and longest.actor_id like 'x-%' then 'unknown' end
        ) as actor_type,
        actors.country_iso3,
        coalesce(actors.actor_type, '') = 'person'
        or (longest.mention_kind in ('cue', 'name') and longest.actor_id like 'x-%' and body_ids.actor_id is null)
        or (longest.mention_kind = 'cue' and body_ids.actor_id is null) as is_person
    from longest
    left join actors on longest.actor_id = actors.actor_id
    left join (
        select distinct
            {{ text_actor_id('name_keys') }} as actor_id,
            actor_type as body_type
        from bodies
    ) as body_ids
        on longest.actor_id = body_ids.actor_id
),

possessives as materialized (
    select
        sentence_id,
        token_number
    from tokens
    where {{ is_possessive('token') }}
),

-- Words before a name that belong to it: titles, offices, and the state or body of the office.
prefix_tokens as (
    select
        sentence_id,
        unnest(generate_series(token_start, token_end)) as token_number,
        is_title
    from (
        select sentence_id, token_start, token_end, true as is_title from titles
        union all
        select ngrams.sentence_id, ngrams.token_start, ngrams.token_end, false
        from ngrams
        inner join demonyms on ngrams.ngram_key = demonyms.demonym_key
        union all
        select typed.sentence_id, typed.token_start, typed.token_end, typed.role_key is not null from typed
        left join tokens as before_it on typed.sentence_id = before_it.sentence_id and typed.token_start - 1 = before_it.token_number
        left join possessives as owners on typed.sentence_id = owners.sentence_id and typed.token_end = owners.token_number
        -- "In Cairo President Lee", "In Egypt Russian Foreign Minister Lee": the place is no part of his title; "from Egypt's envoy Lee": it is
        where
            not typed.is_person
            and not (
                (typed.mention_kind = 'metonym' or typed.mention_kind = 'name' and typed.actor_type = 'state' and owners.token_number is null)
                and coalesce(before_it.token_key, '') in ({{ words("locative_words") }})
            )
    ) as pieces
),

prefix_islands as (
    select
        sentence_id,
        min(token_number) as token_start,
        max(token_number) as token_end,
        bool_or(is_title) as has_title
    from (
        select
            sentence_id,
            token_number,
            bool_or(is_title) as is_title,
            token_number - row_number() over (partition by sentence_id order by token_number) as island
        from prefix_tokens
        group by sentence_id, token_number
    ) as grouped_tokens
    group by sentence_id, island
),

prefixed as (
    select
        typed.* exclude (token_start, char_start),
        case
            when prefix_islands.has_title or possessives.token_number is not null then prefix_islands.token_start
            else typed.token_start
        end as token_start,
        typed.token_start as name_start,
        case
            when prefix_islands.has_title or possessives.token_number is not null then prefix_head.char_start
            else typed.char_start
        end as char_start
    from typed
    left join prefix_islands
        on
            typed.is_person
            and typed.sentence_id = prefix_islands.sentence_id
            and typed.token_start = prefix_islands.token_end + 1
    left join possessives
        on
            prefix_islands.sentence_id = possessives.sentence_id
            and prefix_islands.token_end = possessives.token_number
    left join tokens as prefix_head
        on
            typed.sentence_id = prefix_head.sentence_id
            and prefix_islands.token_start = prefix_head.token_number
),

-- What stands between the commas after a name explains it, where it opens with an office or a title.
commas as (
    select
        sentence_id,
        token_number,
        coalesce(
            lead(token_number) over (partition by sentence_id order by token_number),
            token_number + 40
        ) as next_comma
    from tokens
    where token in (',', '.', ';', ')', ':', '–', '—')
),

office_starts as (
    select distinct
        sentence_id,
        token_number
    from prefix_tokens
    where is_title
),

apposed as (
    select
        people_named.sentence_id,
        commas.token_number + 1 as token_start,
        commas.next_comma - 1 as token_end
    from prefixed as people_named
    inner join commas
        on people_named.sentence_id = commas.sentence_id and people_named.token_end + 1 = commas.token_number
    inner join tokens as opening
        on
            people_named.sentence_id = opening.sentence_id
            and commas.token_number + 1 = opening.token_number
    inner join tokens as comma
        on people_named.sentence_id = comma.sentence_id and commas.token_number = comma.token_number
    inner join office_starts
        on
            people_named.sentence_id = office_starts.sentence_id
            and office_starts.token_number
            between commas.token_number + 1
            and commas.token_number + case when opening.token_key in ('the', 'a', 'an', 'who') then 4 else 2 end
    where people_named.is_person and comma.token = ','
    group by all
),

-- "The Russian Defence Minister, Sergei Shoigu, said": the office before the comma is his as well.
heralded as (
    select
        prefixed.sentence_id,
        prefixed.token_start,
        prefixed.token_end
    from prefixed
    inner join tokens as comma
        on prefixed.sentence_id = comma.sentence_id and prefixed.token_end + 1 = comma.token_number and comma.token = ','
    inner join prefixed as person
        on
            prefixed.sentence_id = person.sentence_id
            and prefixed.token_end + 2 = person.token_start
            and person.is_person
    where prefixed.role_key is not null
),

kept as (
    select prefixed.*
    from prefixed
    left join prefixed as owner
        on
            prefixed.sentence_id = owner.sentence_id
            and owner.is_person
            and not prefixed.is_person
            and prefixed.token_start >= owner.token_start
            and prefixed.token_end < owner.name_start
    left join apposed
        on
            prefixed.sentence_id = apposed.sentence_id
            and prefixed.role_key is not null
            and prefixed.token_start between apposed.token_start and apposed.token_end
    left join {{ ref('int_listed_offices') }} as listed
        on prefixed.sentence_id = listed.sentence_id and prefixed.token_start = listed.token_start
    left join heralded
        on
            prefixed.sentence_id = heralded.sentence_id
            and prefixed.role_key is not null
            and prefixed.token_start = heralded.token_start
    where owner.sentence_id is null and (apposed.sentence_id is null or listed.sentence_id is not null) and heralded.sentence_id is null
),

resolved as (
    select
        kept.* exclude (actor_id, is_person, actor_type, country_iso3),
        coalesce(kept.actor_id, holders.actor_id) as actor_id,
        kept.is_person or kept.role_key is not null as is_person,
        case when kept.role_key is not null then 'person' else kept.actor_type end as actor_type,
        coalesce(kept.country_iso3, actors.country_iso3) as country_iso3
    from kept
    left join holders on kept.sentence_id = holders.sentence_id and kept.token_start = holders.token_start
    left join actors on holders.actor_id = actors.actor_id
),

-- "Turkey's foreign minister", on a day of which nobody knows who that was: the state acts
unheld as (
    select
        sentence_id,
        token_start,
        token_end
    from resolved
    where actor_id is null and role_key is not null
),

spans as (
    select
        *,
        false as is_nested
    from resolved
    where actor_id is not null
    union all by name
    select nested.* replace (unheld.sentence_id is null as is_nested)
    from nested
    left join unheld
        on
            nested.sentence_id = unheld.sentence_id
            and nested.token_start >= unheld.token_start
            and nested.token_end <= unheld.token_end
),

final as (
    select distinct
        sentence_id,
        document_id,
        cast(token_start as integer) as token_start,
        cast(token_end as integer) as token_end,
        cast(char_start as integer) as char_start,
        cast(char_end as integer) as char_end,
        actor_id,
        mention_kind,
        actor_type,
        country_iso3,
        is_person,
        is_nested
    from spans
)

select * from final
