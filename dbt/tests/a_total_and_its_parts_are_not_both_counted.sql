{{ config(severity='error', meta={'dagster': {'ref': {'name': 'fct_observations'}}}) }}
with

observations as (
    select * from {{ ref('fct_observations') }}
),

steps as (
    select
        observation_id,
        total_observation_id
    from observations
    where total_observation_id is not null
),

-- each figure with its total, the total of that, and the total of that
chains as (
    select
        steps.observation_id,
        unnest([steps.total_observation_id, second.total_observation_id, third.total_observation_id])
            as total_observation_id
    from steps
    left join steps as second on steps.total_observation_id = second.observation_id
    left join steps as third on second.total_observation_id = third.observation_id
)

select
    totals.observation_id,
    parts.observation_id as part_observation_id,
    totals.document_id,
    totals.measure,
    totals.value,
    parts.value as part_value,
    'the total and its ' || parts.part_kind || ' are both countable' as fault
from chains
inner join observations as totals on chains.total_observation_id = totals.observation_id
inner join observations as parts on chains.observation_id = parts.observation_id
where totals.is_countable and parts.is_countable and totals.measure = parts.measure
{{ or_a_fault_when_empty('fct_observations') }}
