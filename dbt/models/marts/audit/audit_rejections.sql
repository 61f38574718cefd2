with

rejections as (
    select * from {{ source('raw', 'rejections') }}
),

final as (
    select
        source_path,
        content_sha256,
        reason,
        detail,
        first_seen_at
    from rejections
)

select * from final
