with

numbers as (
    select * from {{ ref('int_number_neighbours') }}
),

judgements as (
    select * from {{ ref('int_number_judgements') }}
),

judged as (
    select
        numbers.* exclude (qualifier_before),
        judgements.not_a_quantity,
        -- "с 5 до 7 домов", "вырос до 3450 фунтов": до, else a bound, only says what the count rose to
        case
            when
                numbers.key_before = 'до'
                and (
                    numbers.second_key_before in ({{ words("russian_changes") }})
                    or coalesce(lag(judgements.is_former) over (partition by numbers.sentence_id order by numbers.token_start), false)
                )
                then null
            else numbers.qualifier_before
        end as qualifier_before
    from numbers
    left join judgements on numbers.sentence_id = judgements.sentence_id and numbers.token_start = judgements.token_start
),

quantities as (
    select
        *,
        -- "between $8.7 billion and $11.4 billion": before its sign
        coalesce(key_before = 'between' or (figure_start < token_start and second_key_before = 'between'), false) as is_after_between
    from judged
    where not_a_quantity is null
),

paired as (
    select
        *,
        lead(value) over in_sentence as next_value,
        lead(scale) over in_sentence as next_scale,
        lead(token_start) over in_sentence as next_digits,
        lead(figure_start) over in_sentence as next_start,
        lead(token_end) over in_sentence as next_end,
        lead(char_end) over in_sentence as next_char_end,
        lead(unit) over in_sentence as next_unit,
        lead(factor) over in_sentence as next_factor,
        lead(unit_class) over in_sentence as next_unit_class,
        lead(unit_end) over in_sentence as next_unit_end,
        lead(gap_before) over in_sentence as next_gap,
        lead(currency) over in_sentence as next_currency
    from quantities
    window in_sentence as (partition by sentence_id order by token_start)
),

ranged as (
    select
        *,
        coalesce(
            number_kind <> 'zero' and next_value > value
            -- "soared by 50% to $191 million" are two figures
            and not (unit is not null and next_currency is not null)
            and not (currency is not null and next_unit is not null)
            -- "fell by 40% to 1.2 million tons"
            and coalesce(unit_class = next_unit_class, true)
            and (
                (next_start = token_end + 2 and key_after in ('–', '—', '-', 'to', 'до'))
                or (next_start = token_end + 3 and key_after in ('–', '—', '-', 'to', 'до') and second_key_after in ('about', 'some', 'as'))
                or (next_start = unit_end + 2 and key_after_unit in ('–', '—', '-', 'to', 'до'))
                or (next_start = unit_end + 2 and is_after_between and key_after_unit = 'and')
                or (next_start = token_end + 1 and next_gap = '-')
                or (next_start = token_end + 2 and is_after_between and key_after = 'and')
            ),
            false
        ) as is_range,
        -- "2 tons 310 kg" is one weight in two units
        coalesce(
            unit = next_unit and next_factor < factor and next_digits = unit_end + 1 and next_value * next_factor < factor,
            false
        ) as is_compound
    from paired
),

-- "14.6, 5.2 and 20.8 tons": the unit is said once, behind the last of the list
linked as (
    select
        *,
        coalesce(
            not is_range
            and unit_end = token_end
            and number_kind <> 'zero'
            and (
                (next_start = token_end + 2 and key_after in (',', 'and', 'or', 'и', 'или'))
                or (next_start = token_end + 3 and key_after = ',' and second_key_after in ('and', 'or', 'и', 'или'))
            ),
            false
        ) as joins_next
    from ranged
),

lists as (
    select
        *,
        sum(1 - joined_before) over (partition by sentence_id order by token_start) as list_number
    from (
        select
            *,
            cast(coalesce(lag(joins_next) over (partition by sentence_id order by token_start), false) as integer) as joined_before
        from linked
    ) as joined
),

shared as (
    select
        * replace (
            coalesce(unit, list_unit) as unit,
            case when unit is null then coalesce(list_factor, factor) else factor end as factor,
            case when unit is null then coalesce(list_unit_class, unit_class) else unit_class end as unit_class,
            coalesce(currency, list_currency) as currency
        )
    from (
        select
            *,
            case when is_list then last_value(token_start) over in_list end as list_last,
            case when is_list and joins_next then last_value(unit) over in_list end as list_unit,
            case when is_list and joins_next then last_value(factor) over in_list end as list_factor,
            case when is_list and joins_next then last_value(unit_class) over in_list end as list_unit_class,
            case when is_list and joins_next then last_value(currency) over in_list end as list_currency
        from (
            select
                *,
                bool_or(joins_next and (key_after in ('and', 'or', 'и', 'или') or second_key_after in ('and', 'or', 'и', 'или')))
                    over (partition by sentence_id, list_number) as is_list
            from lists
        ) as marked
        window in_list as (
            partition by sentence_id, list_number
            order by token_start
            rows between unbounded preceding and unbounded following
        )
    ) as spread
),

