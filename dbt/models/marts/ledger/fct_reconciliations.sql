{{ config(materialized='kept', kept_by='observation_id', touched='int_touched_reconciliations') }}

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

observations as (
    select
        observation_id,
        coder_version
    from {{ ref('fct_observations') }}
),

final as (
    select
        -- a figure is compared to each document that it corrects or repeats
        'r' || left(sha256(
            concat_ws(
                '|', statements.kind, statements.observation_id,
                case when statements.kind = 'cross_document' then statements.previous_document_id end
            )
        ), 23) as reconciliation_id,
        statements.kind,
        statements.measure,
        statements.as_of_date,
        statements.document_id,
        statements.previous_document_id,
        statements.observation_id,
        statements.reported_by_actor_id,
        statements.series_key,
        cast(statements.opening as double) as opening,
        cast(statements.flow as double) as flow,
        cast(statements.expected as double) as expected,
        cast(statements.stated as double) as stated,
        cast(statements.difference as double) as difference,
        cast(statements.days_between as integer) as days_between,
        cast(statements.days_without_flow as integer) as days_without_flow,
        statements.status,
        statements.verdict,
        statements.explanation,
        observations.coder_version
    from statements
    inner join observations on statements.observation_id = observations.observation_id
    where {{ is_touched('statements.observation_id', 'int_touched_reconciliations') }}
)

select * from final
