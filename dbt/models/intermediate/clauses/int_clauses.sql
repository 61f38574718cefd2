with

tokens as (
    select
        *,
        -- "As-Suwayda was shelled": part of a name, which opens no clause
        is_compound and is_capitalised and list_contains(word_classes, 'subordinator') as is_name_article
    from {{ ref('int_clause_tokens') }}
),

final as (
    select
        sentence_id,
        clause_number,
        arg_min(if(is_name_article, [], word_classes), token_number) as opening_classes,
        arg_min(if(is_name_article, '', token_key), token_number) as opening_key,
        coalesce(any_value(word_classes) filter (where token_number = clause_start + 1), []) as second_classes,
        max(verb_number) = 0 as is_verbless,
        -- "It was Lee that left", "said that it was Lee who left"
        coalesce(bool_or(list_contains(word_classes, 'be') and key_before = 'it' and verb_number = 1), false) as is_cleft,
        min(char_start) filter (where not (token_kind = 'punct' and token_number = clause_start)) as clause_char_start,
        max(char_end) filter (where not (token_kind = 'punct' and token_number = clause_end)) as clause_char_end
    from tokens
    group by sentence_id, clause_number
)

select * from final
