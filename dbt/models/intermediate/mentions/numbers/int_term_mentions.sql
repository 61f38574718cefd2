with

ngrams as (
    select * from {{ ref('int_ngrams') }}
),

terms as (
    select * from {{ ref('int_term_names') }}
),

codes as (
    select
        sentence_id,
        document_id,
        token_number as token_start,
        token_number as token_end,
        char_start,
        char_end,
        replace(token_key, '-', ' ') as ngram_key,
        1 as word_count
    from {{ ref('int_tokens') }}
    -- without a hyphen it is found as any word is
    where token_kind = 'code' and contains(token_key, '-')
),

found as (
    select
        ngrams.sentence_id,
        ngrams.document_id,
        ngrams.token_start,
        ngrams.token_end,
        ngrams.char_start,
        ngrams.char_end,
        ngrams.ngram_key,
        ngrams.word_count,
        terms.term_class,
        terms.term_kind
    from ngrams
    inner join terms on ngrams.ngram_key = terms.term_key
    union all
    -- "COVID-19" is no word
    select
        codes.*,
        terms.term_class,
        terms.term_kind
    from codes
    inner join terms on codes.ngram_key = terms.term_key
),

-- "in return", "the army returned fire": nobody came back
idle as (
    select
        sentence_id,
        token_start,
        token_end
    from found
    where term_class = 'idle'
),

told as (
    select found.*
    from found
    anti join idle
        on
            found.sentence_id = idle.sentence_id
            and found.term_class <> 'idle'
            and found.token_start >= idle.token_start
            and found.token_end <= idle.token_end
),

-- the few that another of their class may stand within
phrases as (
    select * from told
    where word_count > 1
),

final as (
    select
        told.sentence_id,
        told.document_id,
        told.token_start,
        told.token_end,
        told.char_start,
        told.char_end,
        told.term_class,
        told.term_kind,
        told.ngram_key as term_key,
        told.word_count
    from told
    anti join phrases
        on
            told.sentence_id = phrases.sentence_id
            and told.term_kind = phrases.term_kind
            and told.term_class = phrases.term_class
            and told.token_start >= phrases.token_start
            and told.token_end <= phrases.token_end
            and told.word_count < phrases.word_count
)

select * from final
