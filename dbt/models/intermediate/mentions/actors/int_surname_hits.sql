with

tokens as not materialized (
    select * from {{ ref('int_tokens') }}
),

people as (
    select * from {{ ref('int_named_people') }}
),

single_hits as (
    select
        hits.sentence_id,
        hits.document_id,
        hits.token_start,
        hits.token_end,
        hits.char_start,
        hits.char_end,
        hits.actor_id
    from {{ ref('int_actor_hits') }} as hits
    inner join {{ ref('actors') }} as actors on hits.actor_id = actors.actor_id and actors.actor_type = 'person'
    where hits.token_start = hits.token_end and hits.role_key is null and not hits.is_nested
),

hit_words as (
    {{ tokens_at('tokens', 'single_hits', ['token_start']) }}
),

-- a surname that the dictionary gives to somebody without an office, where the text has named another in full and not him
borrowed as (
    select
        single_hits.* exclude (actor_id),
        [{{ name_word('hit_words.token', 'hit_words.token_key') }}] as name_keys
    from single_hits
    inner join hit_words on single_hits.sentence_id = hit_words.sentence_id and single_hits.token_start = hit_words.token_number
    anti join {{ ref('int_person_offices') }} as offices on single_hits.actor_id = offices.actor_id
    anti join people on single_hits.document_id = people.document_id and single_hits.actor_id = people.actor_id
),

runs as (
    select
        sentence_id,
        document_id,
        token_start,
        token_end,
        char_start,
        char_end,
        name_keys,
        false as is_borrowed
    from {{ ref('int_name_runs') }}
    union all
    select
        *,
        true as is_borrowed
    from borrowed
),

matches as (
    select
        runs.sentence_id,
        runs.document_id,
        runs.token_start,
        runs.token_end,
        runs.char_start,
        runs.char_end,
        people.surname_key,
        people.actor_id,
        people.name_keys,
        count(*) over (partition by runs.sentence_id, runs.token_start) as namesake_count
    from runs
    inner join people
        on
            runs.document_id = people.document_id
            and runs.name_keys[-1] = people.surname_key
            and list_has_all(people.name_keys, runs.name_keys)
            and (not runs.is_borrowed or runs.char_start > people.named_at[1])
),

-- each naming in full, that by a part of the name too: "Ali Hassan" of "Ali Omar Hassan"
namings as (
    select
        document_id,
        surname_key,
        name_keys,
        unnest(named_at) as named_at
    from people
),

last_namings as (
    select
        matches.sentence_id,
        matches.token_start,
        matches.actor_id,
        max(namings.named_at) as named_at
    from matches
    inner join namings
        on
            matches.document_id = namings.document_id
            and matches.surname_key = namings.surname_key
            and matches.char_start > namings.named_at
            and list_has_all(matches.name_keys, namings.name_keys)
    where matches.namesake_count > 1
    group by matches.sentence_id, matches.token_start, matches.actor_id
),

final as (
    select
        matches.sentence_id,
        matches.document_id,
        matches.token_start,
        matches.token_end,
        matches.char_start,
        matches.char_end,
        matches.actor_id
    from matches
    left join last_namings
        on
            matches.sentence_id = last_namings.sentence_id
            and matches.token_start = last_namings.token_start
            and matches.actor_id = last_namings.actor_id
    qualify
        row_number() over (
            partition by matches.sentence_id, matches.token_start
            order by last_namings.named_at desc nulls last, len(matches.name_keys) desc, matches.actor_id desc
        ) = 1
)

select * from final
