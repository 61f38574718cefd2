{{ config(severity='error', meta={'dagster': {'ref': {'name': 'fct_reconciliations'}}}) }}
with

parts as (
    select
        total_observation_id,
        sum(value) as part_sum
    from {{ ref('fct_observations') }}
    where part_kind in ('part', 'subset') and subgroup is null
    group by total_observation_id
)

select
    reconciliations.reconciliation_id,
    reconciliations.expected,
    parts.part_sum,
    'expected is not the sum of the parts' as fault
from {{ ref('fct_reconciliations') }} as reconciliations
left join parts on reconciliations.observation_id = parts.total_observation_id
where
    reconciliations.kind = 'parts_to_total'
    and coalesce(abs(reconciliations.expected - parts.part_sum) > 0.000001, reconciliations.expected is distinct from parts.part_sum)
{{ or_a_fault_when_empty('fct_reconciliations') }}
