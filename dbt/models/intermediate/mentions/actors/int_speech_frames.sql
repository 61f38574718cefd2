with

slots as (
    select * from {{ ref('int_speech_slots') }}
),

mentions as (
    select
        mentions.*,
        tokens.clause_number
    from {{ ref('int_actor_mentions') }} as mentions
    -- where nobody speaks no clause is asked for
    left join (
        select
            sentence_id,
            token_number,
            token_number - word_number as clause_number
        from {{ ref('int_tokens') }}
        where sentence_id in (select slots.sentence_id from slots)
    ) as tokens
        on mentions.sentence_id = tokens.sentence_id and mentions.token_end = tokens.token_number
    where
        not mentions.is_nested
        and not mentions.is_locative
),

headlines as (
    select
        sentence_id,
        document_id,
        line_kind in ('title', 'heading') as is_headline
    from {{ ref('int_sentences') }}
    where
        (line_kind in ('title', 'heading') and document_kind = 'article')
        -- "UNICEF: 27 people were killed", "27 people were killed (source: UNICEF)"
        or (line_kind = 'body' and regexp_matches(sentence_text, '^\p{Lu}[^:.]{1,60}: |\([^()]{2,60}\)[.]?$'))
),

tokens as (
    select * from {{ ref('int_tokens') }}
    where
        sentence_id in (select slots.sentence_id from slots)
        or sentence_id in (select headlines.sentence_id from headlines)
),

actors as (
    select * from {{ ref('actors') }}
),

closings as (
    select * from {{ ref('int_speech_forms') }}
    where closing_key <> ''
),

ngrams as not materialized (
    select * from {{ ref('int_ngrams') }}
),

spoken as (
    {{ slot_speakers('slots', 'mentions', 'tokens') }}
),

-- "Putin said that he was glad and congratulated him": one subject, two verbs.
conjoined as (
    select
        slots.sentence_id,
        slots.token_start as verb_start,
        slots.token_start as speaker_start,
        slots.token_end as speaker_end,
        slots.char_start as speaker_char_start,
        slots.char_end as speaker_char_end,
        max_by(spoken.actor_id, spoken.verb_start) as actor_id,
        max_by(spoken.is_person, spoken.verb_start) as is_person
    from slots
    inner join spoken on slots.sentence_id = spoken.sentence_id and slots.token_start > spoken.verb_start
    where slots.is_conjoined and not slots.is_no_verb and slots.frame in ('speaker', 'address')
    group by
        slots.sentence_id,
        slots.token_start,
        slots.token_end,
        slots.char_start,
        slots.char_end
),

speakers as (
    select * from spoken
    union all by name
    select * from conjoined
),

framed as (
    select
        slots.sentence_id,
        slots.document_id,
        least(slots.token_start, speakers.speaker_start) as frame_start,
        greatest(slots.token_end, speakers.speaker_end) as frame_end,
        speakers.actor_id as speaker_actor_id,
        speakers.speaker_char_start,
        speakers.speaker_char_end,
        slots.verb_text,
        slots.speech_class,
        slots.frame
    from slots
    inner join speakers on slots.sentence_id = speakers.sentence_id and slots.token_start = speakers.verb_start
),

-- "Two were hurt, deputy head of the Russian Centre Lee told reporters": the office before a name that opens with its body
offices as (
    select
        framed.sentence_id,
        framed.frame_start,
        framed.frame_end,
        max(case when tokens.token = ',' then tokens.token_number end) + 1 as office_start
    from framed
    inner join tokens
        on framed.sentence_id = tokens.sentence_id and tokens.token_number between framed.frame_start - 9 and framed.frame_start - 1
    where framed.frame = 'address' and framed.speech_class = 'statement'
    group by framed.sentence_id, framed.frame_start, framed.frame_end
    having
        max(case when tokens.token = ',' then tokens.token_number end)
        > coalesce(max(case when tokens.token <> ',' and not {{ is_before_a_name("tokens.token_key") }} then tokens.token_number end), 0)
        and max(case when tokens.token = ',' then tokens.token_number end)
        < max(case when tokens.token_key in ({{ words("words_of_office") }}) then tokens.token_number end)
),

from_the_office as (
    select
        framed.* exclude (frame_start),
        coalesce(offices.office_start, framed.frame_start) as frame_start
    from framed
    left join offices
        on
            framed.sentence_id = offices.sentence_id
            and framed.frame_start = offices.frame_start
            and framed.frame_end = offices.frame_end
),

opening_words as (
    select ngrams.*
    from ngrams
    where ngrams.ngram_key in (select closings.form_key from closings)
),

