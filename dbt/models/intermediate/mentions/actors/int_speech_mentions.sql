with

-- who counts says a figure and nothing else
frames as (
    select
        frames.*,
        brackets.content_start as bracket_start,
        brackets.content_end as bracket_end
    from {{ ref('int_speech_frames') }} as frames
    left join {{ ref('int_bracketed_speech') }} as brackets
        on frames.sentence_id = brackets.sentence_id and frames.frame_start = brackets.frame_start and frames.frame_end = brackets.frame_end
    where frames.frame not in ('count', 'counted')
),

mentions as (
    select * from {{ ref('int_actor_mentions') }}
    where not is_nested and not is_locative
),

-- of the sentences where someone speaks: a fraction of all
tokens as (
    select * from {{ ref('int_tokens') }}
    where sentence_id in (select frames.sentence_id from frames)
),

sentences as (
    select * from {{ ref('int_sentences') }}
),

-- A place or day behind the verb is where or when one spoke.
circumstances as (
    select
        sentence_id,
        unnest(generate_series(token_start, token_end)) as token_number
    from (
        select sentence_id, token_start, token_end from {{ ref('int_known_place_mentions') }}
        union
        select sentence_id, token_start, token_end from {{ ref('int_date_mentions') }}
        union
        -- "Lee said to Reuters"
        select mentions.sentence_id, mentions.token_start, mentions.token_end
        from mentions
        inner join {{ ref('actors') }} as hearers on mentions.actor_id = hearers.actor_id and hearers.actor_type = 'media'
    ) as spans
    where sentence_id in (select frames.sentence_id from frames)
),

spoken_where as (
    select distinct sentence_id, token_number from circumstances
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
        on frames.sentence_id = tokens.sentence_id and frames.frame_end < tokens.token_number
    left join spoken_where
        on
            tokens.sentence_id = spoken_where.sentence_id
            and tokens.token_number = spoken_where.token_number
            and tokens.token_number > frames.frame_end + 1
    where tokens.token_key not in ({{ words("speech_fillers") }}) and spoken_where.token_number is null
    group by frames.sentence_id, frames.frame_start, frames.frame_end
),

surrounded as (
    select
        frames.*,
        sentences.line_number,
        sentences.sentence_number,
        sentences.char_start as sentence_start,
        sentences.char_end as sentence_end,
        frame_token.char_start as frame_char_start,
        last_token.char_end as frame_char_end,
        coalesce(first_after.char_start, sentences.char_end) as after_start,
        coalesce(first_after.token_key, '') as after_key,
        coalesce(second_after.char_start, sentences.char_end) as second_after_start,
        coalesce(next_token.token_kind, 'punct') as next_kind,
        coalesce(next_token.token_key, '') as next_key,
        -- ", the ministry said", ", ministry spokesman Lee told reporters": the comma stands before what the speaker is; nobody says a dateline
        case
            when before_it.token in ('-', '–', '—') and regexp_matches(sentences.sentence_text, '^\p{Lu}{3}[^–—-]{0,40}[–—-] ') then 'dateline'
            when frames.speech_class = 'statement' and before_it.token_key in ({{ words("words_before_speakers") }})
                then if(second_before.token_key in ({{ words("words_before_speakers") }}), third_before.token_kind, second_before.token_kind)
            else before_it.token_kind
        end as kind_before,
        before_it.token in ('”', '"', '»', '’') or (before_it.token = ',' and second_before.token in ('”', '"', '»'))
        or before_it.token_key in ({{ words("words_before_speakers") }})
        and (second_before.token in ('”', '"', '»') or second_before.token = ',' and third_before.token in ('”', '"', '»'))
            as is_after_quote,
        coalesce(before_it.token_key in ({{ words("words_before_speakers") }}), false) as is_led
    from frames
    inner join sentences on frames.sentence_id = sentences.sentence_id
    left join tokens as frame_token
        on frames.sentence_id = frame_token.sentence_id and frames.frame_start = frame_token.token_number
    left join tokens as last_token
        on frames.sentence_id = last_token.sentence_id and frames.frame_end = last_token.token_number
    left join filler_ends
        on frames.sentence_id = filler_ends.sentence_id and frames.frame_start = filler_ends.frame_start and frames.frame_end = filler_ends.frame_end
    left join tokens as next_token
        on filler_ends.sentence_id = next_token.sentence_id and filler_ends.next_token = next_token.token_number
    left join tokens as before_it
        on frames.sentence_id = before_it.sentence_id and frames.frame_start - 1 = before_it.token_number
    left join tokens as second_before
        on frames.sentence_id = second_before.sentence_id and frames.frame_start - 2 = second_before.token_number
    left join tokens as third_before
        on frames.sentence_id = third_before.sentence_id and frames.frame_start - 3 = third_before.token_number
    left join tokens as first_after
        on frames.sentence_id = first_after.sentence_id and frames.frame_end + 1 = first_after.token_number
    left join tokens as second_after
        on frames.sentence_id = second_after.sentence_id and frames.frame_end + 2 = second_after.token_number
),