-- "19 tonnes were delivered, a further 30 are needed"
carried as (
    select
        * replace (
            case when is_further then lag(unit) over in_sentence else unit end as unit,
            case when is_further then lag(factor, 1, factor) over in_sentence else factor end as factor,
            case when is_further then lag(unit_class) over in_sentence else unit_class end as unit_class,
            case when is_further_money then last_money else currency end as currency
        )
    from (
        select
            *,
            last_value(currency ignore nulls) over (
                partition by sentence_id order by token_start rows between unbounded preceding and 1 preceding
            ) as last_money,
            coalesce(
                unit is null
                and currency is null
                and number_kind <> 'zero'
                and key_before in ('further', 'another', 'additional', 'remaining', 'other', 'еще', 'остальные')
                and key_after in ('is', 'are', 'was', 'were', 'will', 'have', 'has', 'remain', 'remains', 'still', 'to', 'in', 'for', ',', '.', ';'),
                false
            ) as is_further,
            -- "4 billion euros of it are grants, 2 billion loans"
            coalesce(
                unit is null
                and currency is null
                and scale >= 1e6
                and key_after in ({{ words("loans_and_grants") }}),
                false
            )
            -- "4.2 billion are grants", "the 7.5 billion pledged last year"
            or coalesce(
                unit is null
                and currency is null
                and scale >= 1e6
                and (
                    key_after in ({{ words("verbs_of_funding") }})
                    or (
                        key_after in ('are', 'is', 'were', 'was', 'in')
                        and second_key_after in ('grants', 'grant', 'loans', 'loan', 'credits', 'concessional', 'soft')
                    )
                    or (key_after = 'of' and second_key_after in ('it', 'this', 'that'))
                    -- nobody counts people by billions
                    or (scale >= 1e9 and coalesce(key_after not in ({{ words("counted_people") }}), true))
                ),
                false
            ) as is_further_money
        from shared
    ) as marked
    window in_sentence as (partition by sentence_id order by token_start)
),

merged as (
    select
        *,
        case when is_compound then next_value * next_factor else 0 end as added,
        -- one word decides for the value and both bounds: "nearly 200 and more"
        coalesce(qualifier_before, qualifier_after, 'exact') as said_qualifier,
        coalesce(lag(is_range or is_compound) over (partition by sentence_id order by token_start), false) as is_second_half
    from carried
),

final as (
    select
        sentence_id || '-n' || lpad(cast(token_start as varchar), 4, '0') as mention_id,
        sentence_id,
        document_id,
        phrase_start as token_start,
        token_start as digits_start,
        case when is_range or is_compound then next_end else token_end end as token_end,
        case when is_range or is_compound then next_unit_end else unit_end end as unit_end,
        phrase_char_start as char_start,
        case when is_range or is_compound then next_char_end else char_end end as char_end,
        case when is_range then null else value * factor + added end as value,
        case
            -- "2 to 3 million": the scale is said once for both ends; "800,000 to 1 million" says both in full
            when is_range
                then
                    value * coalesce(next_factor, factor)
                    * case when scale is null and next_scale is not null and value < next_value / next_scale then next_scale else 1 end
            when said_qualifier in ('exact', 'more_than', 'at_least') then value * factor + added
        end as value_low,
        case
            when is_range then next_value * coalesce(next_factor, factor)
            when said_qualifier in ('exact', 'at_most', 'less_than') then value * factor + added
        end as value_high,
        case when is_range then 'range' else said_qualifier end as qualifier,
        case when is_range then coalesce(next_unit, unit) else unit end as unit,
        case when is_range then coalesce(next_unit_class, unit_class) else unit_class end as unit_class,
        coalesce(currency, case when is_range then next_currency end) as currency,
        number_kind,
        value is null as is_damaged,
        case when list_last <> token_start then sentence_id || '-n' || lpad(cast(list_last as varchar), 4, '0') end as list_end_mention_id,
        key_before,
        gap_before
    from merged
    where not is_second_half
)

select * from final
