with

changed_documents as (
    {{ changed_values('int_document_terms', 'document_id', is_touched('document_id', 'int_touched_documents')) }}
),

keys as (
    select
        document_id,
        unnest(block_keys) as block_key
    from {{ ref('int_document_terms') }}
    union
    select
        document_id,
        unnest(block_keys) as block_key
    from ({{ replaced_rows('int_document_terms') }}) as terms_before
),

changed_blocks as (
    select distinct keys.block_key
    from keys
    inner join changed_documents on keys.document_id = changed_documents.document_id
),

final as (
    select document_id from changed_documents
    union
    select keys.document_id
    from keys
    inner join changed_blocks on keys.block_key = changed_blocks.block_key
    union
    {{ changed_values('int_document_copies', 'least(document_id, original_document_id) as document_id') }}
    union
    {{ changed_values('int_document_copies', 'least(document_id, first_document_id) as document_id') }}
)

select * from final
