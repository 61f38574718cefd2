with

ledger as (
    select * from {{ source('raw', 'load_ledger') }}
),

sentences as (
    select
        document_id,
        count(*) as sentence_count
    from {{ ref('int_recorded_sentences') }}
    group by document_id
),

events as (
    select
        document_id,
        count(*) as event_count
    from {{ ref('fct_events') }}
    group by document_id
),

observations as (
    select
        document_id,
        count(*) as observation_count
    from {{ ref('fct_observations') }}
    group by document_id
),

final as (
    select
        ledger.refresh_id,
        ledger.refreshed_at,
        ledger.source_path,
        ledger.content_sha256,
        ledger.outcome,
        ledger.reason,
        ledger.detail,
        ledger.document_id,
        cast(case when ledger.outcome in ('loaded', 'unchanged') then coalesce(sentences.sentence_count, 0) end as integer)
            as sentence_count,
        cast(case when ledger.outcome in ('loaded', 'unchanged') then coalesce(events.event_count, 0) end as integer) as event_count,
        cast(case when ledger.outcome in ('loaded', 'unchanged') then coalesce(observations.observation_count, 0) end as integer)
            as observation_count
    from ledger
    left join sentences on ledger.document_id = sentences.document_id
    left join events on ledger.document_id = events.document_id
    left join observations on ledger.document_id = observations.document_id
)

select * from final
