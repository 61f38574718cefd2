with

speech as (
    select * from {{ ref('int_speech_mentions') }}
    where speaker_actor_id is not null and token_start is not null
),

named as (
    select
        sentence_id,
        token_start,
        token_end,
        actor_id
    from {{ ref('int_actor_mentions') }}
    where not is_nested and not coalesce(is_locative, false)
),

speaking as (
    select distinct
        speech.mention_id,
        speech.sentence_id,
        speech.speaker_actor_id,
        speech.token_end as frame_end,
        named.token_start,
        named.token_end
    from speech
    inner join named
        on
            speech.sentence_id = named.sentence_id
            and speech.speaker_actor_id = named.actor_id
            and named.token_start between speech.token_start and speech.token_end
),

-- the few sentences in which anybody else is named near who speaks
neighbours as (
    select
        speaking.*,
        named.actor_id,
        named.token_start as other_start,
        named.token_end as other_end
    from speaking
    inner join named
        on
            speaking.sentence_id = named.sentence_id
            and speaking.speaker_actor_id <> named.actor_id
            and (
                named.token_end between speaking.token_start - 14 and speaking.token_end
                or named.token_start between speaking.token_end + 2 and speaking.token_end + 5
            )
),

all_tokens as not materialized (
    select * from {{ ref('int_clause_tokens') }}
),

tokens as materialized (
    {{ tokens_at('all_tokens', 'neighbours', [
        'other_start - 2', 'other_start - 1', 'other_start', 'other_end + 1', 'token_start - 1', 'token_end + 1'
    ]) }}
),

placed as (
    select
        neighbours.*,
        case
            -- "both ministers said"
            when neighbours.other_start = neighbours.token_start and neighbours.other_end = neighbours.token_end then 'same'
            when neighbours.other_end < neighbours.token_start then 'before'
            else 'behind'
        end as side,
        coalesce(after_other.token_key, '') as key_after_other,
        coalesce(after_other.token_kind, 'punct') as kind_after_other,
        coalesce(after_speaker.token_key, '') as key_after_speaker,
        coalesce(before_speaker.token_kind, 'punct') as kind_before_speaker,
        neighbours.other_start - if(coalesce(before_other.token_key, '') = 'the', 1, 0) as whole_start,
        -- "visited Jordan and Lee said": whom a verb before takes says nothing
        coalesce(first_token.governor, '') in ('', 'by')
        and (
            first_token.verb_number = 0
            or coalesce(if(before_other.token_key = 'the', second_before.token_key, before_other.token_key), '') in (',', '"', '”', '»', 'by')
        )
            as may_speak
    from neighbours
    inner join tokens as first_token
        on neighbours.sentence_id = first_token.sentence_id and neighbours.other_start = first_token.token_number
    left join tokens as before_other
        on neighbours.sentence_id = before_other.sentence_id and neighbours.other_start - 1 = before_other.token_number
    left join tokens as second_before
        on neighbours.sentence_id = second_before.sentence_id and neighbours.other_start - 2 = second_before.token_number
    left join tokens as after_other
        on neighbours.sentence_id = after_other.sentence_id and neighbours.other_end + 1 = after_other.token_number
    left join tokens as before_speaker
        on neighbours.sentence_id = before_speaker.sentence_id and neighbours.token_start - 1 = before_speaker.token_number
    left join tokens as after_speaker
        on neighbours.sentence_id = after_speaker.sentence_id and neighbours.token_end + 1 = after_speaker.token_number
),

-- "Lee and US State Secretary Kim said", "said Kim and Lee"
joined as (
    select * from placed
    where
        side = 'same'
        or side = 'before' and may_speak and key_after_other in ('and', 'и', '&') and token_start - other_end <= 5
        and frame_end > token_end and kind_before_speaker <> 'punct'
        or side = 'behind' and frame_end = token_end and key_after_speaker in ('and', 'и', '&')
        and (kind_after_other = 'punct' or key_after_other in ('on', 'in', 'at', 'after', 'during', 'today', 'yesterday', 'в', 'во', 'на', 'после'))
),

-- "Park, Lee and Kim said"
listed as (
    select placed.*
    from placed
    inner join joined
        on
            placed.mention_id = joined.mention_id
            and joined.side = 'before'
            and joined.whole_start - placed.other_end = 2
    where placed.side = 'before' and placed.may_speak and placed.key_after_other = ','
),

final as (
    select
        mention_id,
        actor_id
    from joined
    union
    select
        mention_id,
        actor_id
    from listed
)

select * from final
