with

hits as (
    select * from {{ ref('int_speech_hits') }}
),

tokens as materialized (
    select
        sentence_id,
        token_number,
        token_kind,
        token,
        token_key,
        token_number - word_number as clause_number
    from {{ ref('int_tokens') }}
    where sentence_id in (select hits.sentence_id from hits)
),

-- Left of the verb stand auxiliaries, adverbs and days before the subject ends.
subject_ends as (
    select
        hits.sentence_id,
        hits.token_start,
        max(tokens.token_number) as subject_end
    from hits
    inner join tokens
        on
            hits.sentence_id = tokens.sentence_id
            and tokens.token_number between hits.token_start - 7 and hits.token_start - 1
    where tokens.token_key not in ({{ words("verb_leaders") }})
    group by hits.sentence_id, hits.token_start
),

-- "Doctors Without Borders (MSF) reports": the subject ends before its bracket.
unbracketed as (
    select
        subject_ends.sentence_id,
        subject_ends.token_start,
        coalesce(max(opening.token_number) - 1, any_value(subject_ends.subject_end)) as subject_end
    from subject_ends
    left join tokens as closing
        on
            subject_ends.sentence_id = closing.sentence_id
            and subject_ends.subject_end = closing.token_number
            and closing.token = ')'
    left join tokens as opening
        on
            closing.sentence_id = opening.sentence_id
            and opening.token_number between closing.token_number - 6 and closing.token_number - 2
            and opening.token = '('
    group by subject_ends.sentence_id, subject_ends.token_start
),

-- What the subject was parted from its verb by.
leaders as (
    select
        subject_ends.sentence_id,
        subject_ends.token_start,
        bool_or(tokens.token_key in ('is', 'are', 'was', 'were', 'been', 'being', 'be')) as is_passive,
        bool_or(tokens.token_key in ('not', 'never', 'не')) as is_negated
    from subject_ends
    inner join tokens
        on
            subject_ends.sentence_id = tokens.sentence_id
            and tokens.token_number between subject_ends.subject_end + 1 and subject_ends.token_start - 1
    group by subject_ends.sentence_id, subject_ends.token_start
),

neighbours as (
    select
        hits.*,
        coalesce(unbracketed.subject_end, 0) as subject_end,
        coalesce(subject_token.token_kind, 'start') as subject_kind,
        coalesce(subject_token.token, '') as subject_token,
        coalesce(subject_token.clause_number, 0) as clause_number,
        coalesce(verb_token.clause_number, 0) as verb_clause_number,
        coalesce(leaders.is_passive, false) as is_passive,
        coalesce(leaders.is_negated, false) as is_negated,
        coalesce(before_it.token_key, '') as word_before,
        coalesce(after_it.token_key, '') as word_after
    from hits
    left join unbracketed
        on hits.sentence_id = unbracketed.sentence_id and hits.token_start = unbracketed.token_start
    left join leaders
        on hits.sentence_id = leaders.sentence_id and hits.token_start = leaders.token_start
    inner join tokens as verb_token
        on hits.sentence_id = verb_token.sentence_id and hits.token_start = verb_token.token_number
    left join tokens as subject_token
        on
            unbracketed.sentence_id = subject_token.sentence_id
            and unbracketed.subject_end = subject_token.token_number
    left join tokens as before_it
        on hits.sentence_id = before_it.sentence_id and hits.token_start - 1 = before_it.token_number
    left join tokens as after_it
        on hits.sentence_id = after_it.sentence_id and hits.token_end + 1 = after_it.token_number
),

final as (
    select
        sentence_id,
        document_id,
        token_start,
        token_end,
        char_start,
        char_end,
        verb_text,
        verb_id,
        frame,
        speech_class,
        cast(subject_end as integer) as subject_end,
        clause_number,
        verb_clause_number,
        subject_kind in ('punct', 'start') as is_after_break,
        subject_token = ',' as is_after_comma,
        -- "Utsiupin praised the deal, noting that trade grew"
        lower(subject_token) in ('and', 'but', 'и', 'а', 'но')
        or (subject_token = ',' and regexp_matches(verb_text, '^[a-z]{3,}ing\b'))
            as is_conjoined,
        is_passive,
        word_after = 'by' as has_agent,
        word_before in ('to', 'the', 'a', 'an', 'of', 'its', 'his', 'her', 'their', 'this', 'that', 'for')
        -- "agreements estimated to be worth", "damage estimated at"
        or verb_text = 'estimated' and word_after in ('to', 'at')
        or (word_before in ('in', 'no', 'without', 'and') and frame <> 'source' and verb_id = 'indicate')
        -- who "did not say" or "has not commented" has said nothing
        or (is_negated and speech_class = 'statement' and verb_id not in ('report', 'indicate'))
        or (is_negated and verb_text = 'commented')
        or (verb_text = 'concluded' and word_after in ('a', 'an', 'the', 'its', 'their', 'agreements', 'deals', 'contracts', 'talks'))
            as is_no_verb
    from neighbours
)

select * from final
