with

tokens as not materialized (
    select * from {{ ref('int_tokens') }}
),

ngrams as not materialized (
    select * from {{ ref('int_ngrams') }}
),

unit_names as (
    select
        {{ phrase_key('unit_form') }} as unit_key,
        any_value(unit) as unit,
        any_value(factor) as factor,
        any_value(unit_class) as unit_class
    from {{ ref('units') }}
    group by all
),

final as (
    select
        ngrams.sentence_id,
        ngrams.token_start,
        ngrams.token_end,
        ngrams.document_id,
        ngrams.char_start,
        ngrams.char_end,
        ngrams.word_count,
        unit_names.unit,
        unit_names.factor,
        unit_names.unit_class
    from ngrams
    inner join unit_names on ngrams.ngram_key = unit_names.unit_key
    union all
    select
        sentence_id,
        token_number as token_start,
        token_number as token_end,
        document_id,
        char_start,
        char_end,
        1 as word_count,
        'percent' as unit,
        1 as factor,
        'share' as unit_class
    from tokens
    where token in ('%', '٪')
    union all
    -- "2,345 m3 of relief items": cut at the digit
    select
        powers.sentence_id,
        powers.token_number - 1 as token_start,
        powers.token_number as token_end,
        powers.document_id,
        powers.char_start - length(bases.token) as char_start,
        powers.char_end,
        2 as word_count,
        unit_names.unit,
        unit_names.factor,
        unit_names.unit_class
    from tokens as powers
    inner join tokens as bases on powers.sentence_id = bases.sentence_id and powers.token_number = bases.token_number + 1
    inner join unit_names on unit_names.unit_key = lower(bases.token) || powers.token
    where powers.token in ('2', '3') and powers.gap_before = '' and lower(bases.token) in ('m', 'km', 'м', 'км')
)

select * from final
