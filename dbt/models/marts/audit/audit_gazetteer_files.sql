with

files as (
    select * from {{ source('raw', 'gazetteer_files') }}
),

final as (
    select
        source_path,
        content_sha256,
        file_kind,
        case when reason is null then 'loaded' else 'rejected' end as outcome,
        row_count,
        reason,
        detail,
        first_seen_at
    from files
)

select * from final
