with

runs as (
    select * from {{ ref('int_name_runs') }}
),

people as (
    select * from {{ ref('int_named_people') }}
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
