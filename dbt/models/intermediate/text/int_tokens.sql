with

sentences as (
    select
        sentence_id,
        document_id,
        char_start,
        sentence_text
    from {{ ref('int_sentences') }}
    where line_kind <> 'furniture'
),

pieces as (
    select
        *,
        regexp_extract_all(sentence_text, {{ token_pattern() }}) as tokens
    from sentences
),

tokens as (
    select
        sentence_id,
        document_id,
        char_start as sentence_start,
        unnest(tokens) as token,
        generate_subscripts(tokens, 1) as piece_number
    from pieces
),

placed as (
    select
        *,
        {{ token_kind('token') }} as token_kind,
        sentence_start + {{ length_before('token', 'sentence_id', 'piece_number') }} as char_start
    from tokens
),

neighbours as (
    select
        *,
        lag(token_kind) over in_sentence as kind_before,
        lead(token_kind) over in_sentence as kind_after,
        lag(token) over in_sentence as token_before
    from placed
    window in_sentence as (partition by sentence_id order by piece_number)
),

kept as (
    select
        *,
        case
            when kind_before is null then ''
            when kind_before = 'space' then ' '
            when token_before in ('-', '‑') and kind_before = 'punct' then '-'
            else ''
        end as gap_before
    from neighbours
    where
        token_kind <> 'space'
        and not coalesce(
            token in ('-', '‑')
            and kind_before in ('word', 'number', 'code')
            and kind_after in ('word', 'number', 'code'),
            false
        )
),

final as (
    select
        sentence_id,
        document_id,
        cast(row_number() over (partition by sentence_id order by piece_number) as integer) as token_number,
        token_kind,
        token,
        case when token_kind = 'word' then {{ token_key('token') }} else lower(token) end as token_key,
        cast(char_start as integer) as char_start,
        cast(char_start + length(token) as integer) as char_end,
        gap_before,
        token_kind = 'word' and regexp_matches(token, '^\p{Lu}') as is_capitalised
    from kept
)

select * from final
