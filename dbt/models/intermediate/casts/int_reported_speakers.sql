with

candidates as (
    select * from {{ ref('int_event_candidates') }}
),

mentions as (
    select * from {{ ref('int_event_actor_spans') }}
),

tokens as (
    select * from {{ ref('int_clause_tokens') }}
),

frames as (
    select
        speech.sentence_id,
        speech.char_start as frame_start,
        -- "according to A and B, ...": the frame goes on to the comma
        coalesce(min(commas.char_start), any_value(speech.char_end)) as frame_end,
        any_value(speech.content_start) as content_start,
        any_value(speech.content_end) as content_end
    from {{ ref('int_speech_mentions') }} as speech
    left join tokens as commas
        on
            speech.sentence_id = commas.sentence_id
            and commas.token_key = ','
            and speech.char_end <= commas.char_start
            and (starts_with(lower(speech.verb_text), 'according') or starts_with(lower(speech.verb_text), 'по '))
    where speech.token_start is not null and speech.content_start is not null
    group by speech.mention_id, speech.sentence_id, speech.char_start
),

-- who says so is no party to what is said: "bombed villages, the observatory said"
final as (
    select distinct
        candidates.mention_id,
        mentions.mention_id as actor_mention_id
    from candidates
    inner join frames
        on
            candidates.sentence_id = frames.sentence_id
            and candidates.char_start between frames.content_start and frames.content_end - 1
            and candidates.char_start not between frames.frame_start and frames.frame_end
    inner join mentions
        on
            candidates.sentence_id = mentions.sentence_id
            and mentions.char_start between frames.frame_start and frames.frame_end
)

select * from final
