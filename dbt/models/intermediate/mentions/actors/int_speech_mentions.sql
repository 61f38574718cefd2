with

slots as (
    select * from {{ ref('int_speech_slots') }}
),

mentions as (
    select
        mentions.*,
        tokens.clause_number
    from {{ ref('int_actor_mentions') }} as mentions
    inner join (
        select
            sentence_id,
            token_number,
            count(*) filter (where token_kind = 'punct') over (
                partition by sentence_id
                order by token_number
                rows between unbounded preceding and current row
            ) as clause_number
        from {{ ref('int_tokens') }}
    ) as tokens
        on mentions.sentence_id = tokens.sentence_id and mentions.token_end = tokens.token_number
    where
        not mentions.is_nested
        and (not mentions.is_locative or mentions.mention_kind = 'metonym')
),

tokens as (
    select * from {{ ref('int_tokens') }}
),

sentences as (
    select * from {{ ref('int_sentences') }}
),

closings as (
    select * from {{ ref('int_speech_forms') }}
    where closing_key <> ''
),

ngrams as (
    select * from {{ ref('int_ngrams') }}
),

spoken as (
    {{ slot_speakers('slots', 'mentions', 'tokens') }}
),

framed as (
    select
        slots.sentence_id,
        slots.document_id,
        least(slots.token_start, spoken.speaker_start) as frame_start,
        greatest(slots.token_end, spoken.speaker_end) as frame_end,
        spoken.actor_id as speaker_actor_id,
        spoken.speaker_char_start,
        spoken.speaker_char_end,
        slots.verb_text,
        slots.speech_class,
        slots.frame
    from slots
    inner join spoken on slots.sentence_id = spoken.sentence_id and slots.token_start = spoken.verb_start
),

-- "in Putin's words", "by the Turkish party's count": an opening word, the speaker, a closing word.
bracketed as (
    select
        mentions.sentence_id,
        mentions.document_id,
        opening.token_start as frame_start,
        closing.token_end as frame_end,
        mentions.actor_id as speaker_actor_id,
        mentions.char_start as speaker_char_start,
        mentions.char_end as speaker_char_end,
        opening.ngram_key || ' … ' || closing.ngram_key as verb_text,
        closings.speech_class,
        closings.frame
    from mentions
    inner join ngrams as closing
        on mentions.sentence_id = closing.sentence_id and closing.token_start = mentions.token_end + 1
    inner join closings on closing.ngram_key = closings.closing_key
    inner join ngrams as opening
        on
            mentions.sentence_id = opening.sentence_id
            and opening.ngram_key = closings.form_key
            and opening.token_end between mentions.token_start - 2 and mentions.token_start - 1
),

frames as (
    select * from framed
    union all by name
    select * from bracketed
),

-- "X reported, quoting Y": Y is who said it first.
quoted as (
    select
        slots.sentence_id,
        slots.token_start,
        min_by(mentions.actor_id, (mentions.token_start, mentions.actor_id)) as quoted_actor_id
    from slots
    inner join mentions
        on
            slots.sentence_id = mentions.sentence_id
            and mentions.token_start between slots.token_end + 1 and slots.token_end + 3
    where slots.frame = 'quoted'
    group by slots.sentence_id, slots.token_start
),

-- Words about when, where and to whom one spoke stand between the frame and what was said.
filler_ends as (
    select
        frames.sentence_id,
        frames.frame_start,
        frames.frame_end,
        min(tokens.token_number) as next_token
    from frames
    inner join tokens
        on frames.sentence_id = tokens.sentence_id and tokens.token_number > frames.frame_end
    where tokens.token_key not in {{ speech_fillers() }}
    group by frames.sentence_id, frames.frame_start, frames.frame_end
),

surrounded as (
    select
        frames.*,
        sentences.char_start as sentence_start,
        sentences.char_end as sentence_end,
        frame_token.char_start as frame_char_start,
        last_token.char_end as frame_char_end,
        next_token.token as next_token,
        next_token.token_kind as next_kind,
        next_token.token_key as next_key,
        next_token.char_start as next_char_start,
        next_token.char_end as next_char_end,
        before_it.token as token_before,
        before_it.token_kind as kind_before,
        before_it.char_start as before_char_start,
        coalesce((
            select count(*)
            from tokens as words
            where
                words.sentence_id = frames.sentence_id
                and words.token_number < frames.frame_start
                and words.token_kind in ('word', 'number')
        ), 0) as words_before,
        coalesce((
            select count(*)
            from tokens as words
            where
                words.sentence_id = frames.sentence_id
                and words.token_number > filler_ends.next_token
                and words.token_kind in ('word', 'number')
        ), 0) as words_after
    from frames
    inner join sentences on frames.sentence_id = sentences.sentence_id
    inner join tokens as frame_token
        on frames.sentence_id = frame_token.sentence_id and frames.frame_start = frame_token.token_number
    inner join tokens as last_token
        on frames.sentence_id = last_token.sentence_id and frames.frame_end = last_token.token_number
    left join filler_ends
        on
            frames.sentence_id = filler_ends.sentence_id
            and frames.frame_start = filler_ends.frame_start
            and frames.frame_end = filler_ends.frame_end
    left join tokens as next_token
        on filler_ends.sentence_id = next_token.sentence_id and filler_ends.next_token = next_token.token_number
    left join tokens as before_it
        on frames.sentence_id = before_it.sentence_id and frames.frame_start - 1 = before_it.token_number
),

-- After a frame that breaks off, what was said stands before it; both sides where the sentence goes on.
spans as (
    select
        *,
        next_kind is null or next_kind = 'punct' as is_aside,
        kind_before = 'punct' and words_before >= 3 as has_words_before
    from surrounded
),

placed as (
    select
        *,
        case
            when frame_start = 1 or (not is_aside and not has_words_before) then coalesce(next_char_start, frame_char_end)
            when is_aside then sentence_start
            when has_words_before and frame in ('source', 'between') then sentence_start
            else coalesce(next_char_start, frame_char_end)
        end as content_start,
        case
            when frame_start > 1 and is_aside and words_after < 2 then frame_char_start
            else sentence_end
        end as content_end
    from spans
),

own as (
    select
        placed.sentence_id,
        placed.document_id,
        placed.frame_start as token_start,
        placed.frame_end as token_end,
        placed.frame_char_start as char_start,
        placed.frame_char_end as char_end,
        placed.speaker_actor_id,
        min_by(quoted.quoted_actor_id, quoted.token_start) as quoted_actor_id,
        placed.verb_text,
        placed.speech_class,
        placed.content_start,
        placed.content_end
    from placed
    left join quoted on placed.sentence_id = quoted.sentence_id and quoted.token_start > placed.frame_start
    group by all
),

final as (
    select
        own.sentence_id || '-' || lpad(cast(own.token_start as varchar), 4, '0')
        || '-' || lpad(cast(own.token_end as varchar), 4, '0') as mention_id,
        own.sentence_id,
        own.document_id,
        own.token_start,
        own.token_end,
        own.char_start,
        own.char_end,
        own.speaker_actor_id,
        own.quoted_actor_id,
        own.verb_text,
        own.speech_class,
        own.speech_class <> 'statement' as is_act,
        own.content_start,
        greatest(own.content_start, own.content_end) as content_end
    from own
    qualify
        row_number() over (
            partition by own.sentence_id, own.token_start, own.token_end
            order by own.speaker_actor_id, own.verb_text
        ) = 1
)

select * from final
