with

sentences as (
    select * from {{ ref('int_recorded_sentences') }}
),

words as (
    select * from {{ ref('int_recorded_search_words') }}
),

word_counts as (
    select
        sentence_id,
        count(*) as word_count
    from words
    group by sentence_id
),

final as (
    select
        sentences.sentence_id,
        sentences.document_id,
        sentences.sentence_number,
        sentences.section_heading,
        sentences.sentence_text as quote,
        sentences.char_start,
        sentences.char_end,
        cast(coalesce(word_counts.word_count, 0) as integer) as word_count,
        cast(row_number() over (order by sentences.sentence_id) as integer) as sentence_key
    from sentences
    left join word_counts on sentences.sentence_id = word_counts.sentence_id
    where sentences.line_kind <> 'furniture'
)

select * from final