closing_words as (
    select ngrams.*
    from ngrams
    where ngrams.ngram_key in (select closings.closing_key from closings)
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
    inner join closing_words as closing
        on mentions.sentence_id = closing.sentence_id and mentions.token_end + 1 = closing.token_start
    inner join closings on closing.ngram_key = closings.closing_key
    inner join opening_words as opening
        on
            mentions.sentence_id = opening.sentence_id
            and closings.form_key = opening.ngram_key
            and opening.token_end between mentions.token_start - 2 and mentions.token_start - 1
),

last_words as (
    select
        tokens.sentence_id,
        any_value(headlines.is_headline) as is_headline,
        max(tokens.token_number) as last_token,
        max(tokens.token_number) filter (where tokens.token_kind <> 'punct') as token_number
    from headlines
    inner join tokens on headlines.sentence_id = tokens.sentence_id
    group by tokens.sentence_id
),

-- "UN: three million in need", "At least 12 killed in Idlib - monitor"; in the text too, but for sides ("Russian forces: 93 dead").
headlined as (
    select
        mentions.sentence_id,
        mentions.document_id,
        mentions.token_start as frame_start,
        mentions.token_end as frame_end,
        mentions.actor_id as speaker_actor_id,
        mentions.char_start as speaker_char_start,
        mentions.char_end as speaker_char_end,
        'headline' as verb_text,
        'statement' as speech_class,
        'source' as frame
    from mentions
    inner join last_words on mentions.sentence_id = last_words.sentence_id
    left join actors on mentions.actor_id = actors.actor_id
    left join tokens as before_it
        on mentions.sentence_id = before_it.sentence_id and mentions.token_start - 1 = before_it.token_number
    left join tokens as second_before
        on mentions.sentence_id = second_before.sentence_id and mentions.token_start - 2 = second_before.token_number
    left join tokens as third_before
        on mentions.sentence_id = third_before.sentence_id and mentions.token_start - 3 = third_before.token_number
    left join tokens as after_it
        on mentions.sentence_id = after_it.sentence_id and mentions.token_end + 1 = after_it.token_number
    left join mentions as named_before
        on mentions.sentence_id = named_before.sentence_id and mentions.token_start - 2 = named_before.token_end
    where
        case
            when last_words.is_headline
                then
                    (mentions.token_start = 1 and after_it.token = ':')
                    or (
                        mentions.token_end = last_words.token_number
                        and before_it.token in ('-', '–', '—', ':')
                        and mentions.token_start > 3
                    )
            when coalesce(actors.actor_type, 'state') in ('state', 'military', 'armed_group') then false
            when mentions.token_start = 1 then after_it.token = ':'
            -- "the Norwegian Refugee Council (NRC)" is one name
            else
                mentions.token_end = last_words.token_number
                and after_it.token = ')'
                and last_words.last_token <= mentions.token_end + 2
                and (
                    (before_it.token = '(' and named_before.sentence_id is null and second_before.token_kind in ('word', 'number'))
                    or (before_it.token = ':' and second_before.token_key in ('source', 'sources') and third_before.token = '(')
                )
        end
),

told as (
    select * from from_the_office
    union all by name
    select * from headlined
),

-- Who relays what another says is no second speaker: "the ministry said, AFP reports".
relayed as (
    select
        told.*,
        coalesce(actors.actor_type = 'media', false) as is_media,
        bool_or(coalesce(actors.actor_type <> 'media', true)) over (partition by told.sentence_id) as has_other
    from told
    left join actors on told.speaker_actor_id = actors.actor_id
),

frames as (
    select * exclude (is_media, has_other) from relayed
    where not (is_media and has_other)
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

final as (
    select
        frames.sentence_id,
        frames.document_id,
        cast(frames.frame_start as integer) as frame_start,
        cast(frames.frame_end as integer) as frame_end,
        frames.frame,
        frames.speaker_actor_id,
        frames.verb_text,
        frames.speech_class,
        min_by(quoted.quoted_actor_id, quoted.token_start) as quoted_actor_id
    from frames
    -- "Quoting the ministry, the agency said" opens with whom it quotes
    left join quoted
        on frames.sentence_id = quoted.sentence_id and (frames.frame_start < quoted.token_start or quoted.token_start = 1)
    group by
        frames.sentence_id,
        frames.document_id,
        frames.frame_start,
        frames.frame_end,
        frames.frame,
        frames.speaker_actor_id,
        frames.verb_text,
        frames.speech_class
    qualify
        row_number() over (
            partition by frames.sentence_id, frames.frame_start, frames.frame_end
            order by frames.frame, frames.speaker_actor_id, frames.verb_text, frames.speech_class
        ) = 1
)

select * from final
