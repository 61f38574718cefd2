with

tokens as not materialized (
    select * from {{ ref('int_tokens') }}
),

sentences as (
    select
        sentence_id,
        line_number,
        char_start as sentence_start,
        sentence_text
    from {{ ref('int_sentences') }}
),

words as (
    select
        {{ fold_word('words.word') }} as word_key,
        words.word_value,
        words.letter_case,
        classes.letter
    from {{ ref('date_words') }} as words
    inner join {{ ref('date_classes') }} as classes on words.word_class = classes.word_class
),

-- Texts use few words many times: each is looked at once.
vocabulary as (
    select distinct
        token,
        token_kind,
        is_capitalised
    from tokens
),

forms as materialized (
    select
        vocabulary.token,
        vocabulary.token_kind,
        vocabulary.is_capitalised,
        case
            -- the years of a number that is one; "2999-12-31" is no day that a text tells of
            when vocabulary.token_kind = 'date' then case when {{ day_from_digits('vocabulary.token') }} // 10000 between 1900 and 2039 then 'x' else '.' end
            when
                vocabulary.token_kind in ('number', 'ordinal')
                and regexp_matches(vocabulary.token, '^(?:0?[1-9]|[12]\d|3[01])(?:$|st|nd|rd|th|-)')
                then 'd'
            when
                vocabulary.token_kind in ('number', 'ordinal')
                and regexp_full_match(vocabulary.token, '19\d{2}|20[0-3]\d')
                then 'y'
            when vocabulary.token_kind = 'number' and regexp_full_match(vocabulary.token, {{ day_and_year() }}) then 'q'
            when vocabulary.token_kind = 'number' and regexp_full_match(vocabulary.token, '[1-9]\d{1,2}') then 'm'
            when vocabulary.token_kind in ('number', 'ordinal') then '.'
            when vocabulary.token_kind = 'code' and regexp_full_match(vocabulary.token, 'Q[1-4]') then 'H'
            when vocabulary.token in ('-', '–', '—') then '-'
            when vocabulary.token in (',', '،') then ','
            when vocabulary.token in ('(', ')') then vocabulary.token
            when vocabulary.token = '.' then '_'
            when vocabulary.token_kind = 'punct' then '.'
            when words.letter is not null and (words.letter_case = 'any' or vocabulary.is_capitalised)
                then words.letter
            when regexp_matches(vocabulary.token, '^\p{Ll}{3,}ed$') then 'K'
            else '.'
        end as letter,
        cast(case
            when vocabulary.token_kind = 'date' then coalesce({{ day_from_digits('vocabulary.token') }}, 0)
            when vocabulary.token_kind = 'number' and regexp_full_match(vocabulary.token, {{ day_and_year() }})
                then try_cast(replace(vocabulary.token, ',', '') as integer)
            when vocabulary.token_kind = 'code' then coalesce(try_cast(regexp_extract(vocabulary.token, '^Q([1-4])$', 1) as integer), 0)
            when vocabulary.token_kind in ('number', 'ordinal')
                then coalesce(try_cast(regexp_extract(vocabulary.token, '^\d{1,4}') as integer), 0)
            else coalesce(words.word_value, 0)
        end as integer) as token_value,
        -- "04/25/2017": which of two numbers with a slash is the month
        case
            when vocabulary.token_kind <> 'date' or not regexp_matches(vocabulary.token, '^\d{1,2}/') then null
            when regexp_matches(vocabulary.token, '^\d+/(?:1[3-9]|[23]\d)') then 'month first'
            when regexp_matches(vocabulary.token, '^(?:1[3-9]|[23]\d)') then 'day first'
            else 'unsure'
        end as slash_order
    from vocabulary
    left join words
        on
            vocabulary.token_kind = 'word'
            and {{ fold_word('vocabulary.token') }} = words.word_key
),

dated_sentences as (
    select distinct tokens.sentence_id
    from tokens
    inner join forms
        on
            tokens.token = forms.token
            and tokens.token_kind = forms.token_kind
            and tokens.is_capitalised = forms.is_capitalised
    where forms.letter in ('M', 'W', 'T', 'x', 'y', 'u', 'Y', 'Q', 'H', 'v', 'V', 's', 'k')
),

