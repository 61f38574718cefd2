with

speech as (
    select distinct
        document_id,
        speaker_actor_id
    from {{ ref('int_speech_mentions') }}
),

mentions as (
    select
        mentions.sentence_id,
        mentions.document_id,
        mentions.token_start,
        mentions.token_end,
        mentions.char_start,
        mentions.actor_id,
        mentions.is_person
    from {{ ref('int_actor_mentions') }} as mentions
    where not mentions.is_locative
),

people as (
    select mentions.*
    from mentions
    inner join speech on mentions.document_id = speech.document_id and mentions.actor_id = speech.speaker_actor_id
    where mentions.is_person
),

kinds as (
    select
        actor_id,
        actor_type,
        cast(null as varchar) as document_id
    from {{ ref('actors') }}
    union all
    select
        actor_id,
        actor_type,
        document_id
    from {{ ref('int_text_actor_names') }}
),

bodies as (
    select
        mentions.sentence_id,
        mentions.token_start,
        mentions.token_end,
        mentions.actor_id
    from mentions
    inner join kinds
        on mentions.actor_id = kinds.actor_id and (kinds.document_id is null or mentions.document_id = kinds.document_id)
    where
        kinds.actor_type in ('igo', 'ngo', 'military')
        and mentions.sentence_id in (select people.sentence_id from people)
),

tokens as materialized (
    select
        sentence_id,
        token_number,
        token,
        token_key,
        count(*) filter (where token = ',') over (partition by sentence_id order by token_number) as comma_count
    from {{ ref('int_tokens') }}
    where sentence_id in (select people.sentence_id from people)
),

offices as (
    select
        sentence_id,
        token_number
    from tokens
    where token_key in ({{ words("words_of_office") }})
),

introduced as (
    select
        people.document_id,
        people.actor_id,
        people.char_start,
        bodies.actor_id as body_actor_id,
        greatest(bodies.token_start - people.token_end, people.token_start - bodies.token_end) as distance
    from people
    inner join bodies
        on
            people.sentence_id = bodies.sentence_id
            and (
                bodies.token_start between people.token_end + 2 and people.token_end + 12
                or bodies.token_end between people.token_start - 7 and people.token_start - 1
            )
    inner join offices
        on
            people.sentence_id = offices.sentence_id
            and (
                offices.token_number between people.token_end + 1 and bodies.token_start - 1
                or offices.token_number between bodies.token_end + 1 and people.token_start - 1
                or (people.token_start > bodies.token_end and offices.token_number between bodies.token_start - 6 and bodies.token_start - 2)
            )
    inner join tokens as person_end on people.sentence_id = person_end.sentence_id and people.token_end = person_end.token_number
    inner join tokens as body_start on people.sentence_id = body_start.sentence_id and bodies.token_start = body_start.token_number
    left join tokens as behind on people.sentence_id = behind.sentence_id and people.token_end = behind.token_number - 1
    where
        bodies.token_start < people.token_start and body_start.comma_count = person_end.comma_count
        -- "Lavrov met the head of the UN mission" heads none, nor does "Lee, an aid coordinator, briefed the Security Council"
        or behind.token = ',' and body_start.comma_count = person_end.comma_count + 1
        or behind.token = '(' and body_start.comma_count = person_end.comma_count
),

final as (
    select
        document_id,
        actor_id,
        body_actor_id
    from introduced
    qualify row_number() over (partition by document_id, actor_id order by char_start, distance, body_actor_id) = 1
)

select * from final
