{%- set fates = "'kill', 'injure', 'detain', 'displace', 'leave_zone'" -%}
{%- set joints = "',', ';', ':', '(', 'and', 'while', 'whereas', 'but', 'as', 'when', 'after', 'before', 'и', 'а', 'но', 'когд', 'пок', 'после'" -%}
with

cues as (
    select
        sentence_id,
        term_class,
        term_key,
        token_start,
        token_end
    from {{ ref('int_term_mentions') }}
    where term_kind = 'cue' and term_class in ('return', {{ fates }})
),

returns as (
    select * from cues
    where term_class = 'return'
),

figures as (
    select
        mention_id,
        sentence_id,
        noun_after_class,
        token_start,
        unit_end,
        noun_end,
        coalesce(noun_end, unit_end) as counted_end
    from {{ ref('int_figures') }}
    where sentence_id in (select returns.sentence_id from returns)
),

tokens as (
    select
        sentence_id,
        token_number,
        token_key
    from {{ ref('int_tokens') }}
    where sentence_id in (select figures.sentence_id from figures)
),

joints as (
    select
        sentence_id,
        token_number,
        token_key in ('as', 'when', 'while', 'after', 'когд', 'пок', 'после') as is_of_time
    from tokens
    where token_key in ({{ joints }})
),

-- "2,067,000 IDPs and 1,009,000 returnees": the word is the other figure's noun
nouns_of_others as (
    select figures.mention_id
    from figures
    inner join returns on figures.sentence_id = returns.sentence_id
    left join figures as others
        on
            figures.sentence_id = others.sentence_id
            and figures.mention_id <> others.mention_id
            and others.noun_after_class = 'refugee'
            and returns.token_start between others.unit_end + 1 and others.noun_end
    where figures.noun_after_class in ('idp', 'people')
    group by figures.mention_id
    having count(*) = count(others.mention_id)
),

-- "14 people were killed", "killing at least 14": a verb of the figure's own
verbs as (
    select
        figures.mention_id,
        figures.sentence_id,
        fates.term_class,
        fates.term_key,
        least(figures.token_start, fates.token_start) as clause_start,
        greatest(figures.counted_end, fates.token_end) as clause_end,
        case when fates.token_start > figures.counted_end then figures.counted_end + 1 else fates.token_end + 1 end as gap_start,
        case when fates.token_start > figures.counted_end then fates.token_start - 1 else figures.token_start - 1 end as gap_end,
        fates.token_start > figures.counted_end as is_behind
    from figures
    inner join cues as fates
        on
            figures.sentence_id = fates.sentence_id
            and fates.term_class <> 'return'
            and (
                fates.token_start between figures.counted_end + 1 and figures.counted_end + 4
                or fates.token_end between figures.token_start - 4 and figures.token_start - 1
            )
),

-- "410 people displaced by the storm have returned", "410 who were detained": only a finite verb is said of all of them
own_verbs as (
    select
        verbs.mention_id,
        verbs.sentence_id,
        verbs.term_class,
        verbs.clause_start,
        verbs.clause_end
    from verbs
    left join tokens
        on verbs.sentence_id = tokens.sentence_id and tokens.token_number between verbs.gap_start and verbs.gap_end
    group by all
    having
        not coalesce(bool_or(tokens.token_key in ({{ joints }})), false)
        and (
            verbs.term_class = 'kill'
            or not bool_or(verbs.is_behind)
            or (
                not coalesce(bool_or(tokens.token_key in ('who', 'that', 'which', 'whom', 'котор')), false)
                and (
                    coalesce(bool_or(tokens.token_key in ('were', 'was', 'been', 'are', 'is', 'being', 'got')), false)
                    or bool_or(regexp_matches(
                        verbs.term_key,
                        '^(?:were|was|have|has|had|are|is|fled|flee|left|got|came|walked|moved|lost|took|suffered|sustained|received)(?: |$)'
                    ))
                    or bool_or(regexp_matches(verbs.term_key, '^\p{Cyrillic}') and not regexp_matches(verbs.term_key, '(?:нн|ш|ни)$'))
                )
            )
        )
),

-- a return is another's where a joint or another figure stands between it and the figure with its verb
parted as (
    select
        own_verbs.mention_id,
        own_verbs.term_class,
        returns.token_start as return_start,
        returns.token_start > own_verbs.clause_end as is_behind,
        bool_or(joints.token_number between returns.token_end + 1 and own_verbs.clause_start - 1) as is_parted_before,
        bool_or(joints.token_number between own_verbs.clause_end + 1 and returns.token_start - 1) as is_parted_behind,
        bool_or(joints.is_of_time and joints.token_number between own_verbs.clause_end + 1 and returns.token_start - 1) as is_at_the_time,
        bool_or(others.token_start between own_verbs.clause_end + 1 and returns.token_start) as has_own_figure,
        -- "14 человек погибли, вернулись 410 беженцев"
        bool_or(
            others.token_start between returns.token_end + 1 and returns.token_end + 4
            and others.noun_after_class in ('refugee', 'people', 'idp', 'family')
        ) as has_figure_behind
    from own_verbs
    inner join returns on own_verbs.sentence_id = returns.sentence_id
    left join joints on own_verbs.sentence_id = joints.sentence_id
    left join figures as others on own_verbs.sentence_id = others.sentence_id and own_verbs.mention_id <> others.mention_id
    group by own_verbs.mention_id, own_verbs.term_class, own_verbs.clause_start, own_verbs.clause_end, returns.token_start, returns.token_end
),

own_clauses as (
    select
        mention_id,
        bool_and(not is_behind) as follows_return
    from parted
    group by mention_id, term_class
    having
        bool_and(coalesce(
            case
                when not is_behind then is_parted_before
                -- the dead do not return
                when term_class = 'kill' then true
                when term_class in ('injure', 'detain') and is_at_the_time then true
                else is_parted_behind and (has_own_figure or has_figure_behind)
            end,
            false
        ))
),

final as (
    select
        mention_id,
        bool_or(has_own_verb) as has_own_verb,
        bool_or(follows_return) as follows_return
    from (
        select
            mention_id,
            true as has_own_verb,
            follows_return
        from own_clauses
        union all
        select
            mention_id,
            false as has_own_verb,
            false as follows_return
        from nouns_of_others
    ) as returns_heard
    group by mention_id
)

select * from final
