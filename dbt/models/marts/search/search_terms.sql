{{ config(
    materialized='kept',
    kept_by='sentence_key',
    touched='int_touched_sentences',
    belongs_to='sentences',
    post_hook="{{ create_search() }}"
) }}
-- the table macro that the hook makes reads it: depends_on {{ ref('dim_document') }}
-- what is written anew: depends_on {{ ref('int_touched_sentences') }}

with

words as (
    select * from {{ ref('int_recorded_search_words') }}
    where {{ is_touched('document_id', 'int_touched_documents') }}
),

sentences as (
    select
        sentence_id,
        sentence_key
    from {{ ref('sentences') }}
    where {{ is_touched('document_id', 'int_touched_documents') }}
),

final as (
    select
        words.term,
        sentences.sentence_key,
        words.position
    from words
    inner join sentences on words.sentence_id = sentences.sentence_id
)

select * from final
-- a look-up of a few terms then reads a few blocks of the file
order by term, sentence_key, position
