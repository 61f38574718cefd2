with

documents as (
    select * from {{ ref('stg_documents') }}
),

dates as (
    select * from {{ ref('int_document_dates') }}
),

fingerprints as (
    select
        documents.document_id,
        documents.document_kind,
        documents.is_present,
        dates.published_date,
        sha256(lower(regexp_replace(documents.text, '\s+', ' ', 'g'))) as text_fingerprint
    from documents
    left join dates on documents.document_id = dates.document_id
),

ranked as (
    select
        *,
        first_value(document_id) over (
            partition by text_fingerprint
            order by is_present desc, published_date nulls last, document_id
        ) as first_document_id
    from fingerprints
),

final as (
    select
        document_id,
        is_present as is_current,
        case when first_document_id <> document_id then first_document_id end as duplicate_of_document_id
    from ranked
)

select * from final
