with

tokens as (
    select * from {{ ref('int_tokens') }}
),

ngrams as (
    select * from {{ ref('int_ngrams') }}
),

candidates as (
    select * from {{ ref('int_number_candidates') }}
),

comparators as (
    select
        ngrams.sentence_id,
        ngrams.token_start,
        ngrams.token_end,
        ngrams.char_start,
        ngrams.word_count,
        comparators.qualifier,
        comparators.side
    from ngrams
    inner join {{ ref('comparators') }} as comparators
        on ngrams.ngram_key = {{ phrase_key('comparators.phrase') }}
    union all
    select
        tokens.sentence_id,
        tokens.token_number as token_start,
        tokens.token_number as token_end,
        tokens.char_start,
        1 as word_count,
        comparators.qualifier,
        comparators.side
    from tokens
    inner join {{ ref('comparators') }} as comparators on tokens.token = comparators.phrase
    where tokens.token_kind in ('punct', 'code')
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

units as (
    select
        ngrams.sentence_id,
        ngrams.token_start,
        ngrams.token_end,
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
        char_end,
        1 as word_count,
        'percent' as unit,
        1 as factor,
        'share' as unit_class
    from tokens
    where token in ('%', '٪')
),

currency_names as (
    select
        lower(currency_form) as currency_form,
        {{ phrase_key('currency_form') }} as currency_key,
        currency
    from {{ ref('currencies') }}
),

currency_signs as (
    select
        tokens.sentence_id,
        tokens.token_number,
        tokens.char_start,
        currency_names.currency
    from tokens
    inner join currency_names on lower(tokens.token) = currency_names.currency_form
    where tokens.token_kind = 'punct' or tokens.token like '%$' or regexp_full_match(tokens.token, '[A-Z]{3}')
),

currency_words as (
    select
        ngrams.sentence_id,
        ngrams.token_start,
        ngrams.token_end,
        ngrams.char_end,
        any_value(currency_names.currency) as currency,
        any_value(ngrams.word_count) as word_count
    from ngrams
    inner join currency_names on ngrams.ngram_key = currency_names.currency_key and not regexp_matches(currency_names.currency_form, '\p{Sc}|^try$')
    group by all
),

with_currency as (
    select
        candidates.*,
        coalesce(currency_signs.currency, currency_words.currency, signs_behind.currency) as currency,
        coalesce(currency_signs.token_number, candidates.token_start) as figure_start,
        coalesce(currency_signs.char_start, candidates.char_start) as figure_char_start
    from candidates
    left join currency_signs
        on candidates.sentence_id = currency_signs.sentence_id and candidates.token_start = currency_signs.token_number + 1
    left join currency_words
        on candidates.sentence_id = currency_words.sentence_id and candidates.token_end = currency_words.token_start - 1
    left join currency_signs as signs_behind
        on candidates.sentence_id = signs_behind.sentence_id and candidates.token_end = signs_behind.token_number - 1
    qualify
        row_number() over (
            partition by candidates.sentence_id, candidates.token_start
            order by currency_words.word_count desc nulls last
        ) = 1
),

with_unit as (
    select
        with_currency.* replace (
            -- "3.240 patients": what has no unit is counted, and nothing is counted in thousandths
            case
                when
                    units.unit is null
                    and with_currency.currency is null
                    and with_currency.scale is null
                    and regexp_full_match(digits.token, '[1-9]\d{0,2}\.\d{3}')
                    then with_currency.value * 1000
                else with_currency.value
            end as value
        ),
        units.unit,
        coalesce(units.factor, 1) as factor,
        units.unit_class,
        coalesce(units.token_end, with_currency.token_end) as unit_end
    from with_currency
    left join tokens as digits
        on with_currency.sentence_id = digits.sentence_id and with_currency.token_end = digits.token_number
    left join units
        on
            with_currency.sentence_id = units.sentence_id
            and with_currency.token_end = units.token_start - 1
            and with_currency.number_kind <> 'zero'
    qualify
        row_number() over (
            partition by with_currency.sentence_id, with_currency.token_start
            order by units.word_count desc nulls last
        ) = 1
),

compared as (
    select
        with_unit.*,
        comparators.qualifier as qualifier_before,
        coalesce(comparators.char_start, with_unit.figure_char_start) as phrase_char_start,
        coalesce(comparators.token_start, with_unit.figure_start) as phrase_start
    from with_unit
    left join comparators
        on
            with_unit.sentence_id = comparators.sentence_id
            and with_unit.figure_start = comparators.token_end + 1
            and comparators.side = 'before'
            and with_unit.number_kind <> 'zero'
    qualify
        row_number() over (
            partition by with_unit.sentence_id, with_unit.token_start
            order by comparators.word_count desc nulls last
        ) = 1
),

compared_after as (
    select
        compared.*,
        after.qualifier as qualifier_after
    from compared
    left join comparators as after
        on
            compared.sentence_id = after.sentence_id
            and after.side = 'after'
            and after.token_start between compared.token_end + 1 and compared.unit_end + 2
            and compared.number_kind <> 'zero'
    qualify
        row_number() over (
            partition by compared.sentence_id, compared.token_start
            order by after.word_count desc nulls last
        ) = 1
),

neighbours as (
    select
        compared_after.*,
        before.token as token_before,
        before.token_key as key_before,
        coalesce(before.is_capitalised and second_before.token_key in ('in', 'at', 'of', 'and', ',', ';', ':', 'в', 'и'), false) as is_name_before,
        coalesce(second_before.token_kind = 'word' and second_before.token_key not in ('years', 'лет'), false) as is_word_second_before,
        after.token as token_after,
        after.token_key as key_after,
        after.gap_before as gap_after,
        second.token_key as second_key_after,
        behind_unit.token_key as key_after_unit,
        own.gap_before,
        own.token as own_token,
        second_before.token_key as second_key_before,
        coalesce(after.is_capitalised, false) as is_name_after
    from compared_after
    left join tokens as before
        on compared_after.sentence_id = before.sentence_id and compared_after.token_start = before.token_number + 1
    left join tokens as second_before
        on compared_after.sentence_id = second_before.sentence_id and compared_after.token_start = second_before.token_number + 2
    left join tokens as own
        on compared_after.sentence_id = own.sentence_id and compared_after.token_start = own.token_number
    left join tokens as after
        on compared_after.sentence_id = after.sentence_id and compared_after.token_end = after.token_number - 1
    left join tokens as second
        on compared_after.sentence_id = second.sentence_id and compared_after.token_end = second.token_number - 2
    left join tokens as behind_unit
        on compared_after.sentence_id = behind_unit.sentence_id and compared_after.unit_end = behind_unit.token_number - 1
),

changes as (
    select
        sentence_id,
        token_number
    from tokens
    where
        token_key in (
            'rose', 'risen', 'rise', 'rises', 'rising', 'grew', 'grown', 'grows', 'increased', 'increase', 'increases', 'increasing', 'fell',
            'fallen', 'falls', 'dropped', 'drop', 'decreased', 'declined', 'went', 'gone', 'jumped', 'climbed', 'up', 'down', 'changed',
            'corrected', 'revised', 'raised', 'reduced'
        )
),

-- "rose from 1,144 to 1,150" states the second figure; the first is what it was before
changing as (
    select
        neighbours.*,
        coalesce(neighbours.key_before = 'с' and neighbours.key_after = 'до', false)
        or (
            coalesce(neighbours.key_before = 'from', false)
            and exists(
                select 1 from changes
                where
                    changes.sentence_id = neighbours.sentence_id
                    and changes.token_number between neighbours.phrase_start - 7 and neighbours.phrase_start - 2
            )
        ) as is_former
    from neighbours
),

ratios as (
    select
        *,
        coalesce(
            lead(token_start) over in_sentence between token_end + 2 and token_end + 3
            and lead(value) over in_sentence > value
            and number_kind = 'words'
            and value <= 9
            and lead(value) over in_sentence <= 20
            and lead(number_kind) over in_sentence = 'words'
            and key_after in ('in', 'of', 'out'),
            false
        ) as next_is_ratio
    from changing
    window in_sentence as (partition by sentence_id order by token_start)
),

judged as (
    select
        * replace (
            case
                when coalesce(lag(is_former) over (partition by sentence_id order by token_start), false) and key_before = 'до' then null
                else qualifier_before
            end as qualifier_before
        ),
        case
            when is_former then 'former value'
            when
                number_kind = 'zero'
                and (
                    key_after in ('longer', 'later', 'doubt')
                    or (key_after in ('fewer', 'less', 'more') and second_key_after = 'than')
                )
                then 'comparator'
            when
                lag(next_is_ratio) over (partition by sentence_id order by token_start)
                then 'ratio'
            -- "2. Return of refugees"
            when token_start = 1 and number_kind = 'digits' and token_after in ('.', ')') and value < 40 then 'enumeration'
            -- "one in three of them", "two thirds"
            when number_kind in ('words', 'digits') and key_after in ('in', 'of', 'out') and next_is_ratio then 'ratio'
            when number_kind in ('words', 'digits') and key_after in (
                'thirds', 'third', 'quarters', 'quarter', 'fifths', 'fifth', 'tenths', 'halves', 'трет', 'четвертых', 'четверт', 'пят', 'десят'
            ) then 'fraction'
            -- "a volunteer, 27, was wounded"
            when
                number_kind = 'digits'
                and token_before = ','
                and token_after = ','
                and unit is null
                and currency is null
                and value between 1 and 110
                and is_word_second_before
                then 'age'
            -- "the 2017 Humanitarian Response Plan"
            when
                number_kind = 'digits'
                and value between 1990 and 2040
                and regexp_full_match(own_token, '(?:19|20)\d{2}')
                and is_name_after
                then 'year'
            -- "children under five"
            when
                token_before in ('under', 'over', 'below')
                and second_key_before in ('child', 'children', 'boys', 'girls', 'minors', 'people', 'women', 'those')
                and unit is null
                and value < 100
                then 'age'
            when key_before in ('aged', 'age', 'ages') and number_kind in ('digits', 'words') then 'age'
            when gap_after = '-' and key_after in ('year', 'years', 'month', 'day', 'летн') then 'age or span'
            when key_after in ('years', 'лет', 'year') and second_key_after = 'old' then 'age'
            when key_before in (
                'no', 'nos', '№', 'number', 'resolution', 'resolutions', 'article', 'zone', 'chapter', 'page', 'document', 'room',
                'резолюц', 'номер', 'стат', 'зон', 'highway', 'route', 'flight', 'paragraph', 'annex', 'item'
            ) and number_kind = 'digits' and not coalesce(token_before in ('number'), false) then 'label'
            when
                number_kind = 'words' and value = 1
                and key_after in ('of', 'another', 'day', 'more', 'side', 'hand', 'from', 'who', 'that', 'which', 'has', 'is', 'for', 'could', 'can')
                then 'pronoun'
            when
                key_before in ('no', 'ни', 'any', 'every', 'each', 'the', 'this', 'that', 'which', 'for') and number_kind = 'words' and value = 1
                and key_before <> 'the' then 'pronoun'
            when
                number_kind = 'words' and value = 1
                and token_after in ('.', ',', ';', ')')
                and key_before not in ('(', '-', '–', '—', ':', '|')
                -- "in Aleppo one"
                and not is_name_before
                and key_before not in ('province', 'governorate', 'провинц', 'мухафаз')
                then 'pronoun'
            when number_kind = 'words' and key_before = 'of' and token_after in ('.', ',', ';', ')') then 'pronoun'
            when number_kind = 'words' and value <= 3 and key_before in ('the', 'these', 'those') then 'definite'
            when key_before = '/' or token_after = '/' then 'label'
        end as not_a_quantity
    from ratios
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
    from judged
    where not_a_quantity is null
    window in_sentence as (partition by sentence_id order by token_start)
),

ranged as (
    select
        *,
        coalesce(
            number_kind <> 'zero' and next_value > value
            and (
                (next_start = token_end + 2 and key_after in ('–', '—', '-', 'to', 'до'))
                or (next_start = token_end + 3 and key_after in ('–', '—', '-', 'to', 'до') and second_key_after in ('about', 'some', 'as'))
                or (next_start = unit_end + 2 and key_after_unit in ('–', '—', '-', 'to', 'до'))
                or (next_start = unit_end + 2 and key_before = 'between' and key_after_unit = 'and')
                or (next_start = token_end + 1 and next_gap = '-')
                or (next_start = token_end + 2 and key_before = 'between' and key_after = 'and')
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

merged as (
    select
        *,
        case when is_compound then next_value * next_factor else 0 end as added,
        coalesce(lag(is_range or is_compound) over (partition by sentence_id order by token_start), false) as is_second_half
    from shared
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
            -- "2 to 3 million": the scale is said once for both ends
            when is_range
                then
                    value * coalesce(next_factor, factor)
                    * case when scale is null and next_scale is not null and value < next_scale then next_scale else 1 end
            when qualifier_before in ('more_than', 'at_least') or qualifier_after in ('more_than', 'at_least') then value * factor + added
            when coalesce(qualifier_before, qualifier_after, 'exact') = 'exact' then value * factor + added
        end as value_low,
        case
            when is_range then next_value * coalesce(next_factor, factor)
            when coalesce(qualifier_before, qualifier_after) in ('at_most', 'less_than') then value * factor + added
            when coalesce(qualifier_before, qualifier_after, 'exact') = 'exact' then value * factor + added
        end as value_high,
        case
            when is_range then 'range'
            else coalesce(qualifier_before, qualifier_after, 'exact')
        end as qualifier,
        case when is_range then coalesce(next_unit, unit) else unit end as unit,
        case when is_range then coalesce(next_unit_class, unit_class) else unit_class end as unit_class,
        coalesce(currency, case when is_range then next_currency end) as currency,
        number_kind,
        value is null as is_damaged,
        case when list_last <> token_start then sentence_id || '-n' || lpad(cast(list_last as varchar), 4, '0') end as list_end_mention_id,
        token_before,
        key_before,
        gap_before
    from merged
    where not is_second_half
)

select * from final
