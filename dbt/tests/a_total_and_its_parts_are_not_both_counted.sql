{{ config(severity='error', meta={'dagster': {'ref': {'name': 'fct_observations'}}}) }}
with recursive

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

-- each figure with its total, the total of that, and so on; ten deep, should a chain bite its tail
chains as (
    select
        observation_id,
        total_observation_id,
        1 as depth
    from steps
    union all
    select
        chains.observation_id,
        steps.total_observation_id,
        chains.depth + 1 as depth
    from chains
    inner join steps on chains.total_observation_id = steps.observation_id
    where chains.depth < 10
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
