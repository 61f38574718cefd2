with

documents as (
    select
        document_id,
        document_kind,
        language
    from {{ ref('stg_documents_to_read') }}
),

lines as (
    select * from {{ ref('int_lines') }}
),

plain as (
    select
        *,
        case
            when is_wrapped then translate({{ plain_blanks('line_text') }}, chr(10) || chr(13) || chr(9), '   ')
            else {{ plain_blanks('line_text') }}
        end as plain_text
    from lines
),

split as (
    select
        *,
        string_split({{ mark_sentence_ends('plain_text') }}, chr(2)) as pieces
    from plain
),

pieces as (
    select
        document_id,
        line_number,
        line_kind,
        section_heading,
        line_text,
        plain_text,
        char_start as line_start,
        unnest(pieces) as piece,
        generate_subscripts(pieces, 1) as piece_number
    from split
),

placed as (
    select
        *,
        {{ length_before('piece', 'document_id, line_number', 'piece_number', gap=1) }} as offset_in_line
    from pieces
),

sentences as (
    select
        *,
        substring(plain_text, offset_in_line + 1, length(piece)) as sentence_text,
        substring(line_text, offset_in_line + 1, length(piece)) as quote,
        cast(row_number() over (partition by document_id order by line_number, piece_number) as integer)
            as sentence_number
    from placed
    where trim(piece) <> ''
),

final as (
    select
        sentences.document_id || '-' || {{ padded('sentences.sentence_number', 6) }} as sentence_id,
        sentences.document_id,
        documents.document_kind,
        documents.language,
        sentences.sentence_number,
        sentences.line_number,
        cast(sentences.line_start + sentences.offset_in_line as integer) as char_start,
        cast(sentences.line_start + sentences.offset_in_line + length(sentences.sentence_text) as integer) as char_end,
        sentences.sentence_text,
        sentences.quote,
        sentences.section_heading,
        sentences.line_kind
    from sentences
    inner join documents on sentences.document_id = documents.document_id
)

select * from final
