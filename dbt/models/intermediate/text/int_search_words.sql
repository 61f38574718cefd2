with

tokens as not materialized (
    select * from {{ ref('int_tokens') }}
),

-- Texts use few words many times: each is folded once.
words as (
    select distinct
        token,
        token_kind,
        token_key
    from tokens
    where token_kind <> 'punct'
),

vocabulary as (
    select
        *,
        {{ search_term('token', 'token_kind', 'token_key') }} as term
    from words
),

final as (
    select
        tokens.sentence_id,
        tokens.document_id,
        vocabulary.term,
        tokens.word_number as position
    from tokens
    inner join vocabulary
        on
            tokens.token = vocabulary.token
            and tokens.token_kind = vocabulary.token_kind
            and tokens.token_key = vocabulary.token_key
)

select * from final
