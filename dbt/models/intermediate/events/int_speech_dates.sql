with

speech as (
    select * from {{ ref('int_speech_mentions') }}
    where speaker_actor_id is not null
),

sentences as (
    select
        sentence_id,
        sentence_number,
        sentence_text,
        char_start as sentence_start,
        starts_with(sentence_text, '“') or starts_with(sentence_text, '"') as is_direct
    from {{ ref('int_sentences') }}
    where line_kind not in ('furniture', 'title', 'heading')
),

document_dates as (
    select
        document_id,
        published_date
    from {{ ref('int_document_dates') }}
),

tokens as not materialized (
    select
        sentence_id,
        token_number,
        clause_number,
        key_before
    from {{ ref('int_clause_tokens') }}
),

dates as (
    select
        mentions.*,
        -- "Lee, who took office in July, told", "says 900 have fled since July": of another verb
        coalesce(list_has_any(clauses.opening_classes, ['relative', 'subordinator', 'that']), false) as is_of_dependent_clause,
        coalesce(tokens.key_before in ('since', 'until', 'till'), false) as is_bound,
        -- who spoke did so before the text was printed
        coalesce(mentions.date_start > document_dates.published_date, false) as is_ahead_of_text,
        tokens.clause_number
    from {{ ref('int_date_mentions') }} as mentions
    inner join document_dates on mentions.document_id = document_dates.document_id
    inner join tokens on mentions.sentence_id = tokens.sentence_id and mentions.token_start = tokens.token_number
    inner join {{ ref('int_clauses') }} as clauses
        on tokens.sentence_id = clauses.sentence_id and tokens.clause_number = clauses.clause_number
    where not mentions.is_document_date
),

near as (
    select
        speech.mention_id,
        speech.document_id,
        sentences.sentence_number,
        speech.speaker_actor_id,
        speech.char_start,
        speech.char_end,
        dates.char_start as date_char_start,
        dates.date_start,
        dates.date_end,
        dates.date_precision,
        -- "In May, he said, they will meet": a day of what is said is not the day of saying it
        not dates.is_ahead_of_text
        -- "In May, Lee said, they met"
        and not coalesce(
            dates.char_end < speech.char_start and dates.char_start - sentences.sentence_start <= 10
            and substring(sentences.sentence_text, dates.char_end - sentences.sentence_start + 1, 1) = ','
            and regexp_matches(substring(sentences.sentence_text, speech.char_end - sentences.sentence_start + 1, 3), '^, [^“"«]'),
            false
        )
        and not (dates.is_of_dependent_clause and coalesce(dates.clause_number <> verbs.clause_number, false))
        and not dates.is_bound
        and (
            dates.char_start < speech.content_start
            or dates.char_start >= speech.content_end
            or dates.char_start >= speech.char_end
            -- "In May Lee, who was there, said that they had met": what is said goes round who says it
            or speech.content_end > speech.char_end and dates.char_start < speech.char_start
            and coalesce(dates.clause_number = verbs.clause_number, false)
            and not contains(substring(sentences.sentence_text, dates.char_end - sentences.sentence_start + 1, speech.char_start - dates.char_end), ',')
        )
            as is_of_speech,
        dates.is_ahead_of_text and not dates.is_of_dependent_clause and not dates.is_bound as is_ahead
    from speech
    inner join sentences on speech.sentence_id = sentences.sentence_id
    inner join dates on speech.sentence_id = dates.sentence_id
    left join tokens as verbs
        on speech.sentence_id = verbs.sentence_id and speech.token_start = verbs.token_number
    where
        dates.char_start < speech.content_start
        or dates.char_start >= speech.content_end
        or dates.char_start between speech.char_start - 25 and speech.char_end + 25 and not sentences.is_direct
),

final as (
    select
        mention_id,
        document_id,
        speaker_actor_id,
        char_start,
        date_start,
        date_end,
        date_precision,
        is_of_speech,
        is_ahead
    from near
    qualify row_number() over (
        partition by mention_id
        order by is_of_speech desc, date_start is null, abs(date_char_start - char_end), date_char_start
    ) = 1
)

select * from final
