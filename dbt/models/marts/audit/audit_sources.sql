with

collections as (
    select * from {{ source('raw', 'collections') }}
),

refreshes as (
    select max(refreshed_at) as refreshed_at from {{ source('raw', 'refreshes') }}
),

final as (
    select
        collections.source_name,
        arg_max(collections.source_kind, collections.started_at) as source_kind,
        arg_max(collections.status, collections.started_at) as last_status,
        max(collections.ended_at) as last_asked_at,
        max(collections.ended_at) filter (where collections.status <> 'failed') as last_success_at,
        max(collections.ended_at) filter (where collections.items_new + collections.items_changed > 0) as last_news_at,
        cast(
            date_diff(
                'minute', max(collections.ended_at) filter (where collections.status <> 'failed'), any_value(refreshes.refreshed_at)
            ) / 60.0 as decimal(12, 1)
        ) as hours_since_success,
        cast(sum(collections.items_seen) as bigint) as items_seen,
        cast(sum(collections.items_new) as bigint) as items_new,
        cast(sum(collections.items_changed) as bigint) as items_changed,
        cast(sum(collections.items_failed) as bigint) as items_failed,
        arg_max(collections.message, collections.started_at) filter (where collections.message is not null) as last_message
    from collections
    cross join refreshes
    group by collections.source_name
)

select * from final
