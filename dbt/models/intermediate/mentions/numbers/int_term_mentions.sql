with

ngrams as (
    select * from {{ ref('int_ngrams') }}
),

terms as (
    select * from {{ ref('int_term_names') }}
),

found as (
    select
        ngrams.*,
        terms.term_class,
        terms.term_kind
    from ngrams
    inner join terms on ngrams.ngram_key = terms.term_key
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
    from found
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
