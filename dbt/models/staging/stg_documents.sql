with

-- Nothing is kept to be read twice: of very many documents DuckDB 2.0 then waits for ever for who looks at a few.
articles as not materialized (
    select * from {{ source('raw', 'articles') }}
),

bulletins as not materialized (
    select * from {{ source('raw', 'bulletins') }}
),

set_aside as not materialized (
    select document_id from {{ source('raw', 'set_aside') }}
),

documents as not materialized (
    select *, 'article' as document_kind from articles
    union all by name
    select *, 'bulletin' as document_kind from bulletins
),

-- Where the newest text of a file was set aside, the one before it stands.
standing as not materialized (
    select
        document_id,
        first_value(document_id) over (
            partition by superseded_by_document_id
            order by loaded_at desc, document_id asc
        ) as standing_document_id
    from documents
    where
        superseded_by_document_id in (select document_id from set_aside)
        and document_id not in (select document_id from set_aside)
),

final as (
    select
        documents.document_id,
        documents.document_kind,
        coalesce(documents.outlet, documents.html_outlet) as outlet,
        documents.source_url,
        documents.source_path,
        documents.content_sha256,
        documents.char_count,
        documents.text,
        documents.html_title,
        documents.loaded_at,
        coalesce(documents.document_id = standing.standing_document_id, documents.is_present) as is_present,
        case
            when standing.document_id is null then documents.superseded_by_document_id
            when standing.standing_document_id <> documents.document_id then standing.standing_document_id
        end as superseded_by_document_id,
        coalesce(documents.language, {{ text_language('documents.text') }}) as language,
        coalesce(documents.published_date, documents.html_published_date) as metadata_published_date,
        case
            when documents.published_date is not null then 'sidecar'
            when documents.html_published_date is not null then 'html'
        end as metadata_source
    from documents
    left join standing on documents.document_id = standing.document_id
    where documents.document_id not in (select document_id from set_aside)
)

select * from final
