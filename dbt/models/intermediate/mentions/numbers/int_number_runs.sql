with

tokens as not materialized (
    select * from {{ ref('int_tokens') }}
),

sentences as (
    select
        sentence_id,
        language
    from {{ ref('int_sentences') }}
    -- in any other language nobody knows what a number counts
    where language in ('en', 'ru')
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

found as materialized (
    select
        tokens.*,
        words.number_kind,
        words.value
    from tokens
    left join spelt_words as words on tokens.token = words.token and tokens.token_kind = 'word'
    where tokens.token_kind = 'number' or words.number_kind is not null
),

neighbours as materialized (
    {{ tokens_at('tokens', 'found', ['token_number - 2', 'token_number - 1', 'token_number + 1', 'token_number + 2']) }}
),

placed as (
    select
        found.*,
        before.token_key as key_before,
        before.token as token_before,
        before.token_kind as token_kind_before,
        before.char_start as char_start_before,
        before.char_end as char_end_before,
        second.token as second_before,
        after.token_key as key_after,
        second_after.token_key as second_key_after
    from found
    left join neighbours as before
        on found.sentence_id = before.sentence_id and found.token_number = before.token_number + 1
    left join neighbours as second
        on found.sentence_id = second.sentence_id and found.token_number = second.token_number + 2
    left join neighbours as after
        on found.sentence_id = after.sentence_id and found.token_number = after.token_number - 1
    left join neighbours as second_after
        on found.sentence_id = second_after.sentence_id and found.token_number = second_after.token_number - 2
),

elements as (
    select
        placed.* replace (case when placed.token_kind = 'number' then 'digits' else placed.number_kind end as number_kind),
        sentences.language
    from placed
    inner join sentences on placed.sentence_id = sentences.sentence_id
    where
        placed.token_kind = 'number'
        or placed.number_kind <> 'letter'
        -- "$250m", "US$ 4.9 m": a letter is a scale only behind the digits of an amount
        or (
            placed.token_kind_before = 'number'
            and (placed.char_start = placed.char_end_before or (placed.token in ('m', 'M', 'b', 'B') and placed.char_start = placed.char_end_before + 1))
            and regexp_matches(placed.second_before, '\p{Sc}$|^[A-Z]{3}$')
        )
        -- "13.5 M": no metres
        or (placed.token_kind_before = 'number' and placed.token = 'M' and placed.char_start = placed.char_end_before + 1)
        -- "5.1 m people"
        or (
            placed.token_kind_before = 'number'
            and placed.token in ('m', 'M')
            and placed.char_start = placed.char_end_before + 1
            and (
                placed.key_after in ({{ words("counted_people") }})
                -- "2.9 m at risk of hunger"
                or (placed.key_after in ('at', 'in') and placed.second_key_after in ('risk', 'need'))
            )
        )
        or (
            placed.token_kind_before = 'number'
            and placed.char_start = placed.char_end_before
            and (
                -- "13.5M people", "13k in May", "1.3m of them"
                placed.token in ('M', 'K', 'k')
                or placed.key_after in ({{ words("counted_people") }}, {{ words("counted_money") }})
                -- "1.2m need food"
                or (contains(placed.token_before, '.') and placed.key_after in ('need', 'needs', 'are', 'were', 'have', 'had', 'live', 'fled', 'lack', 'face'))
                or (placed.key_after = 'of' and placed.second_key_after in ('them', 'these', 'those', 'whom'))
                -- "5.7m direct beneficiaries", but "a 1.7m long queue of refugees"
                or (
                    placed.second_key_after in ({{ words("counted_people") }})
                    and placed.key_after not in ('of', 'from', 'in', 'long', 'high', 'deep', 'wide', 'tall', 'thick', 'away', 'below', 'above')
                )
            )
        )
),

linked as (
    select
        * replace (case when number_kind = 'letter' then 'scale' else number_kind end as number_kind),
        -- "US$ 187.6 m six months": behind a letter a number ends
        lag(case number_kind when 'letter' then 'last scale' else number_kind end) over in_sentence as kind_before,
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
                    or (number_kind = 'unit' and kind_before in ('tens', 'hundred', 'hundreds'))
                    or (number_kind = 'tens' and kind_before in ('hundred', 'hundreds'))
                    -- "$450 million six-month requirements" are two
                    or (
                        number_kind in ('unit', 'tens')
                        and kind_before = 'scale'
                        and coalesce(key_after not in ('month', 'months', 'year', 'years', 'week', 'weeks', 'day', 'days'), true)
                    )
                    or (number_kind in ('digits', 'hundreds') and kind_before = 'scale')
                )
                then 0
            else 1
        end) over (partition by sentence_id order by token_number) as run_number
    from linked
),

neighbouring as (
    select
        *,
        lead(number_kind) over in_run as next_kind,
        lead(value) over in_run as next_value
    from runs
    window in_run as (partition by sentence_id, run_number order by token_number)
),

scaled as (
    select
        *,
        row_number() over in_run as place_in_run,
        case when number_kind = 'scale' then value end as scale_value,
        next_kind as kind_after,
        -- "nine thousand billion": a scale of a scale
        first_value(
            case
                when number_kind in ('scale', 'dozen') then value * case when number_kind = 'scale' and next_kind = 'scale' then next_value else 1 end
            end ignore nulls
        ) over (
            partition by sentence_id, run_number
            order by token_number
            rows between 1 following and unbounded following
        ) as scale_after
    from neighbouring
    window in_run as (partition by sentence_id, run_number order by token_number)
),

valued as (
    select
        *,
        case
            when number_kind = 'digits'
                -- 4.1 times a million is no 4,099,999.99
                then round({{ digits_to_number('token', 'coalesce(scale_after, 1)', 'language') }} * coalesce(scale_after, 1), 6)
            when number_kind in ('unit', 'tens', 'hundreds')
                then value * case when kind_after = 'hundred' then 100 else 1 end * coalesce(scale_after, 1)
            when number_kind = 'hundred' and place_in_run = 1 then 100 * coalesce(scale_after, 1)
            when number_kind in ('scale', 'dozen') and place_in_run = 1 then value * coalesce(scale_after, 1)
            else 0
        end as contribution
    from scaled
),

final as (
    select
        sentence_id,
        document_id,
        any_value(language) as language,
        -- the article of "a hundred" belongs to the number
        min(token_number) - cast({{ has_article() }} as integer) as token_start,
        max(token_number) as token_end,
        case when {{ has_article() }} then first(char_start_before order by token_number) else min(char_start) end as char_start,
        max(char_end) as char_end,
        case when bool_or(number_kind = 'digits' and contribution is null) then null else sum(contribution) end as value,
        bool_or(number_kind = 'digits') as has_digits,
        max(case when number_kind = 'scale' then scale_value end) as scale,
        first(number_kind order by token_number) as first_kind
    from valued
    group by sentence_id, document_id, run_number
    having
        first(number_kind order by token_number) not in ('hundred', 'scale', 'dozen')
        or first(key_before order by token_number) in ('a', 'an', 'one')
        or first(lower(token) order by token_number) in ({{ words("singular_scales") }})
        or (
            first(lower(token) order by token_number) in ({{ words("genitive_scales") }})
            and first(lower(token_before) order by token_number) in ({{ words("governing_genitive") }})
        )
)

select * from final
