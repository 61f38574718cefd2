with

parts_to_total as (
    select * from {{ ref('int_parts_to_total') }}
),

running_totals as (
    select * from {{ ref('int_running_totals') }}
),

cross_document as (
    select * from {{ ref('int_cross_document') }}
),

statements as (
    select
        *,
        'parts_to_total' as kind
    from parts_to_total
    union all by name
    select
        *,
        'running_total' as kind
    from running_totals
    union all by name
    select
        *,
        'cross_document' as kind
    from cross_document
),

final as (
    select
        -- a figure is compared to each document that it corrects or repeats
        'r' || left(sha256(
            concat_ws('|', kind, observation_id, case when kind = 'cross_document' then previous_document_id end)
        ), 23) as reconciliation_id,
        kind,
        measure,
        as_of_date,
        document_id,
        previous_document_id,
        observation_id,
        reported_by_actor_id,
        series_key,
        cast(opening as double) as opening,
        cast(flow as double) as flow,
        cast(expected as double) as expected,
        cast(stated as double) as stated,
        cast(difference as double) as difference,
        cast(days_between as integer) as days_between,
        cast(days_without_flow as integer) as days_without_flow,
        status,
        verdict,
        explanation
    from statements
)

select * from final
