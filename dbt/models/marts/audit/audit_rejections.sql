with

rejections as (
    select * from {{ source('raw', 'rejections') }}
),

gazetteers as (
    select * from {{ source('raw', 'gazetteer_files') }}
    where reason is not null
),

documents as (
    select
        document_id,
        source_path,
        content_sha256
    from {{ source('raw', 'articles') }}
    where is_present
    union all
    select
        document_id,
        source_path,
        content_sha256
    from {{ source('raw', 'bulletins') }}
    where is_present
),

set_aside as (
    select
        documents.source_path,
        documents.content_sha256,
        faults.check_name || ': ' || faults.detail as detail,
        faults.set_aside_at
    from {{ source('raw', 'set_aside') }} as faults
    inner join documents on faults.document_id = documents.document_id
),

final as (
    select
        source_path,
        content_sha256,
        reason,
        detail,
        first_seen_at
    from rejections
    union all
    select
        source_path,
        content_sha256,
        reason,
        detail,
        first_seen_at
    from gazetteers
    union all
    select
        source_path,
        content_sha256,
        'breaks_a_check' as reason,
        detail,
        set_aside_at as first_seen_at
    from set_aside
)

select * from final
