with

documents as (
    select * exclude (text, language) from {{ ref('stg_documents') }}
),

titles as (
    select * from {{ ref('int_recorded_document_titles') }}
),

dates as (
    select * from {{ ref('int_recorded_document_dates') }}
),

versions as (
    select * from {{ ref('int_document_versions') }}
),

marks as (
    select * from {{ ref('int_recorded_document_marks') }}
),

final as (
    select
        documents.document_id,
        documents.document_kind,
        titles.series,
        titles.title,
        documents.outlet,
        documents.source_url,
        dates.published_date,
        coalesce(dates.date_basis, 'unknown') as date_basis,
        marks.language,
        documents.source_path,
        documents.content_sha256,
        cast(documents.char_count as integer) as char_count,
        documents.loaded_at,
        versions.is_current,
        versions.superseded_by_document_id,
        versions.supersession_basis,
        versions.duplicate_of_document_id,
        versions.retells_document_id,
        coalesce(documents.metadata_published_date, dates.published_date) as issued_date
    from documents
    inner join titles on documents.document_id = titles.document_id
    inner join marks on documents.document_id = marks.document_id
    inner join versions on documents.document_id = versions.document_id
    left join dates on documents.document_id = dates.document_id
)

select * from final
