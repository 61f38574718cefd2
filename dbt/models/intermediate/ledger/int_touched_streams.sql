with

observations as (
    select
        observation_id,
        document_id,
        measure,
        reported_by_actor_id,
        location_id
    from {{ ref('int_recorded_observations') }}
),

replaced as (
    select * from ({{ replaced_rows('int_recorded_observations') }}) as observations_before
),

retold as (
    {{ changed_values('int_observation_tellings', 'observation_id', is_touched('observation_id', 'int_touched_tellings')) }}
),

documents as (
    select document_id from {{ ref('int_touched_documents') }}
    union
    {{ changed_values('int_document_versions', 'document_id') }}
),

changed as (
    select
        measure,
        reported_by_actor_id,
        location_id
    from replaced
    union
    select
        observations.measure,
        observations.reported_by_actor_id,
        observations.location_id
    from observations
    inner join retold on observations.observation_id = retold.observation_id
    union
    select
        observations.measure,
        observations.reported_by_actor_id,
        observations.location_id
    from observations
    inner join documents on observations.document_id = documents.document_id
),

-- a figure is a daily one, or a running total of what other figures tell daily
flows as (
    select
        measure as flow_measure,
        reported_by_actor_id,
        location_id
    from changed
    union
    select
        pairs.flow_measure,
        changed.reported_by_actor_id,
        changed.location_id
    from changed
    inner join {{ ref('running_totals') }} as pairs on changed.measure = pairs.total_measure
),

-- a total of all places grows by the figure of each
final as (
    select {{ stream_key('flow_measure', 'reported_by_actor_id', 'location_id') }} as stream_key
    from flows
    union
    select {{ stream_key('flow_measure', 'reported_by_actor_id', 'null') }} as stream_key
    from flows
)

select * from final
