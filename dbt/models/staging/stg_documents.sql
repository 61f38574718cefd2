with

articles as (
    select * from {{ source('raw', 'articles') }}
),

bulletins as (
    select * from {{ source('raw', 'bulletins') }}
),

documents as (
    select *, 'article' as document_kind from articles
    union all by name
    select *, 'bulletin' as document_kind from bulletins
),

final as (
    select
        document_id,
        document_kind,
        outlet,
        source_url,
        source_path,
        content_sha256,
        char_count,
        text,
        encoding,
        media_type,
        html_title,
        loaded_at,
        is_present,
        superseded_by_document_id,
        coalesce(language, {{ text_language('text') }}) as language,
        coalesce(published_date, html_published_date) as metadata_published_date,
        case
            when published_date is not null then 'sidecar'
            when html_published_date is not null then 'html'
        end as metadata_source
    from documents
)

select * from final
