{{ config(severity='error', meta={'dagster': {'ref': {'name': 'fct_observations'}}}) }}
with

observations as (
    select * from {{ ref('fct_observations') }}
)

select
    totals.observation_id,
    parts.observation_id as part_observation_id,
    totals.document_id,
    totals.measure,
    totals.value,
    parts.value as part_value,
    'the total and its ' || parts.part_kind || ' are both countable' as fault
from observations as totals
inner join observations as parts on totals.observation_id = parts.total_observation_id
where totals.is_countable and parts.is_countable
{{ or_a_fault_when_empty('fct_observations') }}
