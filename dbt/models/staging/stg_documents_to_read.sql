with

documents as (
    select * from {{ ref('stg_documents') }}
),

reading_list as (
    select document_id from {{ ref('stg_reading_list') }}
),

final as (
    select documents.*
    from documents
    inner join reading_list on documents.document_id = reading_list.document_id
)

select * from final
