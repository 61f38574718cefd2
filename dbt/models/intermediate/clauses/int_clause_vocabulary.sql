with

tokens as (
    select * from {{ ref('int_tokens') }}
),

words as (
    select * from {{ ref('int_clause_words') }}
),

class_sets as (
    select * from {{ ref('int_clause_classes') }}
),

-- Texts use few words many times: each is looked at once.
spellings as (
    select distinct
        token_key,
        token_kind
    from tokens
),

final as (
    select
        row_number() over (order by spellings.token_key, spellings.token_kind) as vocabulary_key,
        spellings.token_key,
        spellings.token_kind,
        coalesce(class_sets.class_key, 0) as class_key,
        coalesce(class_sets.class_bits, 0) as class_bits,
        {{ clause_key_bits('spellings.') }} as key_bits
    from spellings
    left join words on spellings.token_key = words.word_key and spellings.token_kind = 'word'
    left join class_sets on words.word_classes = class_sets.word_classes
)

select * from final