-- One date of a document that can be read in one way only tells how it writes them all.
slash_orders as (
    select
        tokens.document_id,
        case when min(forms.slash_order) = max(forms.slash_order) then min(forms.slash_order) end as slash_order
    from tokens
    inner join forms on tokens.token = forms.token and tokens.token_kind = forms.token_kind
    where tokens.token_kind = 'date' and forms.slash_order in ('day first', 'month first')
    group by tokens.document_id
),

-- "is to meet them on Friday"
destined as (
    select
        verbs.sentence_id,
        verbs.token_number + 1 as token_number
    from tokens as verbs
    inner join tokens as particles on verbs.sentence_id = particles.sentence_id and verbs.token_number + 1 = particles.token_number
    where verbs.token in ('is', 'are') and particles.token = 'to'
),

-- "in January 12 trucks were hit": who says "in" gives no day
counted as (
    select distinct
        numbers.sentence_id,
        numbers.token_number
    from tokens as numbers
    inner join tokens as months on numbers.sentence_id = months.sentence_id and numbers.token_number = months.token_number + 1
    inner join tokens as openings on numbers.sentence_id = openings.sentence_id and numbers.token_number = openings.token_number + 2
    inner join tokens as things on numbers.sentence_id = things.sentence_id and numbers.token_number = things.token_number - 1
    where
        regexp_full_match(numbers.token, '\d\d?')
        and months.token_key in ({{ words("month_keys") }})
        and openings.token_key in ('in', 'during')
        and (things.token_key in ({{ words("counted_people") }}) or regexp_full_match(things.token, '\p{Ll}{4,}s'))
),

lettered as (
    select
        tokens.sentence_id,
        tokens.document_id,
        tokens.token_number,
        tokens.char_start,
        tokens.char_end,
        case
            when destined.token_number is not null then 'F'
            when counted.token_number is not null then '.'
            when tokens.gap_before = '-' and tokens.token_kind in ('number', 'ordinal') then translate(forms.letter, 'dyq', 'ezr')
            else forms.letter
        end as letter,
        case
            when forms.slash_order = 'unsure' and slash_orders.slash_order = 'month first'
                then forms.token_value // 10000 * 10000 + forms.token_value % 100 * 100 + forms.token_value // 100 % 100
            else forms.token_value
        end as token_value
    from tokens
    inner join forms
        on
            tokens.token = forms.token
            and tokens.token_kind = forms.token_kind
            and tokens.is_capitalised = forms.is_capitalised
    left join slash_orders on tokens.document_id = slash_orders.document_id
    left join destined on tokens.sentence_id = destined.sentence_id and tokens.token_number = destined.token_number
    left join counted on tokens.sentence_id = counted.sentence_id and tokens.token_number = counted.token_number
    where tokens.sentence_id in (select sentence_id from dated_sentences)
),

spelt as materialized (
    select
        sentence_id,
        document_id,
        array_to_string(list(letter order by token_number), '') as letters,
        list(token_value order by token_number) as token_values,
        list(char_start order by token_number) as starts,
        list(char_end order by token_number) as ends
    from lettered
    group by sentence_id, document_id
),

extracted as (
    select
        sentence_id,
        regexp_extract_all(letters, {{ date_pattern() }}) as pieces
    from spelt
),

pieces as (
    select
        sentence_id,
        pieces,
        unnest(pieces) as piece,
        generate_subscripts(pieces, 1) as piece_number
    from extracted
),

-- few of the pieces are dates: the others only say how far in these stand
placed as (
    select
        sentence_id,
        piece,
        length(array_to_string(list_slice(pieces, 1, piece_number - 1), '')) as letters_before
    from pieces
    where (length(piece) > 1 and piece not like '.%') or piece in ('W', 'T', 'x')
),

trimmed as (
    select
        spelt.sentence_id,
        spelt.document_id,
        spelt.letters,
        spelt.token_values,
        spelt.starts,
        spelt.ends,
        placed.letters_before + length(regexp_extract(placed.piece, '^[pft(]+D?v?')) as lead_length,
        rtrim(regexp_replace(placed.piece, '^[pft(]+D?v?', ''), '_,') as piece
    from placed
    inner join spelt on placed.sentence_id = spelt.sentence_id
),

