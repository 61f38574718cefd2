with

candidates as (
    select * from {{ ref('int_event_candidates') }}
),

mentions as (
    select * from {{ ref('int_event_actor_spans') }}
),

tokens as not materialized (
    select * from {{ ref('int_clause_tokens') }}
),

frames as (
    select
        speech.sentence_id,
        speech.char_start as frame_start,
        -- "aid came, the Red Crescent and the United Nations said": who speaks begins at the comma
        coalesce(max(commas.char_start) filter (where commas.char_start < speech.char_start), speech.char_start) as named_start,
        -- "according to A and B, ...": the frame goes on to the comma
        coalesce(min(commas.char_start) filter (where speech.char_end <= commas.char_start), any_value(speech.char_end)) as frame_end,
        any_value(speech.content_start) as content_start,
        any_value(speech.content_end) as content_end,
        max(speech.token_end) filter (where regexp_matches(speech.verb_text, '^(?:told|informed|assured)$')) as telling_end,
        any_value(speech.is_act) as is_act,
        max(speech.token_end) as verb_token,
        bool_or(regexp_matches(speech.verb_text, '^(?:hope|hoping|expect)')) as is_hope
    from {{ ref('int_speech_mentions') }} as speech
    left join tokens as commas
        on
            speech.sentence_id = commas.sentence_id
            and commas.token_key = ','
            and case
                when speech.char_end <= commas.char_start
                    then starts_with(lower(speech.verb_text), 'according') or starts_with(lower(speech.verb_text), 'по ')
                else
                    commas.char_start between greatest(speech.content_start, speech.char_start - 60) and speech.char_start - 1
                    and speech.content_end >= speech.char_start - 1
            end
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
    inner join mentions on candidates.sentence_id = mentions.sentence_id
    left join tokens as behind
        on mentions.sentence_id = behind.sentence_id and mentions.token_end + 1 = behind.token_number
    where
        (
            mentions.char_start between frames.named_start and frames.frame_end
            -- "Lee told the agency that three were detained"
            or mentions.token_start between frames.telling_end + 1 and frames.telling_end + 2
            and (
                behind.token_key in ('that', ',', 'on', 'in')
                -- "told the agency the road was open"
                or list_has_any(behind.word_classes, ['determiner', 'pronoun'])
            )
        )
        -- "thanked Russia and pledged", "said so, and accused": the same subject goes on
        and not (
            candidates.telling = 'verb'
            and candidates.anchor_key_before in ('and', 'but', 'or', 'и', 'а', 'но')
            and (
                (frames.is_act or candidates.chain_start = candidates.clause_start + 1)
                and candidates.event_type in ('ACCUSE', 'AGREE', 'REQUEST', 'PROMISE', 'THREATEN', 'SUPPORT', 'REJECT')
                -- "condemned the raid and closed the crossing"
                or frames.is_act and candidates.verb_form = 'finite' and candidates.clause_start <= frames.verb_token
            )
        )
        -- "thanked Russia after meeting Lee", "said after meeting Lee that the road was open"
        and not (candidates.verb_form = 'participial' and (frames.is_act or candidates.clause_start = frames.verb_token + 1))
        -- "vowed to open the road", "denied having met Lee": who says it is who does it
        and not (
            candidates.telling = 'verb'
            and (
                candidates.verb_form = 'infinitive' and candidates.modality = 'promised'
                -- "hopes to reopen the crossing"
                or candidates.verb_form = 'infinitive' and candidates.chain_start = frames.verb_token + 1 and frames.is_hope
                or coalesce(candidates.anchor_key_before in ('denied', 'denies', 'deny', 'denying'), false)
            )
        )
)

select * from final