-- How much stands on either side, whether a comma takes the sentence up again, and whether a "that" opens what is said.
measured as (
    select
        surrounded.sentence_id,
        surrounded.frame_start,
        surrounded.frame_end,
        count(*) filter (where tokens.token_kind in ('word', 'number') and tokens.token_number < surrounded.frame_start) as words_before,
        min(tokens.token_number) filter (
            where tokens.token_number > surrounded.frame_end and tokens.token in (',', ';', ':', '—', '–')
        ) as resuming_token,
        min(tokens.char_start) filter (where tokens.token_number > surrounded.frame_end and tokens.token = ';') as semicolon_start,
        max(tokens.token_number) filter (where tokens.token_kind in ('word', 'number')) as last_word,
        coalesce(bool_or(
            tokens.token_number between surrounded.frame_end + 1 and surrounded.frame_end + 8
            and tokens.token_key in ('that', 'что')
        ), false) as has_that,
        coalesce(bool_or(tokens.token_key = 'об') and bool_or(tokens.token_key = 'этом'), false) as points_back
    from surrounded
    inner join tokens on surrounded.sentence_id = tokens.sentence_id
    group by surrounded.sentence_id, surrounded.frame_start, surrounded.frame_end
),

judged as (
    select
        surrounded.*,
        measured.words_before,
        measured.has_that,
        measured.points_back,
        measured.last_word,
        measured.resuming_token,
        measured.semicolon_start,
        surrounded.kind_before = 'punct' and measured.words_before >= if(surrounded.is_led, 6, 3) as has_words_before,
        (
            surrounded.next_kind = 'punct'
            or (coalesce(surrounded.is_after_quote, false) and not measured.has_that)
            or (
                surrounded.kind_before = 'punct'
                and not measured.has_that
                and (surrounded.next_key in ({{ words("circumstance_words") }}) or surrounded.frame = 'address')
            )
        ) as is_aside,
        coalesce(measured.resuming_token < measured.last_word - 1, false) as goes_on
    from surrounded
    inner join measured
        on surrounded.sentence_id = measured.sentence_id and surrounded.frame_start = measured.frame_start and surrounded.frame_end = measured.frame_end
),

placed as (
    select
        *,
        case
            when frame_start > 1 and frame in ('source', 'between') and (kind_before = 'punct' or words_before >= 3)
                then sentence_start
            when frame_start > 1 and has_words_before and is_aside then sentence_start
            when frame_start > 1 and frame <> 'address' and words_before >= 2 and next_kind = 'punct' then sentence_start
            when after_key in (',', ':', 'that', 'что') then second_after_start
            else after_start
        end as content_start,
        case
            when frame_start > 1 and words_before >= 2 and is_aside and not goes_on then frame_char_start
            -- "by the ministry's figures; the chamber of commerce puts it higher"
            when frame in ('source', 'between') and frame_start > 1 and words_before >= 3 then coalesce(semicolon_start, sentence_end)
            else sentence_end
        end as content_end
    from judged
),

-- A speaker named behind a sentence of his own ("… ." X told the Journal.) spoke the sentence before.
carried as (
    select
        placed.* exclude (content_start, content_end),
        case
            when placed.is_bare or placed.points_back then coalesce(earlier.char_start, placed.content_start)
            else placed.content_start
        end as content_start,
        case when placed.is_bare then coalesce(earlier.char_end, placed.content_end) else placed.content_end end as content_end
    from (
        select
            *,
            frame_start = 1 and last_word - frame_end <= 2 and speech_class = 'statement' as is_bare
        from placed
    ) as placed
    left join sentences as earlier
        on
            placed.document_id = earlier.document_id
            and placed.line_number = earlier.line_number
            and placed.sentence_number - 1 = earlier.sentence_number
),

own as (
    select
        sentence_id,
        document_id,
        line_number,
        sentence_number,
        frame_start as token_start,
        frame_end as token_end,
        frame_char_start as char_start,
        frame_char_end as char_end,
        speaker_actor_id,
        quoted_actor_id,
        verb_text,
        speech_class,
        greatest(content_start, coalesce(bracket_start, content_start)) as content_start,
        least(content_end, coalesce(bracket_end, content_end)) as content_end
    from carried
),

-- A quotation of several sentences has one speaker: whoever speaks in the sentence where it opens or closes.
quotations as (
    select
        document_id,
        line_number,
        sentence_id,
        sentence_number,
        char_start,
        char_end,
        regexp_matches(sentence_text, '["“”«»]') as has_quotation,
        sum({{ opened_quotes('sentence_text') }})
            over (partition by document_id, line_number order by sentence_number rows between unbounded preceding and current row)
            as open_after,
        coalesce(
            sum({{ opened_quotes('sentence_text') }})
                over (partition by document_id, line_number order by sentence_number rows between unbounded preceding and 1 preceding),
            0
        ) as open_before
    from sentences
),

