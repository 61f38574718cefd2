with

numbers as (
    select * from {{ ref('int_number_neighbours') }}
),

labels as (
    select * from {{ ref('int_number_labels') }}
),

times as (
    select * from {{ ref('int_number_times') }}
),

beside as (
    select
        *,
        lead(token_start) over in_sentence as next_start,
        lead(figure_start) over in_sentence as next_figure_start,
        lead(value) over in_sentence as next_value,
        lead(number_kind) over in_sentence as next_kind,
        lead(key_before_figure) over in_sentence as next_key_before_figure,
        lag(key_before_figure) over in_sentence as last_key_before_figure
    from numbers
    window in_sentence as (partition by sentence_id order by token_start)
),

marked as (
    select
        *,
        -- "one in three of them", "1 in 3 communities", "7 in 10 returnees"
        coalesce(
            next_start between token_end + 2 and token_end + case when key_after = 'out' then 4 else 3 end
            and next_value > value
            and value <= 9
            and next_value <= 20
            and (
                (number_kind = 'words' and next_kind = 'words')
                or (number_kind = 'digits' and (value = 1 or next_value = 10) and key_after in ('in', 'out') and next_kind = 'digits')
                -- "3 in 4 families"
                or (number_kind = 'digits' and next_value = value + 1 and next_value <= 5 and key_after = 'in' and next_start = token_end + 2)
            )
            and key_after in ('in', 'of', 'out')
            -- "two of the nine hospitals" are counted
            and coalesce(second_key_after <> 'the' and key_before <> 'only', true),
            false
        ) as opens_ratio
    from beside
),

sequences as (
    select
        *,
        lag(opens_ratio) over (partition by sentence_id order by token_start) as closes_ratio
    from marked
),

-- "rose from 1,144 to 1,150" states the second figure; the first is what it was before
former_values as (
    select
        sentence_id,
        token_start,
        'former value' as not_a_quantity
    from sequences
    where
        (key_before = 'с' and key_after = 'до')
        or (
            key_before_figure = 'from'
            and next_key_before_figure in ('to', 'by')
            -- "fell from $67 billion in 2011 to $21 billion" are two figures of two years
            and (figure_start = token_start or next_figure_start = token_end + 2)
            and is_behind_change
        )
        -- "revised to 53 from 48."
        or (key_before_figure = 'from' and last_key_before_figure in ('to', 'at') and is_behind_change and token_after in ('.', ',', ';', ')'))
        -- "in four years there had been none"
        or (number_kind = 'zero' and key_before = 'been' and second_key_before = 'had' and token_after in ('.', ',', ';'))
),

-- they weigh a part against a whole, or one thing against another, and count neither
proportions as (
    select
        sentence_id,
        token_start,
        case when opens_ratio or closes_ratio then 'ratio' when number_kind = 'phrase' then 'comparison' else 'fraction' end as not_a_quantity
    from sequences
    where
        opens_ratio
        or closes_ratio
        -- "two thirds"
        or (
            (number_kind = 'words' or (number_kind = 'digits' and value < 10))
            and key_after in ({{ words("fractions") }})
        )
        -- "twice as many", "twice a week"
        or (
            number_kind = 'phrase'
            and value in (2, 3)
            and regexp_full_match(lower(own_token), 'twice|thrice|дважды|трижды')
            and (
                key_after in ('as', 'the', 'a', 'that', 'what', 'its', 'their', 'more', 'daily', 'weekly', 'monthly', 'yearly', 'больш')
                or key_before in ('than', 'at', 'once', 'think')
            )
        )
),

-- a "no" that states no zero
mere_denials as (
    select
        sentence_id,
        token_start,
        -- "asked that no one be deported"
        case when key_after = 'be' or second_key_after = 'be' then 'called for' else 'comparator' end as not_a_quantity
    from sequences
    where
        number_kind = 'zero'
        and (
            key_after in ('longer', 'later', 'doubt', 'be')
            or second_key_after = 'be'
            -- "89 Syrians who were not registered"
            or (key_before in ('who', 'which') and token_end > token_start)
            -- "no larger convoy has ever come"
            or key_after in ({{ words("comparatives") }})
            or (key_after in ('fewer', 'less', 'more') and second_key_after = 'than')
        )
),

-- "one" that stands for somebody, and numbers that speak of those that were counted before
pronouns as (
    select
        sentence_id,
        token_start,
        'pronoun' as not_a_quantity
    from sequences
    where
        (
            number_kind = 'words' and value = 1
            and (
                key_after in ('of', 'another', 'day', 'more', 'side', 'hand', 'from', 'who', 'that', 'which', 'has', 'is', 'for', 'could', 'can')
                or key_before in ('no', 'ни', 'any', 'every', 'each', 'this', 'that', 'which', 'for')
                or (
                    token_after in ('.', ',', ';', ')')
                    and key_before not in ('(', '-', '–', '—', ':', '|', 'province', 'governorate', 'провинц', 'мухафаз')
                    -- "in Aleppo one"
                    and not is_behind_name_in_place
                )
            )
        )
        or (number_kind = 'words' and key_before = 'of' and token_after in ('.', ',', ';', ')'))
        -- "11 people, all of them from one family"
        or (number_kind = 'words' and value = 1 and key_before in ('of', 'from') and key_after in ('family', 'household', 'clan'))
        -- "по одному в Хомсе и Идлибе" counts, "к одному из них" does not
        or (number_kind = 'words' and lower(own_token) = 'одному' and key_before <> 'по')
        -- "members of a single family", "in a single day"
        or (
            number_kind = 'phrase'
            and value = 1
            and lower(own_token) = 'a'
            and key_before in ('of', 'in', 'from', 'by', 'within', 'on', 'at')
        )
        or (number_kind = 'words' and value <= 3 and key_before in ('the', 'these', 'those'))
        -- "half of the 3,852 are from Daraa"
        or (
            number_kind = 'digits'
            and key_before in ('the', 'these', 'those')
            and second_key_before = 'of'
            and unit is null
            and currency is null
            and scale is null
            and (
                key_after in ('are', 'were', 'is', 'was', 'have', 'had', 'has', 'came', 'come', 'live', 'stayed', 'will')
                or token_after in ('.', ',', ';')
            )
        )
),

judged as (
    select * from former_values
    union all
    select * from proportions
    union all
    select * from mere_denials
    union all
    select * from pronouns
    union all
    select * from labels
    union all
    select * from times
),

final as (
    select
        sentence_id,
        token_start,
        -- one name of several that fit: none of them is a quantity
        min(not_a_quantity) as not_a_quantity,
        bool_or(not_a_quantity = 'former value') as is_former
    from judged
    group by sentence_id, token_start
)

select * from final
