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
            -- "Homs (18 - 68,750)": settlements, and the places in them
            and (
                100 * value / coalesce(scale, 1) > next_value / coalesce(next_scale, 1)
                or coalesce(key_after not in ('–', '—', '-') and next_gap <> '-', true)
            )
            -- "fell by 40% to 1.2 million tons"
            and coalesce(unit_class = next_unit_class, true)
            and (
                (next_start = token_end + 2 and key_after in ('–', '—', '-', 'to', 'до'))
                or (next_start = token_end + 3 and key_after in ('–', '—', '-', 'to', 'до') and second_key_after in ('about', 'some', 'as'))
                or (next_start = unit_end + 2 and key_after_unit in ('–', '—', '-', 'to', 'до'))
                or (next_start = unit_end + 2 and is_after_between and key_after_unit = 'and')
                or (next_start = token_end + 1 and next_gap = '-')
                or (next_start = token_end + 2 and is_after_between and key_after = 'and')
                -- "two or three villages", "340 or 360 people"
                or (
                    next_start = token_end + 2
                    and key_after in ('or', 'или')
                    and unit is null
                    and currency is null
                    and next_value / coalesce(next_scale, 1) <= 2 * value / coalesce(scale, 1)
                )
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
linked as materialized (
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

-- Few quantities have to do with the one before them: they find it by where it says that the next begins.
joined as (
    select
        sentence_id,
        next_digits as token_start
    from linked
    where joins_next
),

listed as (
    select
        linked.sentence_id,
        linked.token_start,
        linked.joins_next,
        linked.key_after in ('and', 'or', 'и', 'или') or linked.second_key_after in ('and', 'or', 'и', 'или') as is_before_joint,
        linked.key_after = ',' and linked.second_key_after in ('and', 'or', 'и', 'или') as is_before_clause,
        linked.unit,
        linked.factor,
        linked.unit_class,
        linked.currency,
        sum(case when joined.token_start is null then 1 else 0 end) over (partition by linked.sentence_id order by linked.token_start)
            as list_number
    from linked
    left join joined on linked.sentence_id = joined.sentence_id and linked.token_start = joined.token_start
    where linked.joins_next or joined.token_start is not null
),

lists as (
    select
        sentence_id,
        token_start,
        joins_next,
        is_before_clause,
        last_value(token_start) over in_list as list_last,
        last_value(unit) over in_list as list_unit,
        last_value(factor) over in_list as list_factor,
        last_value(unit_class) over in_list as list_unit_class,
        last_value(currency) over in_list as list_currency
    from listed
    window
        in_list as (
            partition by sentence_id, list_number
            order by token_start
            rows between unbounded preceding and unbounded following
        )
    qualify
        bool_or(joins_next and is_before_joint) over (partition by sentence_id, list_number)
        -- "the actions number 1,862, and 2,743.1 tons were delivered": two clauses
        and (
            count(*) over (partition by sentence_id, list_number) >= 3
            or not bool_or(joins_next and is_before_clause) over (partition by sentence_id, list_number)
        )
),

shared as (
    select
        linked.* replace (
            coalesce(linked.unit, givers.list_unit) as unit,
            case when linked.unit is null then coalesce(givers.list_factor, linked.factor) else linked.factor end as factor,
            case when linked.unit is null then coalesce(givers.list_unit_class, linked.unit_class) else linked.unit_class end as unit_class,
            coalesce(linked.currency, givers.list_currency) as currency
        ),
        lists.list_last
    from linked
    left join lists on linked.sentence_id = lists.sentence_id and linked.token_start = lists.token_start
    left join lists as givers
        on linked.sentence_id = givers.sentence_id and linked.token_start = givers.token_start and linked.joins_next
),

previous as (
    select
        sentence_id,
        next_digits as token_start,
        unit,
        factor,
        unit_class
    from shared
    where next_digits is not null
),

moneys as (
    select
        sentence_id,
        token_start,
        last_value(currency ignore nulls) over (
            partition by sentence_id order by token_start rows between unbounded preceding and 1 preceding
        ) as last_money
    from shared
    where currency is not null or scale >= 1e6
),

-- "19 tonnes were delivered, a further 30 are needed"
marked as (
    select
        *,
        coalesce(
            unit is null
            and currency is null
            and number_kind <> 'zero'
            and key_before in ('further', 'another', 'additional', 'remaining', 'other', 'еще', 'остальн')
            and key_after in ('is', 'are', 'was', 'were', 'will', 'have', 'has', 'remain', 'remains', 'still', 'to', 'in', 'for', ',', '.', ';'),
            false
        ) as is_further,
        -- "300 tons of food and 40 of medicine"
        coalesce(
            unit is null
            and currency is null
            and number_kind <> 'zero'
            and key_before in ('and', ',')
            and key_after = 'of'
            and second_key_after not in ('them', 'these', 'those', 'which', 'whom', 'the', 'all', 'its', 'their', 'his', 'our'),
            false
        ) as may_go_on,
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
),

carried as (
    select
        marked.* replace (
            case when marked.is_further or (marked.may_go_on and previous.unit_class = 'weight') then previous.unit else marked.unit end as unit,
            case
                when previous.token_start is not null and (marked.is_further or (marked.may_go_on and previous.unit_class = 'weight'))
                    then previous.factor
                else marked.factor
            end as factor,
            case
                when marked.is_further or (marked.may_go_on and previous.unit_class = 'weight') then previous.unit_class
                else marked.unit_class
            end as unit_class,
            case when marked.is_further_money then moneys.last_money else marked.currency end as currency
        )
    from marked
    left join previous on marked.sentence_id = previous.sentence_id and marked.token_start = previous.token_start
    left join moneys on marked.sentence_id = moneys.sentence_id and marked.token_start = moneys.token_start
),

second_halves as (
    select
        sentence_id,
        next_digits as token_start
    from linked
    where is_range or is_compound
),

merged as (
    select
        carried.*,
        case when carried.is_compound then carried.next_value * carried.next_factor else 0 end as added,
        -- one word decides for the value and both bounds: "nearly 200 and more"
        coalesce(carried.qualifier_before, carried.qualifier_after, 'exact') as said_qualifier
    from carried
    anti join second_halves
        on carried.sentence_id = second_halves.sentence_id and carried.token_start = second_halves.token_start
),

final as (
    select
        sentence_id || '-n' || {{ padded('token_start', 4) }} as mention_id,
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
        case when list_last <> token_start then sentence_id || '-n' || {{ padded('list_last', 4) }} end as list_end_mention_id,
        key_before,
        gap_before
    from merged
)

select * from final
