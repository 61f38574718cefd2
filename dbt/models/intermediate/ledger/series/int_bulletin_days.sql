{{ config(materialized='kept', kept_by=['measure', 'reporter_key', 'as_of_date'], touched='int_touched_days', remembered=true) }}

with

observations as (
    select
        document_id,
        measure,
        coalesce(reported_by_actor_id, '') as reporter_key,
        as_of_date
    from {{ ref('int_recorded_observations') }}
    where
        document_kind = 'bulletin'
        and as_of_date is not null
        and modality = 'happened'
        and measure <> 'other'
        and {{ is_touched("(measure, coalesce(reported_by_actor_id, ''), as_of_date)", 'int_touched_days') }}
),

current_documents as (
    select document_id from {{ ref('int_document_versions') }}
    where is_current
),

dated_documents as (
    select document_id from {{ ref('int_recorded_document_dates') }}
    where published_date is not null
),

titles as (
    select
        document_id,
        series
    from {{ ref('int_recorded_document_titles') }}
),

final as (
    select distinct
        observations.measure,
        observations.reporter_key,
        observations.as_of_date,
        titles.series
    from observations
    inner join current_documents on observations.document_id = current_documents.document_id
    inner join dated_documents on observations.document_id = dated_documents.document_id
    inner join titles on observations.document_id = titles.document_id
)

select * from final
