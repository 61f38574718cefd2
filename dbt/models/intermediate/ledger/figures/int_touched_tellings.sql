with

observations as (
    select
        observation_id,
        document_id,
        measure,
        as_of_date,
        coalesce(reported_by_actor_id, '') as reporter_key
    from {{ ref('int_recorded_observations') }}
),

replaced as (
    select
        observation_id,
        measure,
        as_of_date,
        coalesce(reported_by_actor_id, '') as reporter_key
    from ({{ replaced_rows('int_recorded_observations') }}) as observations_before
),

-- a document stands otherwise when another comes or goes that it copies, corrects or retells
touched_documents as (
    select document_id from {{ ref('int_touched_documents') }}
    union
    {{ changed_values('int_document_versions', 'document_id') }}
),

own as (
    select observations.*
    from observations
    inner join touched_documents on observations.document_id = touched_documents.document_id
),

touched_days as (
    select
        measure,
        as_of_date,
        reporter_key
    from own
    union
    select
        measure,
        as_of_date,
        reporter_key
    from replaced
),

final as (
    select observations.observation_id
    from observations
    inner join touched_days
        on
            observations.measure = touched_days.measure
            and observations.as_of_date = touched_days.as_of_date
            and observations.reporter_key = touched_days.reporter_key
    union
    select observation_id from own
    union
    select observation_id from replaced
)

select * from final
