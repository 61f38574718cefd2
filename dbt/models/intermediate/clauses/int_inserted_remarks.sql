with

tokens as (
    select * from {{ ref('int_tokens') }}
),

sentences as (
    select * from {{ ref('int_sentences') }}
),

speech as (
    select * from {{ ref('int_speech_mentions') }}
    where content_start is not null
),

-- "Lebanon, it added, hopes": who speaks stands inside what is said
speakers as (
    select
        speech.sentence_id,
        speech.char_start,
        speech.char_end
    from speech
    inner join sentences on speech.sentence_id = sentences.sentence_id
    where
        speech.content_start < speech.char_start and speech.content_end > speech.char_end + 2
        -- "A truce was announced by Lee, after days of talks": the verb itself
        and not coalesce(
            regexp_matches(substring(sentences.sentence_text, speech.char_start - sentences.char_start + 1, 40), '^\w+ by '), false
        )
),

openings as (
    select
        sentence_id,
        token_number,
        char_start
    from tokens
    where token_key = 'как' and token_number > 2
),

near_openings as materialized (
    {{ tokens_at('tokens', 'openings', ['token_number - 1', 'token_number + 1', 'token_number + 2']) }}
),

commas as (
    select
        sentence_id,
        token_number,
        char_end
    from tokens
    where token = ',' and sentence_id in (select openings.sentence_id from openings)
),

-- "Переговоры, как условились стороны, пройдут в мае", "как и ожидалось", "как ранее сообщил Ли"
remarks as (
    select
        openings.sentence_id,
        openings.char_start,
        min(commas.char_end) as char_end
    from openings
    inner join near_openings as before
        on openings.sentence_id = before.sentence_id and openings.token_number - 1 = before.token_number
    inner join near_openings as behind
        on openings.sentence_id = behind.sentence_id and openings.token_number + 1 = behind.token_number
    left join near_openings as second
        on openings.sentence_id = second.sentence_id and openings.token_number + 2 = second.token_number
    inner join commas
        on openings.sentence_id = commas.sentence_id and commas.token_number between openings.token_number + 2 and openings.token_number + 12
    where
        before.token = ','
        and (
            behind.token_key in ({{ words("verbs_of_remarks") }})
            or behind.token_key in ('и', 'уже', 'ранее', 'прежд', 'тепер') and second.token_key in ({{ words("verbs_of_remarks") }})
        )
    group by openings.sentence_id, openings.token_number, openings.char_start
),

final as (
    select * from speakers
    union
    select * from remarks
)

select * from final
