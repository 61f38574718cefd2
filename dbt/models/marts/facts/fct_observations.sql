{{ config(materialized='kept', kept_by='observation_id', touched='int_touched_tellings') }}

with

observations as (
    select * from {{ ref('int_recorded_observations') }}
    where {{ is_touched('observation_id', 'int_touched_tellings') }}
),

tellings as (
    select * from {{ ref('int_observation_tellings') }}
    where {{ is_touched('observation_id', 'int_touched_tellings') }}
),

final as (
    select
        observations.observation_id,
        observations.document_id,
        observations.measure,
        observations.subject,
        observations.value,
        observations.value_low,
        observations.value_high,
        observations.qualifier,
        observations.unit,
        observations.currency,
        observations.period,
        observations.as_of_date,
        observations.period_start,
        observations.period_end,
        observations.location_id,
        observations.reported_by_actor_id,
        observations.attributed_to_actor_id,
        observations.said_on,
        observations.modality,
        observations.part_kind,
        observations.total_observation_id,
        observations.subgroup,
        tellings.restates_observation_id,
        tellings.is_countable,
        tellings.is_current,
        observations.rule_id,
        observations.quote,
        observations.char_start,
        observations.char_end,
        observations.figure_start,
        observations.figure_end,
        observations.coder_version
    from observations
    inner join tellings on observations.observation_id = tellings.observation_id
)

select * from final
