with

tokens as not materialized (
    select * from {{ ref('int_tokens') }}
),

ngrams as not materialized (
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
    left join tokens as before on tokens.sentence_id = before.sentence_id and tokens.token_number = before.token_number + 1
    left join tokens as behind on tokens.sentence_id = behind.sentence_id and tokens.token_number = behind.token_number - 1
    where
        tokens.token_kind in ('punct', 'code')
        and case
            when comparators.side = 'after' then before.token is not null
            when not coalesce(regexp_matches(behind.token, '^[\d\p{Sc}]|\$$'), false) then false
            -- ">20 came"; "> 20 came" is a line that a mail quotes, or an item
            when before.token is null then behind.gap_before = ''
            -- "<b>20 came"
            when tokens.gap_before = '' then before.token in ('(', '[', '|', ':')
            else before.token <> tokens.token
        end
),

units as materialized (
    select * from {{ ref('int_unit_mentions') }}
),

currency_names as (
    select
        lower(currency_form) as currency_form,
        {{ phrase_key('currency_form') }} as currency_key,
        currency,
        coalesce(may_be, '') as may_be
    from {{ ref('currencies') }}
),

currency_signs as (
    select
        tokens.sentence_id,
        tokens.token_number,
        tokens.char_start,
        -- "S£1,383bn", "L£"
        case
            when tokens.token = '£' and letters.token in ('S', 'SY') then 'SYP'
            when tokens.token = '£' and letters.token in ('L', 'LL') then 'LBP'
            else currency_names.currency
        end as currency
    from tokens
    inner join currency_names on lower(tokens.token) = currency_names.currency_form
    left join tokens as letters
        on tokens.sentence_id = letters.sentence_id and tokens.token_number = letters.token_number + 1 and tokens.gap_before = ''
    where tokens.token_kind = 'punct' or tokens.token like '%$' or regexp_full_match(tokens.token, '[A-Z]{3}')
),

currency_hits as materialized (
    select
        ngrams.sentence_id,
        ngrams.document_id,
        ngrams.token_start,
        ngrams.token_end,
        ngrams.char_end,
        ngrams.word_count,
        currency_names.currency,
        currency_names.may_be
    from ngrams
    inner join currency_names on ngrams.ngram_key = currency_names.currency_key and not regexp_matches(currency_names.currency_form, '\p{Sc}|^try$')
),

named_in_full as (
    select
        document_id,
        list_sort(list(distinct currency)) as currencies
    from currency_hits
    where may_be = ''
    group by document_id
),

-- "4,000 lira" are Turkish in a text that names Turkish liras and no Syrian ones
read_currency_words as (
    select
        hits.sentence_id,
        hits.token_start,
        hits.token_end,
        hits.char_end,
        min(
            case
                when hits.may_be = '' or list_contains(named.currencies, hits.currency) then hits.currency
                else coalesce(list_filter(named.currencies, lambda c: list_contains(string_split(hits.may_be, '|'), c))[1], hits.currency)
            end
        ) as currency,
        any_value(hits.word_count) as word_count
    from currency_hits as hits
    left join named_in_full as named on hits.document_id = named.document_id
    group by all
),

-- Of several words that fit the longest is chosen among themselves, here and below: they are few, and the numbers many and wide.
currency_words as (
    select
        sentence_id,
        token_start,
        currency
    from read_currency_words
    qualify row_number() over (partition by sentence_id, token_start order by word_count desc) = 1
),

with_currency as (
    select
        candidates.*,
        coalesce(currency_signs.currency, currency_words.currency, signs_behind.currency, rates.currency) as currency,
        coalesce(currency_signs.token_number, candidates.token_start) as figure_start,
        coalesce(currency_signs.char_start, candidates.char_start) as figure_char_start
    from candidates
    left join currency_signs
        on candidates.sentence_id = currency_signs.sentence_id and candidates.token_start = currency_signs.token_number + 1
    left join currency_words
        on candidates.sentence_id = currency_words.sentence_id and candidates.token_end = currency_words.token_start - 1
    left join currency_signs as signs_behind on candidates.sentence_id = signs_behind.sentence_id and candidates.token_end = signs_behind.token_number - 1
    left join {{ ref('int_exchange_rates') }} as rates on candidates.sentence_id = rates.sentence_id and candidates.token_start = rates.token_start
),

units_behind as (
    select * from (
        select * from units
        -- a replaced column does not keep its place in every engine
        union all by name
        -- "340 more tonnes"
        select units.* replace (units.token_start - 1 as token_start)
        from units
        inner join tokens as more on units.sentence_id = more.sentence_id and units.token_start - 1 = more.token_number
        where more.token_key in ({{ words("words_of_more") }})
    ) as placed
    qualify row_number() over (partition by sentence_id, token_start order by word_count desc, token_end) = 1
),

-- "Weight (tons): 420", "Tons of food: 420"
labels as (
    select
        with_currency.sentence_id,
        with_currency.token_start,
        units.unit,
        units.factor,
        units.unit_class
    from (
        select
            *,
            lag(token_end, 1, -1) over (partition by sentence_id order by token_start) as previous_end
        from with_currency
    ) as with_currency
    inner join units
        on
            with_currency.sentence_id = units.sentence_id
            and units.token_start between greatest(with_currency.previous_end + 2, with_currency.token_start - 8) and with_currency.token_start - 2
    inner join tokens as mark
        on
            with_currency.sentence_id = mark.sentence_id
            and with_currency.token_start = mark.token_number + 1
            and mark.token in (':', '-', '–', '—')
    left join tokens as next_word
        on with_currency.sentence_id = next_word.sentence_id and with_currency.token_end = next_word.token_number - 1
    where
        coalesce(next_word.token_kind, '') not in ('word', 'number')
        and coalesce(next_word.token, '') <> '%'
        and units.unit_class not in ('duration', 'factor')
        and with_currency.currency is null
        and with_currency.number_kind = 'digits'
    qualify
        row_number() over (
            partition by with_currency.sentence_id, with_currency.token_start
            order by units.token_start desc, units.word_count desc
        ) = 1
),

