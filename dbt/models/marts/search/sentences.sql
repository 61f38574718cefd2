{{ config(materialized='kept', kept_by='document_id', touched='int_touched_documents') }}

with

sentences as (
    select * from {{ ref('int_recorded_sentences') }}
    where {{ is_touched('document_id', 'int_touched_documents') }}
),

words as (
    select * from {{ ref('int_recorded_search_words') }}
    where {{ is_touched('document_id', 'int_touched_documents') }}
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
        -- shorter than the id; of the sentence alone, so that a document more changes no other
        {{ sentence_key('sentences.sentence_id') }} as sentence_key
    from sentences
    left join word_counts on sentences.sentence_id = word_counts.sentence_id
    where sentences.line_kind <> 'furniture'
)

select * from final