parts as (
    select
        *,
        list_slice(token_values, lead_length + 1, lead_length + length(piece)) as piece_values,
        string_split(piece, '') as piece_letters,
        substr(letters, 1, lead_length) as letters_before,
        substr(letters, lead_length + length(piece) + 1) as letters_after
    from trimmed
    where piece <> ''
),

read as (
    select
        *,
        -- of "5,2019" the last four digits are the year
        list_transform(
            list_where(piece_values, list_transform(piece_letters, lambda letter: letter in ('d', 'e', 'q', 'r'))),
            lambda told: case when told > 9999 then told // 10000 else told end
        ) as days,
        list_where(piece_values, list_transform(piece_letters, lambda letter: letter = 'M')) as months,
        list_transform(
            list_where(piece_values, list_transform(piece_letters, lambda letter: letter in ('y', 'z', 'q', 'r'))),
            lambda told: told % 10000
        ) as years,
        list_where(piece_values, list_transform(piece_letters, lambda letter: letter = 'W')) as weekdays,
        list_where(piece_values, list_transform(piece_letters, lambda letter: letter = 'x')) as whole_days,
        list_where(piece_values, list_transform(piece_letters, lambda letter: letter = 'T')) as day_words,
        list_where(piece_values, list_transform(piece_letters, lambda letter: letter = 'l'))[1] as pointer,
        list_where(piece_values, list_transform(piece_letters, lambda letter: letter in ('d', 'm', 'n', 'a')))[1] as unit_count,
        list_where(piece_values, list_transform(piece_letters, lambda letter: letter in ('u', 'Y', 'Q', 'v')))[1] as unit_days,
        list_where(piece_values, list_transform(piece_letters, lambda letter: letter in ('o', 'd', 'H')))[1] as ordinal,
        list_where(piece_values, list_transform(piece_letters, lambda letter: letter = 's'))[1] as season_month,
        case
            when contains(piece, 'x') then 'day'
            when regexp_matches(piece, 'M') then case when regexp_matches(piece, '[deqr]') then 'day' else 'month' end
            when contains(piece, 'h') then 'half'
            when regexp_matches(piece, '^(?:[od]Q|H)') then 'quarter'
            when contains(piece, 's') then 'season'
            when regexp_matches(piece, '[yz]') then 'year'
            when contains(piece, 'W') then 'weekday'
            when regexp_matches(piece, 'T|k') then 'day_word'
            when contains(piece, 'A') then 'ago'
            -- "Two days before, he left"; "after" has 1 for its value, "before" -1, "in" none
            when contains(piece, 'E') or regexp_matches(piece, '[uvYQ]p$') and piece_values[-1] = -1 then 'earlier'
            when regexp_matches(piece, 'C|[uvYQ]L|^L[^l]') or regexp_matches(piece, '[uvYQ]p$') and piece_values[-1] = 1 then 'later'
            when regexp_matches(piece, '[uvYQ]p$') then null
            when regexp_matches(piece, '[BS]') then 'same'
            when contains(piece, 'V') then 'eve'
            when contains(piece, 'i') then 'within'
            else 'period'
        end as expression_kind
    from parts
),

texts as (
    select
        read.*,
        sentences.line_number,
        substr(
            sentences.sentence_text,
            read.starts[read.lead_length + 1] - sentences.sentence_start + 1,
            read.ends[read.lead_length + length(read.piece)] - read.starts[read.lead_length + 1]
        ) as date_text,
        substr(sentences.sentence_text, read.ends[read.lead_length + length(read.piece)] - sentences.sentence_start + 1, 3) as text_behind
    from read
    inner join sentences on read.sentence_id = sentences.sentence_id
),

