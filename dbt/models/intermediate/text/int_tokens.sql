with

-- numbered for this model alone: short keys sort several times faster
sentences as materialized (
    select
        sentence_id,
        document_id,
        char_start,
        sentence_text,
        row_number() over () as sentence_key
    from {{ ref('int_sentences') }}
    where line_kind <> 'furniture'
),

split as materialized (
    select
        sentence_key,
        regexp_extract_all(sentence_text, {{ token_pattern() }}) as pieces
    from sentences
),

-- a piece is a token and the white space before it
pieces as (
    select
        sentence_key,
        unnest(pieces) as piece,
        generate_subscripts(pieces, 1) as piece_number
    from split
),

words as (
    select
        piece,
        ltrim(piece, {{ white_space() }}) as token
    from (select distinct piece from pieces) as distinct_pieces
),

kinds as (
    select
        *,
        {{ token_kind('token') }} as token_kind
    from words
),

-- Texts use few words many times: each is looked at once.
vocabulary as materialized (
    select
        row_number() over () as word_key,
        piece,
        token,
        token_kind,
        case when token_kind = 'word' then {{ token_key('token') }} else lower(token) end as token_key,
        token_kind = 'word' and regexp_matches(token, '^\p{Lu}') as is_capitalised,
        token_kind in ('word', 'number', 'code') as can_be_compound,
        token in ('-', '‑') as is_hyphen,
        token <> piece as is_spaced,
        length(piece) as piece_length,
        length(token) as token_length
    from kinds
),

placed as (
    select
        pieces.sentence_key,
        pieces.piece_number,
        vocabulary.word_key,
        vocabulary.is_hyphen,
        vocabulary.is_spaced,
        vocabulary.token_length,
        coalesce(lag(vocabulary.can_be_compound) over in_sentence, false) as is_behind_word,
        coalesce(lag(vocabulary.is_hyphen) over in_sentence, false) as is_behind_hyphen,
        coalesce(lead(vocabulary.can_be_compound and not vocabulary.is_spaced) over in_sentence, false) as is_before_word,
        sum(vocabulary.piece_length) over in_sentence as reach
    from pieces
    inner join vocabulary on pieces.piece = vocabulary.piece
    window in_sentence as (partition by pieces.sentence_key order by pieces.piece_number)
),

kept as (
    select
        sentence_key,
        word_key,
        cast(row_number() over (partition by sentence_key order by piece_number) as integer) as token_number,
        cast(reach as integer) as reach,
        token_length,
        case
            when is_spaced then ' '
            when is_behind_hyphen then '-'
            else ''
        end as gap_before
    from placed
    where token_length > 0 and not (is_hyphen and not is_spaced and is_behind_word and is_before_word)
),

final as (
    select
        sentences.sentence_id,
        sentences.document_id,
        kept.token_number,
        vocabulary.token_kind,
        vocabulary.token,
        vocabulary.token_key,
        cast(sentences.char_start + kept.reach - kept.token_length as integer) as char_start,
        cast(sentences.char_start + kept.reach as integer) as char_end,
        kept.gap_before,
        vocabulary.is_capitalised
    from kept
    inner join vocabulary on kept.word_key = vocabulary.word_key
    inner join sentences on kept.sentence_key = sentences.sentence_key
)

select * from final
