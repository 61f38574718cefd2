{{ config(materialized='kept', kept_by=['measure', 'reporter_key', 'as_of_date'], touched='int_touched_days', remembered=true) }}

with

observations as (
    select
        observation_id,
        document_id,
        document_kind,
        measure,
        coalesce(reported_by_actor_id, '') as reporter_key,
        location_id,
        currency,
        as_of_date,
        value
    from {{ ref('int_recorded_observations') }}
    where {{ is_touched("(measure, coalesce(reported_by_actor_id, ''), as_of_date)", 'int_touched_days') }}
),

countable as (
    select observation_id from {{ ref('int_observation_tellings') }}
    where is_countable
),

dated_documents as (
    select document_id from {{ ref('int_recorded_document_dates') }}
    where published_date is not null
),

flows as (
    select
        observations.measure,
        observations.reporter_key,
        observations.location_id,
        observations.currency,
        observations.as_of_date,
        observations.value,
        case when observations.document_kind = 'bulletin' and dated_documents.document_id is not null then observations.value end
            as bulletin_value
    from observations
    inner join countable on observations.observation_id = countable.observation_id
    left join dated_documents on observations.document_id = dated_documents.document_id
),

-- a total without a place grows by the figures of all places
placed_flows as (
    select
        measure,
        reporter_key,
        cast(null as varchar) as location_id,
        currency,
        as_of_date,
        value,
        bulletin_value
    from flows
    union all
    select
        measure,
        reporter_key,
        location_id,
        currency,
        as_of_date,
        value,
        bulletin_value
    from flows
    where location_id is not null
),

final as (
    select
        concat_ws('|', measure, reporter_key, coalesce(location_id, ''), currency) as flow_key,
        measure,
        reporter_key,
        location_id,
        currency,
        as_of_date,
        sum(cast(value as decimal(28, 6))) as flow,
        sum(cast(bulletin_value as decimal(28, 6))) as bulletin_flow
    from placed_flows
    group by measure, reporter_key, location_id, currency, as_of_date
)

select * from final
