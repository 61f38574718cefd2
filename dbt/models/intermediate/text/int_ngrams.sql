with

tokens as (
    select * from {{ ref('int_tokens') }}
    where token_kind in ('word', 'code', 'ordinal', 'number')
),

runs as (
    select
        *,
    {% for n in range(1, 8) -%}
    case when lead(token_number, {{ n }}) over in_sentence = token_number + {{ n }} then lead(token_key, {{ n }}) over in_sentence end as key_{{ n }},
    lead(char_end, {{ n }}) over in_sentence as end_{{ n }}{{ "," if not loop.last }}

    {% endfor %}
    from tokens
    window in_sentence as (partition by sentence_id order by token_number)
),

grown as (
    select
        sentence_id,
        document_id,
        token_number,
        char_start,
        is_capitalised,
        unnest([
            struct_pack(ngram_key := token_key, char_end := char_end, word_count := 1)
            {%- for n in range(1, 8) %},
            struct_pack(
                ngram_key := token_key
                {%- for m in range(1, n + 1) %}
                || ' ' || key_{{ m }}
                {%- endfor %},
                char_end := end_{{ n }},
                word_count := {{ n + 1 }}
            )
            {%- endfor %}
        ], recursive := true)
    from runs
    where token_kind = 'word' or token_kind = 'code'
),

final as (
    select
        sentence_id,
        document_id,
        token_number as token_start,
        cast(token_number + word_count - 1 as integer) as token_end,
        char_start,
        char_end,
        ngram_key,
        is_capitalised,
        cast(word_count as integer) as word_count
    from grown
    where ngram_key is not null
)

select * from final
