with

referring as (
    select * from {{ ref('int_actor_references') }}
    where is_acting_jointly
),

named as (
    select
        document_id,
        sentence_number,
        token_start,
        actor_id,
        actor_type,
        country_iso3,
        is_person
    from {{ ref('int_named_actors') }}
    where not is_nested and not is_locative
),

-- "The army closed the road. They also ...": a body before them is who they are
bodies as (
    select distinct
        referring.sentence_id,
        referring.token_start
    from referring
    inner join named
        on
            referring.document_id = named.document_id
            and not named.is_person
            and (
                referring.sentence_number = named.sentence_number and referring.token_start > named.token_start
                or referring.sentence_number - 1 = named.sentence_number
                and named.token_start <= 2
                and named.actor_type in ('military', 'armed_group', 'government', 'other')
            )
),

-- "Lee met Kim. They agreed": nobody but two or three people, or as many states, is named before
parties as (
    select
        referring.sentence_id,
        referring.token_start,
        named.is_person,
        named.actor_id
    from referring
    anti join bodies on referring.sentence_id = bodies.sentence_id and referring.token_start = bodies.token_start
    inner join named
        on
            referring.document_id = named.document_id
            and referring.sentence_number - 1 = named.sentence_number
            and (named.is_person or named.actor_type = 'state')
    group by all
),

counted as (
    select
        *,
        count(*) over (partition by sentence_id, token_start, is_person) as party_count,
        bool_or(is_person) over (partition by sentence_id, token_start) as has_people
    from parties
),

final as (
    select
        referring.sentence_id,
        referring.document_id,
        referring.token_start,
        referring.token_end,
        referring.char_start,
        referring.char_end,
        counted.actor_id,
        counted.is_person
    from counted
    inner join referring on counted.sentence_id = referring.sentence_id and counted.token_start = referring.token_start
    where counted.party_count between 2 and 3 and counted.is_person = counted.has_people
)

select * from final
