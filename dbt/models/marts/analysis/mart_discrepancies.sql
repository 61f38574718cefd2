with

reconciliations as (
    select
        *,
        round(abs(difference) / greatest(abs(stated), abs(expected)), 6) as difference_share
    from {{ ref('fct_reconciliations') }}
    where status = 'open'
),

observations as (
    select * from {{ ref('fct_observations') }}
),

documents as (
    select * from {{ ref('dim_document') }}
),

-- what a later issue has put right, and what a copy repeats, is nobody's work
current_documents as (
    select * from documents
    where is_current and duplicate_of_document_id is null
),

actors as (
    select * from {{ ref('dim_actor') }}
),

locations as (
    select * from {{ ref('dim_location') }}
),

final as (
    select
        -- a share of the figure, since measures cannot be compared by number: 1 of 8 cases is worse
        -- than 3 of 1,171,278 people
        row_number() over (
            order by
                reconciliations.difference_share desc,
                abs(reconciliations.difference) desc,
                reconciliations.reconciliation_id
        ) as discrepancy_rank,
        reconciliations.reconciliation_id,
        reconciliations.kind,
        reconciliations.measure,
        reconciliations.as_of_date,
        actors.actor_name as reported_by,
        locations.location_name as place,
        reconciliations.stated,
        reconciliations.expected,
        reconciliations.difference,
        reconciliations.difference_share,
        reconciliations.explanation,
        observations.quote,
        reconciliations.document_id,
        documents.title,
        documents.outlet,
        documents.source_url,
        documents.source_path,
        reconciliations.previous_document_id,
        previous_documents.source_path as previous_source_path
    from reconciliations
    inner join observations on reconciliations.observation_id = observations.observation_id
    inner join current_documents as documents on reconciliations.document_id = documents.document_id
    left join documents as previous_documents on reconciliations.previous_document_id = previous_documents.document_id
    left join actors on reconciliations.reported_by_actor_id = actors.actor_id
    left join locations on observations.location_id = locations.location_id
)

select * from final
order by discrepancy_rank
