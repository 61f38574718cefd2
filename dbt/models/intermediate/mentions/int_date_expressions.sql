with

tokens as (
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

lettered as (
    select
        tokens.sentence_id,
        tokens.document_id,
        tokens.token_number,
        tokens.char_start,
        tokens.char_end,
        case
            when tokens.token_kind = 'date' then 'x'
            when
                tokens.token_kind in ('number', 'ordinal')
                and regexp_matches(tokens.token, '^(?:0?[1-9]|[12]\d|3[01])(?:$|st|nd|rd|th|-)')
                then if(tokens.gap_before = '-', 'e', 'd')
            when
                tokens.token_kind in ('number', 'ordinal')
                and regexp_full_match(tokens.token, '19[4-9]\d|20[0-3]\d')
                then if(tokens.gap_before = '-', 'z', 'y')
            when tokens.token_kind in ('number', 'ordinal') then '.'
            when tokens.token in ('-', '–', '—') then '-'
            when tokens.token in (',', '(', ')') then tokens.token
            when tokens.token = '.' then '_'
            when tokens.token_kind = 'punct' then '.'
            when words.letter is not null and (words.letter_case = 'any' or tokens.is_capitalised)
                then words.letter
            when regexp_matches(tokens.token, '^\p{Ll}{3,}ed$') then 'K'
            else '.'
        end as letter,
        cast(case
            when tokens.token_kind = 'date' then coalesce({{ day_from_digits('tokens.token') }}, 0)
            when tokens.token_kind in ('number', 'ordinal')
                then coalesce(try_cast(regexp_extract(tokens.token, '^\d{1,4}') as integer), 0)
            else coalesce(words.word_value, 0)
        end as integer) as token_value
    from tokens
    left join words
        on
            tokens.token_kind = 'word'
            and {{ fold_word('tokens.token') }} = words.word_key
),

spelt as (
    select
        sentence_id,
        document_id,
        string_agg(letter, '' order by token_number) as letters,
        list(token_value order by token_number) as token_values,
        list(char_start order by token_number) as starts,
        list(char_end order by token_number) as ends
    from lettered
    group by sentence_id, document_id
    having bool_or(letter in ('M', 'W', 'T', 'x', 'y', 'z', 'u', 'v', 'V', 's', 'k'))
),

pieces as (
    select
        *,
        unnest(regexp_extract_all(letters, {{ date_pattern() }})) as piece,
        generate_subscripts(regexp_extract_all(letters, {{ date_pattern() }}), 1) as piece_number
    from spelt
),

placed as (
    select
        *,
        {{ length_before('piece', 'sentence_id', 'piece_number') }} as letters_before
    from pieces
),

trimmed as (
    select
        sentence_id,
        document_id,
        letters,
        token_values,
        starts,
        ends,
        letters_before + length(regexp_extract(piece, '^[pft(]+D?v?')) as lead_length,
        rtrim(regexp_replace(piece, '^[pft(]+D?v?', ''), '_,') as piece
    from placed
    where length(piece) > 1 or piece in ('W', 'T', 'x')
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
        list_where(piece_values, list_transform(piece_letters, lambda letter: letter in ('d', 'e'))) as days,
        list_where(piece_values, list_transform(piece_letters, lambda letter: letter = 'M')) as months,
        list_where(piece_values, list_transform(piece_letters, lambda letter: letter in ('y', 'z'))) as years,
        list_where(piece_values, list_transform(piece_letters, lambda letter: letter = 'W')) as weekdays,
        list_where(piece_values, list_transform(piece_letters, lambda letter: letter = 'x')) as whole_days,
        list_where(piece_values, list_transform(piece_letters, lambda letter: letter = 'T')) as day_words,
        list_where(piece_values, list_transform(piece_letters, lambda letter: letter = 'l'))[1] as pointer,
        list_where(piece_values, list_transform(piece_letters, lambda letter: letter in ('d', 'n', 'a')))[1] as unit_count,
        list_where(piece_values, list_transform(piece_letters, lambda letter: letter in ('u', 'v')))[1] as unit_days,
        list_where(piece_values, list_transform(piece_letters, lambda letter: letter = 'o'))[1] as ordinal,
        list_where(piece_values, list_transform(piece_letters, lambda letter: letter = 's'))[1] as season_month,
        case
            when contains(piece, 'x') then 'day'
            when regexp_matches(piece, 'M') then case when regexp_matches(piece, '[de]') then 'day' else 'month' end
            when contains(piece, 'h') then 'half'
            when regexp_matches(piece, '^ou') then 'quarter'
            when contains(piece, 's') then 'season'
            when regexp_matches(piece, '[yz]') then 'year'
            when contains(piece, 'W') then 'weekday'
            when regexp_matches(piece, 'T|k') then 'day_word'
            when contains(piece, 'A') then 'ago'
            when contains(piece, 'E') then 'earlier'
            when regexp_matches(piece, '[BS]') then 'same'
            when contains(piece, 'V') then 'eve'
            when contains(piece, 'i') then 'within'
            else 'period'
        end as expression_kind
    from parts
),

spans as (
    select
        read.sentence_id || '-d' || cast(read.lead_length + 1 as varchar) as mention_id,
        read.sentence_id,
        read.document_id,
        sentences.line_number,
        cast(read.lead_length + 1 as integer) as token_start,
        cast(read.lead_length + length(read.piece) as integer) as token_end,
        read.starts[read.lead_length + 1] as char_start,
        read.ends[read.lead_length + length(read.piece)] as char_end,
        substr(
            sentences.sentence_text,
            read.starts[read.lead_length + 1] - sentences.sentence_start + 1,
            read.ends[read.lead_length + length(read.piece)] - read.starts[read.lead_length + 1]
        ) as date_text,
        read.expression_kind,
        coalesce(read.whole_days[1] // 10000, read.years[1]) as year_from,
        coalesce(read.whole_days[-1] // 10000, read.years[-1]) as year_to,
        coalesce(read.whole_days[1] // 100 % 100, read.months[1]) as month_from,
        coalesce(read.whole_days[-1] // 100 % 100, read.months[-1]) as month_to,
        coalesce(read.whole_days[1] % 100, read.days[1]) as day_from,
        coalesce(read.whole_days[-1] % 100, read.days[-1]) as day_to,
        read.weekdays[1] as weekday_from,
        read.weekdays[-1] as weekday_to,
        case when contains(read.piece, 'k') then read.pointer else read.day_words[1] end as shift_from,
        case when contains(read.piece, 'k') then read.pointer else read.day_words[-1] end as shift_to,
        read.pointer,
        read.unit_count,
        read.unit_days,
        read.ordinal,
        read.season_month,
        len(read.years) > 0 or len(read.whole_days) > 0 as has_year,
        regexp_matches(read.piece, 'M.*[BS][.]?u') as is_told_year,
        read.expression_kind not in ('day', 'month', 'year', 'half', 'quarter', 'season')
        or read.pointer is not null as is_relative,
        regexp_matches(read.letters_before, 'F[^FK]?K?[^FK]*$')
        or contains(read.letters_after, 'R')
        or (
            not regexp_matches(read.letters_before, '[FK]')
            and regexp_matches(read.letters_after, '^[^FK]*F')
        ) as is_ahead
    from read
    inner join sentences on read.sentence_id = sentences.sentence_id
    where not (read.expression_kind = 'year' and regexp_matches(read.letters_after, '^N'))
),

-- "The last day" is what a bulletin reports on, no date; "the previous day" is one.
final as (
    select * from spans
    where not (
        expression_kind = 'period'
        and unit_days = 1
        and regexp_matches(date_text, '(?i)^(?:last|прошл|минувш)')
    )
)

select * from final
