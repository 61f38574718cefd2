with

rejections as (
    select * from {{ source('raw', 'rejections') }}
),

gazetteers as (
    select * from {{ source('raw', 'gazetteer_files') }}
    where reason is not null
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
)

select * from final
