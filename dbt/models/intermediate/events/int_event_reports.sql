with

candidates as (
    select * from {{ ref('int_event_candidates') }}
),

clauses as (
    select * from {{ ref('int_clauses') }}
),

tokens as (
    select
        sentence_id,
        token_number,
        clause_number
    from {{ ref('int_clause_tokens') }}
),

-- "companies that profit, it says, from the war": only the relative clause is what it says
speech as (
    select
        speech.mention_id as speech_id,
        speech.document_id,
        speech.sentence_id,
        speech.speaker_actor_id,
        speech.content_start,
        speech.content_end,
        case
            when
                speech.content_start < speech.char_start
                and speech.content_end > speech.char_end + 2
                and list_has_any(clauses.opening_classes, ['relative', 'that'])
                then clauses.clause_char_start
            else 0
        end as clause_char_start
    from {{ ref('int_speech_mentions') }} as speech
    left join tokens on speech.sentence_id = tokens.sentence_id and speech.token_start = tokens.token_number
    left join clauses on tokens.sentence_id = clauses.sentence_id and tokens.clause_number = clauses.clause_number
    where speech.content_start is not null
),

final as (
    select
        candidates.mention_id,
        arg_min(speech.speech_id, (speech.content_end - speech.content_start, speech.speech_id)) as speech_id,
        arg_min(speech.speaker_actor_id, (speech.content_end - speech.content_start, speech.speech_id)) as speaker_actor_id,
        min(speech.content_start) as content_start,
        max(speech.content_end) as content_end
    from candidates
    left join clauses
        on candidates.sentence_id = clauses.sentence_id and candidates.clause_number = clauses.clause_number
    inner join speech
        on
            candidates.document_id = speech.document_id
            and candidates.char_start >= greatest(speech.content_start, speech.clause_char_start)
            and candidates.char_end <= speech.content_end
    where coalesce(clauses.opening_key, '') not in ('after', 'before', 'when', 'while', 'as', 'since')
    group by candidates.mention_id
)

select * from final
