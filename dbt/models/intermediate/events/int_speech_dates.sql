with

speech as (
    select * from {{ ref('int_speech_mentions') }}
    where speaker_actor_id is not null
),

sentences as (
    select
        sentence_id,
        sentence_number,
        starts_with(sentence_text, '“') or starts_with(sentence_text, '"') as is_direct
    from {{ ref('int_sentences') }}
    where line_kind not in ('furniture', 'title', 'heading')
),

dates as (
    select * from {{ ref('int_date_mentions') }}
    where not is_document_date
),

final as (
    select
        speech.mention_id,
        speech.document_id,
        sentences.sentence_number,
        speech.speaker_actor_id,
        speech.char_start,
        dates.date_start,
        dates.date_end,
        dates.date_precision
    from speech
    inner join sentences on speech.sentence_id = sentences.sentence_id
    inner join dates on speech.sentence_id = dates.sentence_id
    where
        dates.char_start < speech.content_start
        or dates.char_start >= speech.content_end
        or dates.char_start between speech.char_start - 25 and speech.char_end + 25 and not sentences.is_direct
    qualify row_number() over (
        partition by speech.mention_id
        order by dates.date_start is null, abs(dates.char_start - speech.char_end), dates.char_start
    ) = 1
)

select * from final
