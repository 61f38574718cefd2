with

numbers as (
    select * from {{ ref('int_number_neighbours') }}
),

ages as (
    select
        sentence_id,
        token_start,
        case when gap_after = '-' and key_after in ('year', 'years', 'month', 'day', 'летн') then 'age or span' else 'age' end as not_a_quantity
    from numbers
    where
        -- "a 25-year term"
        (gap_after = '-' and key_after in ('year', 'years', 'month', 'day', 'летн'))
        -- "a volunteer, 27, was wounded"
        or (
            number_kind = 'digits'
            and token_before = ','
            and token_after = ','
            and unit is null
            and currency is null
            and value between 1 and 110
            and is_word_second_before
        )
        -- "children under five"
        or (
            token_before in ('under', 'over', 'below')
            and second_key_before in ('child', 'children', 'boys', 'girls', 'minors', 'people', 'women', 'men', 'those')
            and unit is null
            and value < 100
        )
        -- a column "Under 18"
        or (token_before in ('Under', 'under') and value in (1, 2, 5, 12, 14, 15, 17, 18) and coalesce(token_after in ('|', ')', ':'), true))
        -- "below the age of five", "в возрасте до пяти лет"
        or (key_before = 'of' and second_key_before in ('age', 'ages') and value < 100)
        -- "a man of 34", "a boy of six"
        or (
            key_before = 'of'
            and second_key_before in ('man', 'woman', 'boy', 'girl')
            and value < 110
            and unit is null
        )
        -- "under-five children"
        or (key_before = 'under' and gap_before = '-')
        or (key_before in ('aged', 'age', 'ages') and number_kind in ('digits', 'words'))
        or (key_after in ('years', 'лет', 'year') and second_key_after = 'old')
        -- "women of 60 or more"
        or (
            key_before = 'of'
            and second_key_before in ({{ words("counted_people") }}, 'boys', 'girls', 'minors')
            and token_after in ('or', 'and')
            and value < 100
            and unit is null
        )
),

-- years, days and hours, where no date could be made of them
times as (
    select
        sentence_id,
        token_start,
        case
            when number_kind = 'phrase' then 'time'
            when contains(own_token, '.') or key_after in ({{ words("clock_words") }}, {{ words("turns_of_the_day") }}) then 'hour'
            when regexp_full_match(own_token, '(?:19|20)\d{2}') then 'year'
            else 'date'
        end as not_a_quantity
    from numbers
    where
        -- "the 2017 Humanitarian Response Plan"
        (
            number_kind = 'digits'
            and value between 1990 and 2040
            and regexp_full_match(own_token, '(?:19|20)\d{2}')
            and (
                is_name_after
                or (key_before = 'the' and key_after not in ({{ words("counted_people") }}))
                or (
                    writes_commas
                    and unit is null
                    and currency is null
                    and coalesce(qualifier_before, '') = ''
                    and coalesce(key_after not in ({{ words("counted_people") }}), true)
                )
                -- "the projected 2024 gross domestic product"
                or key_after in ({{ words("things_of_one_year") }})
            )
        )
        -- "2018 год"
        or (regexp_full_match(own_token, '(?:19|20)\d{2}') and key_after in ('год', 'гг') and coalesce(qualifier_before, '') = '')
        -- "a 2018 deal", "the 1974 Disengagement Agreement"
        or (
            number_kind = 'digits'
            and regexp_full_match(own_token, '(?:19|20)\d{2}')
            and value < 2041
            and unit is null
            and currency is null
            and (
                -- "the agreement, dated 1974"
                key_before in ('a', 'an', 'dated', 'датирован')
                or (
                    (key_before in ('the', 'its', 'their', 'his', 'this', 'that', 's') or is_behind_name)
                    and (key_after in ({{ words("things_of_a_year") }}) or second_key_after in ({{ words("things_of_a_year") }}))
                )
                or (key_before = 'the' and is_name_after and second_key_after not in ({{ words("counted_people") }}))
            )
        )
        -- "2359 GMT"
        or (regexp_full_match(own_token, '[0-2]\d[0-5]\d') and key_after in ({{ words("clock_words") }}))
        -- "from 6am to 12 midday"
        or (value <= 12 and unit is null and key_after in ({{ words("turns_of_the_day") }}))
        -- "1 January-1 July"
        or (
            number_kind = 'digits'
            and value <= 31
            and unit is null
            and currency is null
            and is_name_after
            and key_after in ({{ words("month_keys") }})
        )
        -- "В 7.40 у города", "at 7.40 on the road"
        or (
            number_kind = 'digits'
            and regexp_full_match(own_token, '(?:[01]?\d|2[0-3])\.[0-5]\d')
            and key_before in ('at', 'в', 'окол', 'до', 'с')
            and unit is null
            and currency is null
            and scale is null
            and coalesce(key_after not in ({{ words("counted_people") }}, 'per'), true)
            and (key_before = 'в' or key_after in ('on', 'near', 'when', 'a', 'the', ','))
        )
        -- "(once)" counts, "once the road was open" does not
        or (number_kind = 'phrase' and lower(own_token) = 'once' and coalesce(token_before <> '(' or token_after <> ')', true))
),

final as (
    select * from ages
    union all
    select * from times
)

select * from final