spans as (
    select
        read.sentence_id || '-d' || cast(read.lead_length + 1 as varchar) as mention_id,
        read.sentence_id,
        read.document_id,
        read.line_number,
        cast(read.lead_length + 1 as integer) as token_start,
        cast(read.lead_length + length(read.piece) as integer) as token_end,
        read.starts[read.lead_length + 1] as char_start,
        read.ends[read.lead_length + length(read.piece)] as char_end,
        read.date_text,
        read.expression_kind,
        coalesce(read.whole_days[1] // 10000, read.years[1]) as year_from,
        coalesce(read.whole_days[-1] // 10000, read.years[-1]) as year_to,
        coalesce(read.whole_days[1] // 100 % 100, read.months[1]) as month_from,
        coalesce(read.whole_days[-1] // 100 % 100, read.months[-1]) as month_to,
        coalesce(read.whole_days[1] % 100, read.days[1]) as day_from,
        coalesce(read.whole_days[-1] % 100, read.days[-1]) as day_to,
        read.weekdays[1] as weekday_from,
        read.weekdays[-1] as weekday_to,
        case
            when contains(read.piece, 'k') then read.pointer
            -- "the day before yesterday"
            when starts_with(read.piece, 'up') then read.day_words[1] + read.piece_values[2]
            else read.day_words[1]
        end as shift_from,
        case
            when contains(read.piece, 'k') then read.pointer
            when starts_with(read.piece, 'up') then read.day_words[1] + read.piece_values[2]
            else read.day_words[-1]
        end as shift_to,
        read.pointer,
        -- "неделю назад", "the day before"
        coalesce(read.unit_count, case when read.expression_kind in ('ago', 'earlier', 'later') and not contains(read.piece, 'v') then 1 end)
            as unit_count,
        read.unit_days,
        case when read.expression_kind in ('half', 'quarter') then read.ordinal end as ordinal,
        read.season_month,
        len(read.years) > 0 or len(read.whole_days) > 0 as has_year,
        regexp_matches(read.piece, 'M.*[BS][.]?Y') as is_told_year,
        case when regexp_matches(read.piece, '[MhQHs].*lY') then read.pointer end as year_shift,
        read.expression_kind not in ('day', 'month', 'year', 'half', 'quarter', 'season')
        or read.pointer is not null as is_relative,
        regexp_matches(read.letters_before, 'F[^FK]?K?[^FK]*$')
        -- "promised that on Friday he will meet them"
        or regexp_matches(read.letters_after, '^[^FKB]{0,3}F') and not regexp_matches(read.letters_before, 'K[^FKB]{0,2}$')
        or contains(read.letters_after, 'R')
        or (
            not regexp_matches(read.letters_before, '[FK]')
            and regexp_matches(read.letters_after, '^[^FK]*F')
        ) as is_ahead,
        read.letters_after like 'p%' and read.token_values[read.lead_length + length(read.piece) + 1] in (-1, 1) as is_of_another,
        slash_orders.slash_order is null
        and regexp_matches(read.piece, 'x')
        and read.whole_days[-1] % 100 <= 12
        and read.whole_days[-1] % 100 <> read.whole_days[-1] // 100 % 100
        and regexp_matches(read.date_text, '(?:^|[^\d/])\d{1,2}/\d') as has_unsure_order
    from texts as read
    left join slash_orders on read.document_id = slash_orders.document_id
    where
        read.expression_kind is not null
        and not (read.expression_kind = 'year' and regexp_matches(read.letters_after, '^N'))
        -- "in the 1990s", "в 2010-х"
        and not (read.expression_kind = 'year' and regexp_matches(read.text_behind, '^(?:[''’]?s(?:[^\p{L}]|$)|-[хе])'))
),

-- "The last day" is what a bulletin reports on, no date; "the previous day" is one.
final as (
    select * exclude (is_of_another)
    from spans
    where not (
        expression_kind = 'period'
        and unit_days = 1
        and regexp_matches(date_text, '(?i)^(?:last|прошл|минувш)')
    )
    -- "a week after the attack": of another day
    and not (expression_kind in ('earlier', 'later') and is_of_another)
    -- "the following week" leans on a week that was told, which nothing here knows
    and not (regexp_matches(date_text, '(?i)^following ') and not (expression_kind = 'period' and unit_days = 1))
)

select * from final
