with

ngrams as (
    select * from {{ ref('int_ngrams') }}
),

titles as (
    select {{ phrase_key('title') }} as title_key
    from {{ ref('person_titles') }}
    union
    select {{ phrase_key('title') }} || 's'
    from {{ ref('person_titles') }}
    where language = 'en'
),

hits as (
    select
        ngrams.sentence_id,
        ngrams.document_id,
        ngrams.token_start,
        ngrams.token_end,
        ngrams.char_start,
        ngrams.char_end,
        ngrams.is_capitalised,
        ngrams.word_count,
        ngrams.token_end as reach
    from ngrams
    inner join titles on ngrams.ngram_key = titles.title_key
),

final as (
    select * exclude (reach, word_count) from ({{ longest_matches('hits') }}) as longest
)

select * from final