quoted_sentences as (
    select
        *,
        sum(case when open_before <= 0 then 1 else 0 end)
            over (partition by document_id, line_number order by sentence_number rows between unbounded preceding and current row)
            as quotation
    from quotations
    where open_before > 0 or open_after > 0
),

continued as (
    select
        quoted_sentences.sentence_id,
        quoted_sentences.document_id,
        quoted_sentences.char_start as content_start,
        quoted_sentences.char_end as content_end,
        own.token_start,
        own.char_start,
        own.char_end,
        own.speaker_actor_id,
        own.quoted_actor_id,
        own.verb_text,
        own.speech_class
    from quoted_sentences
    inner join quoted_sentences as sibling
        on
            quoted_sentences.document_id = sibling.document_id
            and quoted_sentences.line_number = sibling.line_number
            and quoted_sentences.quotation = sibling.quotation
            and quoted_sentences.sentence_number <> sibling.sentence_number
    inner join own on sibling.sentence_id = own.sentence_id
    left join own as own_speech on quoted_sentences.sentence_id = own_speech.sentence_id
    where own_speech.sentence_id is null
    qualify
        row_number() over (
            partition by quoted_sentences.sentence_id
            order by abs(sibling.sentence_number - quoted_sentences.sentence_number), own.token_start desc, own.char_start, own.speaker_actor_id
        ) = 1
),

-- "He opened with these words:" and the quotation on the next line.
heralded as (
    select
        following.sentence_id,
        following.document_id,
        following.char_start as content_start,
        following.char_end as content_end,
        mentions.char_start,
        mentions.char_end,
        mentions.actor_id as speaker_actor_id,
        ':' as verb_text,
        'statement' as speech_class
    from sentences
    inner join sentences as following
        on sentences.document_id = following.document_id and sentences.sentence_number + 1 = following.sentence_number
    inner join mentions on sentences.sentence_id = mentions.sentence_id and mentions.is_person
    left join own as own_speech on following.sentence_id = own_speech.sentence_id
    where
        regexp_matches(sentences.sentence_text, '[:,]$')
        and regexp_matches(following.sentence_text, '^["“«]')
        and own_speech.sentence_id is null
    qualify row_number() over (partition by following.sentence_id order by mentions.token_start, mentions.actor_id) = 1
),

-- A paragraph that opens with a quotation mark and names nobody goes on in the words of the one before.
silent_lines as (
    select
        sentences.document_id,
        sentences.line_number,
        min(sentences.sentence_number) as first_sentence
    from sentences
    left join own on sentences.sentence_id = own.sentence_id
    group by sentences.document_id, sentences.line_number
    having
        count(own.sentence_id) = 0
        and regexp_matches(arg_min(sentences.sentence_text, sentences.sentence_number), '^["“«]')
        and any_value(sentences.document_kind) = 'article'
        and any_value(sentences.line_kind) = 'body'
),

resumed as (
    select
        sentences.sentence_id,
        sentences.document_id,
        sentences.char_start as content_start,
        sentences.char_end as content_end,
        own.char_start,
        own.char_end,
        own.speaker_actor_id,
        own.quoted_actor_id,
        own.verb_text,
        own.speech_class
    from silent_lines
    inner join sentences
        on silent_lines.document_id = sentences.document_id and silent_lines.line_number = sentences.line_number
    inner join own
        on
            silent_lines.document_id = own.document_id
            and own.sentence_number between silent_lines.first_sentence - 3 and silent_lines.first_sentence - 1
    inner join quotations as spoken
        on own.sentence_id = spoken.sentence_id
    where own.speech_class = 'statement' and spoken.has_quotation
    qualify
        row_number() over (
            partition by sentences.sentence_id
            order by own.sentence_number desc, own.token_start desc, own.speaker_actor_id
        ) = 1
),

all_speech as (
    select * exclude (line_number, sentence_number) from own
    union all by name
    select
        * exclude (token_start),
        cast(null as integer) as token_start,
        cast(null as integer) as token_end
    from continued
    where sentence_id not in (select heralded.sentence_id from heralded)
    union all by name
    select * from heralded
    union all by name
    select * from resumed
    where sentence_id not in (select heralded.sentence_id from heralded)
),

final as (
    select
        sentence_id || '-' || {{ padded('coalesce(token_start, 0)', 4) }}
        || '-' || {{ padded('coalesce(token_end, 0)', 4) }} as mention_id,
        sentence_id,
        document_id,
        token_start,
        token_end,
        char_start,
        char_end,
        speaker_actor_id,
        quoted_actor_id,
        verb_text,
        speech_class,
        speech_class <> 'statement' as is_act,
        cast(content_start as integer) as content_start,
        cast(greatest(content_start, content_end) as integer) as content_end
    from all_speech
    qualify
        row_number() over (
            partition by sentence_id, token_start, token_end
            order by speaker_actor_id, verb_text, content_start, char_start, content_end, quoted_actor_id
        ) = 1
)

select * from final
