with

tokens as (
    select
        *,
        -- "As-Suwayda was shelled": part of a name, which opens no clause
        is_compound and is_capitalised and list_contains(word_classes, 'subordinator') as is_name_article
    from {{ ref('int_clause_tokens') }}
),

-- "MOSCOW, 17 April 2018 - During his stay", "* At the dam": the sentence begins behind where and when it was written, or its bullet
datelines as (
    select
        sentence_id,
        min(token_number) as dash_token
    from tokens
    where
        clause_number = 0
        and (
            token_key in ('-', '–', '—') and token_number between 3 and 12 and (kind_before = 'number' or key_before = ')')
            or token_key in ('*', '•', '-', '–', '—') and token_number = 1
        )
    group by sentence_id
),

final as (
    select
        tokens.sentence_id,
        tokens.clause_number,
        arg_min(if(is_name_article, [], word_classes), token_number + if(token_number <= dash_token, 99, 0)) as opening_classes,
        arg_min(if(is_name_article, '', token_key), token_number + if(token_number <= dash_token, 99, 0)) as opening_key,
        coalesce(any_value(word_classes) filter (where token_number = coalesce(dash_token + 1, clause_start) + 1), []) as second_classes,
        max(verb_number) = 0 as is_verbless,
        -- "It was Lee that left", "said that it was Lee who left"
        coalesce(bool_or(list_contains(word_classes, 'be') and key_before = 'it' and verb_number = 1), false) as is_cleft,
        min(char_start) filter (where not (token_kind = 'punct' and token_number = clause_start)) as clause_char_start,
        max(char_end) filter (where not (token_kind = 'punct' and token_number = clause_end)) as clause_char_end
    from tokens
    left join datelines on tokens.sentence_id = datelines.sentence_id and tokens.clause_number = 0
    group by tokens.sentence_id, tokens.clause_number
)

select * from final
