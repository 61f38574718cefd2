with

tokens as (
    select * from {{ ref('int_tokens') }}
),

sentences as (
    select
        sentence_id,
        language
    from {{ ref('int_sentences') }}
),

words as (
    select
        {{ fold_word('word') }} as folded_word,
        any_value(number_kind) as number_kind,
        any_value(value) as value
    from {{ ref('number_words') }}
    group by all
),

-- Texts use few words many times: each is folded once. Unstemmed: the stems of seven and family are one in Russian.
spelt_words as (
    select
        spellings.token,
        words.number_kind,
        words.value
    from (
        select distinct token from tokens
        where token_kind = 'word'
    ) as spellings
    inner join words on {{ fold_word('spellings.token') }} = words.folded_word
),

elements as (
    select
        tokens.*,
        sentences.language,
        words.value,
        before_it.token_key as key_before,
        case
            when tokens.token_kind = 'number' then 'digits'
            else words.number_kind
        end as number_kind
    from tokens
    inner join sentences on tokens.sentence_id = sentences.sentence_id
    left join spelt_words as words on tokens.token = words.token and tokens.token_kind = 'word'
    left join tokens as before_it
        on tokens.sentence_id = before_it.sentence_id and tokens.token_number - 1 = before_it.token_number
    where tokens.token_kind = 'number' or words.number_kind is not null
),

linked as (
    select
        *,
        lag(number_kind) over in_sentence as kind_before,
        token_number - lag(token_number) over in_sentence as step
    from elements
    window in_sentence as (partition by sentence_id order by token_number)
),

-- a figure in words or with a scale goes on only in the orders that make one number
runs as (
    select
        *,
        sum(case
            when
                (step = 1 or (step = 2 and key_before = 'and' and kind_before in ('hundred', 'scale') and number_kind in ('unit', 'tens')))
                and (
                    (number_kind in ('scale', 'dozen') and kind_before not in ('zero', 'dozen'))
                    or (number_kind = 'hundred' and kind_before in ('unit', 'digits'))
                    or (number_kind = 'unit' and kind_before in ('tens', 'hundred', 'hundreds', 'scale'))
                    or (number_kind = 'tens' and kind_before in ('hundred', 'hundreds', 'scale'))
                    or (number_kind in ('digits', 'hundreds') and kind_before = 'scale')
                )
                then 0
            else 1
        end) over (partition by sentence_id order by token_number) as run_number
    from linked
),

scaled as (
    select
        *,
        row_number() over in_run as place_in_run,
        case when number_kind = 'scale' then value end as scale_value,
        lead(number_kind) over in_run as kind_after,
        first_value(case when number_kind in ('scale', 'dozen') then value end ignore nulls) over (
            partition by sentence_id, run_number
            order by token_number
            rows between 1 following and unbounded following
        ) as scale_after
    from runs
    window in_run as (partition by sentence_id, run_number order by token_number)
),

valued as (
    select
        *,
        case
            when number_kind = 'digits'
                then {{ digits_to_number('token', 'coalesce(scale_after, 1)', 'language') }} * coalesce(scale_after, 1)
            when number_kind in ('unit', 'tens', 'hundreds')
                then value * case when kind_after = 'hundred' then 100 else 1 end * coalesce(scale_after, 1)
            when number_kind = 'hundred' and place_in_run = 1 then 100 * coalesce(scale_after, 1)
            else 0
        end as contribution
    from scaled
),

final as (
    select
        sentence_id,
        document_id,
        any_value(language) as language,
        min(token_number) as token_start,
        max(token_number) as token_end,
        min(char_start) as char_start,
        max(char_end) as char_end,
        case when bool_or(number_kind = 'digits' and contribution is null) then null else sum(contribution) end as value,
        bool_or(number_kind = 'digits') as has_digits,
        max(case when number_kind = 'scale' then scale_value end) as scale,
        first(number_kind order by token_number) as first_kind,
        first(token order by token_number) as first_token,
        first(key_before order by token_number) as key_before
    from valued
    group by sentence_id, document_id, run_number
    having
        first(number_kind order by token_number) not in ('scale', 'dozen')
        or first(key_before order by token_number) in ('a', 'an', 'one')
)

select * from final