-- a table says the unit once, in the name of the column
column_units as (
    select
        cells.document_id,
        cells.char_start,
        cells.char_end,
        units.unit,
        units.factor,
        units.unit_class
    from {{ ref('int_table_cells') }} as cells
    inner join units
        on
            cells.document_id = units.document_id
            and cells.header_start <= units.char_start
            and cells.header_end >= units.char_end
    where units.unit_class not in ('duration', 'factor')
    qualify
        row_number() over (
            partition by cells.document_id, cells.char_start
            order by units.char_start desc, units.word_count desc
        ) = 1
),

scales as (
    select
        with_currency.sentence_id,
        with_currency.token_start,
        stated.scale,
        stated.currency
    from with_currency
    inner join {{ ref('int_stated_scales') }} as stated
        on
            with_currency.document_id = stated.document_id
            and with_currency.char_start >= stated.char_start
            and with_currency.char_end <= stated.char_end
    qualify row_number() over (partition by with_currency.sentence_id, with_currency.token_start order by stated.scale, stated.currency) = 1
),

thousandths as (
    select
        sentence_id,
        token_number
    from tokens
    where token like '%.___' and regexp_full_match(token, '[1-9]\d{0,2}\.\d{3}')
),

with_unit as (
    select
        with_currency.* replace (
            -- "3.240 patients": what has no unit is counted, and nothing is counted in thousandths
            case
                when
                    coalesce(units.unit, labels.unit, column_units.unit) is null
                    and with_currency.currency is null
                    and with_currency.scale is null
                    and thousandths.token_number is not null
                    then with_currency.value * 1000
                -- "SYP 47.000": nor has a pound of a thousandth
                when
                    with_currency.currency in ('SYP', 'LBP')
                    and with_currency.scale is null
                    and thousandths.token_number is not null
                    then with_currency.value * 1000
                -- a table says the scale once, too
                when
                    stated.scale is not null
                    and units.unit is null
                    and with_currency.scale is null
                    and with_currency.number_kind = 'digits'
                    then with_currency.value * stated.scale
                else with_currency.value
            end as value,
            case
                when units.unit is null and with_currency.number_kind = 'digits' then coalesce(with_currency.currency, stated.currency)
                else with_currency.currency
            end as currency
        ),
        coalesce(units.unit, labels.unit, column_units.unit) as unit,
        coalesce(units.factor, labels.factor, column_units.factor, 1) as factor,
        coalesce(units.unit_class, labels.unit_class, column_units.unit_class) as unit_class,
        coalesce(units.token_end, with_currency.token_end) as unit_end
    from with_currency
    left join thousandths
        on with_currency.sentence_id = thousandths.sentence_id and with_currency.token_end = thousandths.token_number
    left join units_behind as units
        on
            with_currency.sentence_id = units.sentence_id
            and with_currency.token_end = units.token_start - 1
            and with_currency.number_kind <> 'zero'
    left join labels
        on with_currency.sentence_id = labels.sentence_id and with_currency.token_start = labels.token_start
    left join scales as stated
        on with_currency.sentence_id = stated.sentence_id and with_currency.token_start = stated.token_start
    left join column_units
        on
            with_currency.document_id = column_units.document_id
            and with_currency.char_start >= column_units.char_start
            and with_currency.char_end <= column_units.char_end
),

comparators_before as (
    select * from comparators
    where side = 'before'
    qualify row_number() over (partition by sentence_id, token_end order by word_count desc) = 1
),

-- "15,000 women and more than 20,000 children": what runs on into the next number's is not behind this one
behind as (
    select comparators.*
    from comparators
    left join comparators as next_one
        on
            comparators.sentence_id = next_one.sentence_id
            and comparators.token_end = next_one.token_start
            and next_one.token_end > next_one.token_start
            and next_one.side = 'before'
    where comparators.side = 'after' and next_one.sentence_id is null
),

comparators_after as (
    select
        with_unit.sentence_id,
        with_unit.token_start,
        behind.qualifier
    from with_unit
    inner join behind
        on
            with_unit.sentence_id = behind.sentence_id
            and behind.token_start between with_unit.token_end + 1 and with_unit.unit_end + 2
    where with_unit.number_kind <> 'zero'
    qualify row_number() over (partition by with_unit.sentence_id, with_unit.token_start order by behind.word_count desc) = 1
),

final as (
    select
        with_unit.sentence_id,
        with_unit.document_id,
        with_unit.token_start,
        with_unit.token_end,
        with_unit.unit_end,
        with_unit.figure_start,
        coalesce(before.token_start, with_unit.figure_start) as phrase_start,
        coalesce(before.char_start, with_unit.figure_char_start) as phrase_char_start,
        with_unit.char_end,
        with_unit.number_kind,
        with_unit.value,
        with_unit.scale,
        with_unit.unit,
        with_unit.factor,
        with_unit.unit_class,
        with_unit.currency,
        before.qualifier as qualifier_before,
        after.qualifier as qualifier_after
    from with_unit
    left join comparators_before as before
        on
            with_unit.sentence_id = before.sentence_id
            and with_unit.figure_start = before.token_end + 1
            and with_unit.number_kind <> 'zero'
    left join comparators_after as after
        on with_unit.sentence_id = after.sentence_id and with_unit.token_start = after.token_start
)

select * from final
