with

numbers as (
    select * from {{ ref('int_number_mentions') }}
    where
        coalesce(unit_class, '') <> 'duration'
        or (unit = 'years' and number_kind = 'digits')
),

sentences as (
    select
        sentence_id,
        document_id,
        document_kind,
        language,
        line_number,
        sentence_number,
        line_kind,
        section_heading
    from {{ ref('int_sentences') }}
),

tokens as materialized (
    select
        sentence_id,
        token_number,
        token,
        token_key,
        token_kind,
        char_start,
        char_end
    from {{ ref('int_tokens') }}
    where sentence_id in (select numbers.sentence_id from numbers)
),

-- most sentences have none
bracketed as (
    select distinct sentence_id from tokens
    where token in ('(', '[', ')', ']')
),

brackets as (
    select
        sentence_id,
        token_number,
        sum(case when token in ('(', '[') then 1 when token in (')', ']') then -1 else 0 end) over in_sentence as depth,
        max(case when token in ('(', '[') then token_number end) over in_sentence as bracket_start
    from tokens
    where sentence_id in (select bracketed.sentence_id from bracketed)
    window in_sentence as (partition by sentence_id order by token_number)
),

-- "update no. 12" neither denies nor counts
ordinals as (
    select
        stops.sentence_id,
        stops.token_number
    from tokens as stops
    inner join tokens as words on stops.sentence_id = words.sentence_id and stops.token_number = words.token_number + 1
    where stops.token = '.' and words.token_key in ('no', 'nos')
),

-- "ранен" and "сел" are nouns, too
russian_verbs as (
    select words.word_key
    from {{ ref('int_clause_words') }} as words
    anti join {{ ref('int_term_names') }} as nouns on words.word_key = nouns.term_key
    where list_contains(words.word_classes, 'verb_finite') and regexp_matches(words.word_key, '^\p{Cyrillic}')
),

-- a figure's noun phrase ends at a stop, a bracket or a word that opens another phrase
stops as (
    select
        sentence_id,
        token_number
    from tokens
    where
        (token_kind = 'punct' and token not in ('"', '“', '”', '«', '»', '''', '’', '/'))
        or token_key in (
            'in', 'from', 'to', 'at', 'by', 'for', 'with', 'on', 'and', 'or', 'were', 'was', 'are', 'is', 'be', 'have', 'has', 'had',
            'into', 'who', 'which', 'that', 'within', 'during', 'over', 'since', 'as', 'will', 'would', 'could', 'a', 'according',
            'when', 'where', 'while', 'after', 'before', 'because', 'but', 'if', 'than', 'under', 'когд', 'где', 'после',
            'в', 'на', 'из', 'с', 'и', 'от', 'за', 'по', 'для', 'под', 'до', 'ожидаютс', 'ожидаетс', 'прибудут', 'отправятс'
        )
    union all
    -- "six YPG/PKK fighters", but "1,020,000 / 987,300"
    select
        slashes.sentence_id,
        slashes.token_number
    from tokens as slashes
    left join tokens as behind
        on slashes.sentence_id = behind.sentence_id and slashes.token_number = behind.token_number - 1
    where slashes.token = '/' and behind.token_kind is distinct from 'word'
    union all
    -- "On 20 pages the report sums up the deaths", but "21 of these civilians"
    select
        articles.sentence_id,
        articles.token_number
    from tokens as articles
    inner join tokens as before on articles.sentence_id = before.sentence_id and articles.token_number = before.token_number + 1
    left join tokens as behind on articles.sentence_id = behind.sentence_id and articles.token_number = behind.token_number - 1
    where
        articles.token_key in ('the', 'its', 'their', 'his', 'her')
        and before.token_key not in ('of', 'all')
        and coalesce(behind.token_key not in ('total', 'number'), true)
    union all
    -- "150 беженцев возвратились домой", "еще трое получили ранения"
    select
        sentence_id,
        token_number
    from tokens
    where token_key in (select russian_verbs.word_key from russian_verbs) and {{ is_russian_finite_verb('token') }}
    union all
    -- "62,481 January - August"
    select
        sentence_id,
        token_start
    from {{ ref('int_date_mentions') }}
),

-- "Kafr Nobol    11,018    Dana    11,931": a phrase ends where the cell does
rows_of_cells as (
    select sentence_id
    from {{ ref('int_sentences') }}
    where regexp_matches(sentence_text, '^[^\d]*\p{L}.* {3,}') and regexp_matches(sentence_text, {{ table_line() }})
),

cell_edges as (
    select
        sentence_id,
        token_number,
        char_start - lag(char_end) over (partition by sentence_id order by token_number) as gap
    from tokens
    where sentence_id in (select rows_of_cells.sentence_id from rows_of_cells)
),

all_stops as (
    select * from stops
    union all
    select
        sentence_id,
        token_number
    from cell_edges
    where gap >= 3
),

ends as (
    select
        sentence_id,
        max(token_number) as last_token
    from tokens
    group by sentence_id
),

placed as (
    select
        numbers.*,
        ends.last_token,
        sentences.document_kind,
        sentences.language,
        sentences.line_number,
        sentences.sentence_number,
        sentences.line_kind,
        sentences.section_heading,
        coalesce(brackets.depth, 0) as depth,
        case when brackets.depth > 0 then brackets.bracket_start end as bracket_start,
        lead(numbers.token_start) over in_sentence as next_figure_start,
        lag(numbers.unit_end) over in_sentence as previous_figure_end,
        row_number() over in_sentence as figure_number
    from numbers
    inner join sentences on numbers.sentence_id = sentences.sentence_id
    inner join ends on numbers.sentence_id = ends.sentence_id
    anti join ordinals
        on
            numbers.sentence_id = ordinals.sentence_id
            and ordinals.token_number in (numbers.token_start - 1, numbers.token_end + 1)
    left join brackets
        on numbers.sentence_id = brackets.sentence_id and numbers.digits_start = brackets.token_number
    window in_sentence as (partition by numbers.sentence_id order by numbers.token_start)
),

first_stops as (
    select
        placed.mention_id,
        min(stops.token_number) as stop_token
    from placed
    inner join all_stops as stops on placed.sentence_id = stops.sentence_id and placed.unit_end < stops.token_number
    group by placed.mention_id
),

final as (
    select
        placed.* exclude (last_token, digits_start),
        coalesce(first_stops.stop_token, placed.last_token + 1) as stop_token,
        rows_of_cells.sentence_id is not null as is_in_cells
    from placed
    left join rows_of_cells on placed.sentence_id = rows_of_cells.sentence_id
    left join first_stops on placed.mention_id = first_stops.mention_id
)

select * from final
