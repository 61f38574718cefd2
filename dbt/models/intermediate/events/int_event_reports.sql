with

candidates as (
    select * from {{ ref('int_event_candidates') }}
),

clauses as (
    select * from {{ ref('int_clauses') }}
),

speech as (
    select
        mention_id as speech_id, document_id, sentence_id, speaker_actor_id, content_start, content_end
    from {{ ref('int_speech_mentions') }}
    where content_start is not null
),

final as (
    select
        candidates.mention_id,
        arg_min(speech.speech_id, speech.content_end - speech.content_start) as speech_id,
        arg_min(speech.speaker_actor_id, speech.content_end - speech.content_start) as speaker_actor_id,
        min(speech.content_start) as content_start,
        max(speech.content_end) as content_end
    from candidates
    left join clauses
        on candidates.sentence_id = clauses.sentence_id and candidates.clause_number = clauses.clause_number
    inner join speech
        on
            candidates.document_id = speech.document_id
            and candidates.char_start >= speech.content_start
            and candidates.char_end <= speech.content_end
    where coalesce(clauses.opening_key, '') not in ('after', 'before', 'when', 'while', 'as', 'since')
    group by candidates.mention_id
)

select * from final
