with

documents as (
    select
        document_id,
        language,
        text
    from {{ ref('stg_documents_to_read') }}
),

head_lines as (
    select
        document_id,
        char_start,
        char_end
    from {{ ref('int_lines') }}
    where line_kind = 'title' or line_number <= 3
),

marks as (
    select {{ phrase_key('phrase') }} as phrase_key
    from {{ ref('correction_marks') }}
),

marked as (
    select distinct ngrams.document_id
    from {{ ref('int_ngrams') }} as ngrams
    inner join marks on ngrams.ngram_key = marks.phrase_key
    inner join head_lines
        on
            ngrams.document_id = head_lines.document_id
            and ngrams.char_start between head_lines.char_start and head_lines.char_end
),

final as (
    select
        documents.document_id,
        documents.language,
        -- the text without blanks
        sha256(lower(replace(replace(replace(replace(documents.text, ' ', ''), chr(10), ''), chr(13), ''), chr(9), '')))
            as text_fingerprint,
        marked.document_id is not null as is_correction
    from documents
    left join marked on documents.document_id = marked.document_id
)

select * from final
