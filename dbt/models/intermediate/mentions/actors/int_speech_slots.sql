with

hits as (
    select * from {{ ref('int_speech_hits') }}
),

tokens as (
    select
        sentence_id,
        token_number,
        token_kind,
        token,
        token_key,
        count(*) filter (where token_kind = 'punct') over (
            partition by sentence_id
            order by token_number
            rows between unbounded preceding and current row
        ) as clause_number
    from {{ ref('int_tokens') }}
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
    where tokens.token_key not in {{ verb_leaders() }}
    group by hits.sentence_id, hits.token_start
),

neighbours as (
    select
        hits.*,
        coalesce(subject_ends.subject_end, 0) as subject_end,
        coalesce(subject_token.token_kind, 'start') as subject_kind,
        coalesce(subject_token.token, '') as subject_token,
        coalesce(subject_token.clause_number, 0) as clause_number,
        coalesce(before_it.token_key, '') as word_before,
        coalesce(after_it.token_key, '') as word_after
    from hits
    left join subject_ends
        on hits.sentence_id = subject_ends.sentence_id and hits.token_start = subject_ends.token_start
    left join tokens as subject_token
        on
            subject_ends.sentence_id = subject_token.sentence_id
            and subject_ends.subject_end = subject_token.token_number
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
        subject_kind in ('punct', 'start') as is_after_break,
        subject_token = ',' as is_after_comma,
        word_before in ('is', 'are', 'was', 'were', 'been', 'being', 'be') as is_passive,
        word_after = 'by' as has_agent,
        word_before in ('to', 'the', 'a', 'an', 'of', 'its', 'his', 'her', 'their', 'this', 'that', 'for')
        or (word_before in ('in', 'no', 'without', 'and') and frame <> 'source' and verb_id = 'indicate')
            as is_no_verb
    from neighbours
)

select * from final
