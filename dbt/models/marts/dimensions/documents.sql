{{ config(materialized='kept', kept_by='document_id', touched='int_touched_documents') }}

with

documents as (
    select * from {{ ref('stg_documents') }}
    where {{ is_touched('document_id', 'int_touched_documents') }}
),

final as (
    select
        document_id,
        text
    from documents
)

select * from final
