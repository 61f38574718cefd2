with

touched_documents as (
    select document_id from {{ ref('int_touched_documents') }}
),

final as (
    {{ changed_values('int_document_meetings', 'document_pair', is_touched('document_id', 'int_touched_meetings')) }}
    union
    select document_pair from {{ ref('int_document_meetings') }}
    where
        document_id in (select document_id from touched_documents)
        or original_document_id in (select document_id from touched_documents)
)

select * from final
