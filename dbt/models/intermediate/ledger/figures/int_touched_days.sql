with

observations as (
    select
        observation_id,
        measure,
        coalesce(reported_by_actor_id, '') as reporter_key,
        as_of_date
    from {{ ref('int_recorded_observations') }}
),

replaced as (
    select
        measure,
        coalesce(reported_by_actor_id, '') as reporter_key,
        as_of_date
    from ({{ replaced_rows('int_recorded_observations') }}) as observations_before
),

final as (
    select
        observations.measure,
        observations.reporter_key,
        observations.as_of_date
    from observations
    inner join {{ ref('int_touched_tellings') }} as touched on observations.observation_id = touched.observation_id
    where observations.as_of_date is not null
    union
    select
        measure,
        reporter_key,
        as_of_date
    from replaced
    where as_of_date is not null
)

select * from final
