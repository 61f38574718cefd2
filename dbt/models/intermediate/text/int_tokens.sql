with

-- numbered for this model alone: short keys sort several times faster
sentences as materialized (
    select
        sentence_id,
        document_id,
        char_start,
        sentence_text,
        cast(row_number() over () as integer) as sentence_key
    from {{ ref('int_sentences') }}
    -- a million characters without an end are an encoded picture; below, they are counted in 21 bits
    where line_kind <> 'furniture' and length(sentence_text) <= 1000000
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
        {{ token_kind('token') }} as token_kind,
        -- here, since the conditions of a stem name the word many times
        {{ fold_word('token') }} as folded_token
    from words
),

-- Texts use few words many times: each is looked at once.
vocabulary as materialized (
    select
        cast(row_number() over () as integer) as word_key,
        piece,
        token,
        token_kind,
        case when token_kind = 'word' then {{ stem_ru('folded_token') }} else lower(token) end as token_key,
        token_kind = 'word' and regexp_matches(token, '^\p{Lu}') as is_capitalised,
        token_kind in ('word', 'number', 'code') as can_be_compound,
        token in ('-', '‑') as is_hyphen,
        token <> piece as is_spaced,
        cast(length(piece) as integer) as piece_length,
        cast(length(token) as integer) as token_length
    from kinds
),

hyphens as materialized (
    select
        pieces.sentence_key,
        pieces.piece_number
    from pieces
    inner join vocabulary on pieces.piece = vocabulary.piece
    where vocabulary.is_hyphen
),

compound_hyphens as (
    select
        hyphens.sentence_key,
        hyphens.piece_number
    from hyphens
    inner join split on hyphens.sentence_key = split.sentence_key
    inner join vocabulary as before on split.pieces[hyphens.piece_number - 1] = before.piece
    inner join vocabulary as own on split.pieces[hyphens.piece_number] = own.piece
    inner join vocabulary as after on split.pieces[hyphens.piece_number + 1] = after.piece
    where before.can_be_compound and not own.is_spaced and after.can_be_compound and not after.is_spaced
),

judged as (
    select
        pieces.sentence_key,
        pieces.piece_number,
        vocabulary.word_key,
        vocabulary.piece_length,
        vocabulary.token_length > 0 and compound_hyphens.piece_number is null as is_token,
        vocabulary.token_kind <> 'punct' as is_word,
        hyphens_before.piece_number is not null as is_behind_hyphen
    from pieces
    inner join vocabulary on pieces.piece = vocabulary.piece
    left join compound_hyphens
        on pieces.sentence_key = compound_hyphens.sentence_key and pieces.piece_number = compound_hyphens.piece_number
    left join hyphens as hyphens_before
        on pieces.sentence_key = hyphens_before.sentence_key and pieces.piece_number = hyphens_before.piece_number + 1
),

placed as (
    select
        sentence_key,
        word_key,
        is_token,
        is_behind_hyphen,
        -- three running counts as one sum, as each costs as much as the sort: pieces and words stay below two millions
        cast(sum(
            case when is_token then 1 else 0 end
            + case when is_token and is_word then {{ 2 ** 21 }} else 0 end
            + piece_length * cast({{ 2 ** 42 }} as bigint)
        ) over (partition by sentence_key order by piece_number) as bigint) as counts
    from judged
),

final as (
    select
        sentences.sentence_id,
        sentences.document_id,
        cast(placed.counts & {{ 2 ** 21 - 1 }} as integer) as token_number,
        vocabulary.token_kind,
        vocabulary.token,
        vocabulary.token_key,
        cast(sentences.char_start + (placed.counts >> 42) - vocabulary.token_length as integer) as char_start,
        cast(sentences.char_start + (placed.counts >> 42) as integer) as char_end,
        case
            when vocabulary.is_spaced then ' '
            when placed.is_behind_hyphen then '-'
            else ''
        end as gap_before,
        vocabulary.is_capitalised,
        cast(placed.counts >> 21 & {{ 2 ** 21 - 1 }} as integer) as word_number
    from placed
    inner join vocabulary on placed.word_key = vocabulary.word_key
    inner join sentences on placed.sentence_key = sentences.sentence_key
    where placed.is_token
)

select * from final
