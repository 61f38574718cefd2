with

figures as (
    select * from {{ ref('int_figures') }}
),

places as (
    select mention_id from {{ ref('int_figure_places') }}
),

subset_words as (
    select
        sentence_id,
        token_start,
        token_end,
        regexp_matches(term_key, '^(?:of|из) ') as is_of_them
    from {{ ref('int_term_mentions') }}
    where term_class = 'subset'
),

tokens as materialized (
    select
        sentence_id,
        token_number,
        token,
        token_key
    from {{ ref('int_tokens') }}
    where
        (token = ':' or token_key in ('who', 'which', 'that', 'котор'))
        and sentence_id in (select subset_words.sentence_id from subset_words)
),

verbs as (
    select
        sentence_id,
        token_number
    from {{ ref('int_tokens') }}
    where
        token_key in ('were', 'was', 'had', 'have', 'are', 'is')
        and sentence_id in (select subset_words.sentence_id from subset_words)
),

-- "including 80 children, 60 women and 9 volunteers": whoever else is listed behind them
listed as (
    select
        mention_id,
        key_before in ('and', 'и', ',')
        and noun_after_class in ('staff', 'soldier', 'person', 'man')
        and (
            lag(noun_after_class) over in_order in ('woman', 'child', 'elderly')
            -- "including 745 civilians, 125 members of the security forces and 148 gunmen", but "and 12 soldiers were wounded"
            or (lag(noun_after_class) over in_order in ('people', 'staff', 'soldier', 'person', 'man') and verbs.token_number is null)
        ) as goes_on
    from figures
    left join verbs on figures.sentence_id = verbs.sentence_id and figures.noun_end + 1 = verbs.token_number
    window in_order as (partition by figures.sentence_id order by figures.token_start)
),

judged as (
    select
        figures.mention_id,
        subset_words.token_end between figures.token_start - 2 and figures.token_start - 1
        -- "three civilians, including a woman and two unidentified persons, were killed"
        or (
            coalesce(figures.key_before in ('and', 'и'), false)
            and coalesce(figures.noun_after_class in ('people', 'person', 'man', 'staff', 'soldier'), false)
            and subset_words.token_end between figures.token_start - 4 and figures.token_start - 1
        )
        or (coalesce(listed.goes_on, false) and subset_words.token_end between figures.token_start - 14 and figures.token_start - 1)
        -- "including 128,000 newly displaced and 39,000 who had fled before"
        or (
            coalesce(figures.key_before in ('and', 'и'), false)
            and figures.is_bare
            and relatives.token_number is not null
            and subset_words.token_end between figures.token_start - 7 and figures.token_start - 1
        )
        -- "из них российской стороной подтверждены три"
        or (
            subset_words.token_start > coalesce(figures.previous_figure_end, 0)
            and subset_words.token_end between figures.token_start - 6 and figures.token_start - 1
            and figures.is_bare
            -- "1,200 of them: Homs (700), Hama (500)": the words are those of the figure before them
            and not (subset_words.is_of_them and subset_words.token_start = coalesce(figures.previous_figure_end, -1) + 1)
            -- "most of them women: 49 in Tartus"
            and colons.token_number is null
        ) as is_behind,
        subset_words.token_start <= 4
        and (
            subset_words.token_end between figures.token_start - 2 and figures.token_start - 1
            -- "Среди прибывших 71 женщина и 120 детей"
            or (subset_words.token_start = 1 and coalesce(figures.noun_after_class in ('woman', 'child', 'elderly', 'man'), false))
            -- "В том числе из Ливана – 338 человек, из Иордании – 1055 человек"
            or (subset_words.token_start <= 2 and figures.depth = 0 and places.mention_id is not null)
        ) as is_opened
    from figures
    inner join subset_words on figures.sentence_id = subset_words.sentence_id
    left join places on figures.mention_id = places.mention_id
    left join listed on figures.mention_id = listed.mention_id
    left join tokens as relatives
        on
            figures.sentence_id = relatives.sentence_id
            and figures.unit_end = relatives.token_number - 1
            and relatives.token <> ':'
    left join tokens as colons
        on
            figures.sentence_id = colons.sentence_id
            and colons.token = ':'
            and colons.token_number between subset_words.token_end + 2 and figures.token_start - 1
),

final as (
    select
        mention_id,
        bool_or(is_behind) as follows_including,
        bool_or(is_opened) as starts_with_including
    from judged
    group by mention_id
    having bool_or(is_behind) or bool_or(is_opened)
)

select * from final
