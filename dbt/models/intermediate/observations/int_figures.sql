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
        document_kind,
        language,
        line_number,
        sentence_number,
        line_kind,
        section_heading
    from {{ ref('int_sentences') }}
),

brackets as (
    select
        sentence_id,
        token_number,
        token,
        token_key,
        token_kind,
        sum(case when token in ('(', '[') then 1 when token in (')', ']') then -1 else 0 end) over (
            partition by sentence_id
            order by token_number
        ) as depth,
        max(case when token in ('(', '[') then token_number end) over (
            partition by sentence_id
            order by token_number
        ) as bracket_start
    from {{ ref('int_tokens') }}
),

nouns as (
    select * from {{ ref('int_term_mentions') }}
    where term_kind = 'noun'
),

-- a figure's noun phrase ends at a stop, a bracket or a word that opens another phrase
stops as (
    select
        sentence_id,
        token_number
    from brackets
    where
        (token_kind = 'punct' and token not in ('"', '“', '”', '«', '»', '''', '’'))
        or token_key in (
            'in', 'from', 'to', 'at', 'by', 'for', 'with', 'on', 'and', 'or', 'were', 'was', 'are', 'is', 'be', 'have', 'has', 'had',
            'into', 'who', 'which', 'that', 'within', 'during', 'over', 'since', 'more died', 'as', 'will', 'would', 'could', 'a',
            'в', 'на', 'из', 'с', 'и', 'от', 'за', 'по', 'для', 'под', 'до'
        )
),

placed as (
    select
        numbers.*,
        sentences.document_kind,
        sentences.language,
        sentences.line_number,
        sentences.sentence_number,
        sentences.line_kind,
        sentences.section_heading,
        brackets.depth,
        case when brackets.depth > 0 then brackets.bracket_start end as bracket_start,
        lead(numbers.token_start) over in_sentence as next_figure_start,
        lag(numbers.unit_end) over in_sentence as previous_figure_end,
        row_number() over in_sentence as figure_number
    from numbers
    inner join sentences on numbers.sentence_id = sentences.sentence_id
    inner join brackets
        on numbers.sentence_id = brackets.sentence_id and numbers.digits_start = brackets.token_number
    window in_sentence as (partition by numbers.sentence_id order by numbers.token_start)
),

first_stops as (
    select
        placed.mention_id,
        min(stops.token_number) as stop_token
    from placed
    inner join stops on placed.sentence_id = stops.sentence_id and placed.unit_end < stops.token_number
    group by placed.mention_id
),

nouns_after as (
    select
        placed.mention_id,
        nouns.term_class as noun_class,
        nouns.term_key as noun,
        nouns.token_start as noun_start,
        nouns.token_end as noun_end,
        nouns.char_end as noun_char_end
    from placed
    inner join nouns on placed.sentence_id = nouns.sentence_id
    left join first_stops on placed.mention_id = first_stops.mention_id
    where
        nouns.token_start between placed.unit_end + 1 and placed.unit_end + 7
        and (nouns.term_class not in ('thing', 'person') or placed.document_kind = 'article')
        and nouns.token_start < coalesce(first_stops.stop_token, 9999)
        and nouns.token_start < coalesce(placed.next_figure_start, 9999)
    qualify
        row_number() over (
            partition by placed.mention_id
            order by nouns.token_start, nouns.word_count desc, nouns.term_class
        ) = 1
),

-- "women - 61, children - 104": the noun stands before a dash
nouns_dash as (
    select
        placed.mention_id,
        any_value(nouns.term_class) as noun_class,
        any_value(nouns.term_key) as noun
    from placed
    inner join nouns on placed.sentence_id = nouns.sentence_id
    left join brackets as dash
        on placed.sentence_id = dash.sentence_id and placed.token_start = dash.token_number + 1
    where
        nouns.term_class in ('woman', 'child', 'elderly')
        and (
            (nouns.token_end = placed.token_start - 2 and dash.token in ('-', '–', '—', ':'))
            or (nouns.token_end = placed.token_start - 1 and placed.gap_before = '-')
        )
    group by placed.mention_id
),

-- a verb that itself states a zero ("did not open fire") is figure and noun at once
nouns_before as (
    select
        placed.mention_id,
        nouns.term_class as noun_class,
        nouns.term_key as noun,
        nouns.token_start as noun_start
    from placed
    inner join nouns on placed.sentence_id = nouns.sentence_id and placed.token_start > nouns.token_end and nouns.term_class not in ('thing', 'person')
    anti join nouns_after
        on
            nouns.sentence_id = left(nouns_after.mention_id, length(nouns_after.mention_id) - 6)
            and nouns.token_start = nouns_after.noun_start
    left join brackets as before
        on nouns.sentence_id = before.sentence_id and nouns.token_start = before.token_number + 1
    left join brackets as second
        on nouns.sentence_id = second.sentence_id and nouns.token_start = second.token_number + 2
    qualify
        row_number() over (
            partition by placed.mention_id
            order by
                nouns.token_start > coalesce(placed.previous_figure_end, 0) desc,
                coalesce(before.token_key = 'of' and second.token_key = 'number', false) desc,
                nouns.token_start,
                nouns.word_count desc,
                nouns.term_class
        ) = 1
),

verbs as (
    select
        placed.mention_id,
        any_value(nouns.term_class) as noun_class,
        any_value(nouns.term_key) as noun
    from placed
    inner join nouns
        on
            placed.sentence_id = nouns.sentence_id
            and placed.token_end >= nouns.token_start
            and placed.token_start <= nouns.token_end
    where placed.number_kind = 'zero' and nouns.term_class in ('fire_zero', 'not_confirmed')
    group by placed.mention_id
),

final as (
    select
        placed.*,
        coalesce(verbs.noun_class, nouns_dash.noun_class, nouns_after.noun_class) as noun_after_class,
        coalesce(verbs.noun, nouns_dash.noun, nouns_after.noun) as noun_after,
        nouns_after.noun_end,
        nouns_after.noun_char_end,
        nouns_before.noun_class as noun_before_class,
        nouns_before.noun as noun_before,
        first_stops.stop_token,
        coalesce(placed.currency is not null, false) as is_money,
        placed.unit is null and placed.currency is null and coalesce(verbs.noun_class, nouns_dash.noun_class, nouns_after.noun_class) is null as is_bare
    from placed
    left join nouns_after on placed.mention_id = nouns_after.mention_id
    left join nouns_before on placed.mention_id = nouns_before.mention_id
    left join first_stops on placed.mention_id = first_stops.mention_id
    left join verbs on placed.mention_id = verbs.mention_id
    left join nouns_dash on placed.mention_id = nouns_dash.mention_id
)

select * from final
