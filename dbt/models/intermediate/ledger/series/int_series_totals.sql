{{ config(remembered=true) }}

with

statements as (
    select * from {{ ref('int_running_total_statements') }}
    where document_kind = 'bulletin'
),

dated_documents as (
    select document_id from {{ ref('int_recorded_document_dates') }}
    where published_date is not null
),

final as (
    select
        statements.observation_id,
        statements.series_key,
        statements.flow_key,
        statements.measure,
        statements.flow_measure,
        statements.reported_by_actor_id,
        statements.location_id,
        statements.currency,
        statements.period_start as base_date,
        statements.as_of_date as date_day,
        statements.value,
        lag(statements.as_of_date) over in_series as previous_day,
        lead(statements.as_of_date) over in_series as next_day,
        min(statements.series_key) over of_teller = max(statements.series_key) over of_teller as is_alone
    from statements
    inner join dated_documents on statements.document_id = dated_documents.document_id
    window
        in_series as (partition by statements.series_key order by statements.as_of_date),
        of_teller as (partition by statements.measure, statements.reported_by_actor_id, statements.location_id, statements.currency)
)

select * from final
