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
    where token_kind = 'code'
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

final as (
    select
        sentence_id,
        document_id,
        token_start,
        token_end,
        char_start,
        char_end,
        term_class,
        term_kind,
        ngram_key as term_key,
        word_count
    from told
    qualify
        not coalesce(
            max(token_end) over (
                partition by sentence_id, term_kind, term_class
                order by token_start, word_count desc
                rows between unbounded preceding and 1 preceding
            ) >= token_end,
            false
        )
)

select * from final
