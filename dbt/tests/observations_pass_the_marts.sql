{{ config(severity='error', meta={'dagster': {'ref': {'name': 'fct_observations'}}}) }}
-- a join to a dimension or to the tellings must neither lose nor double a figure
select
    observations.observation_id,
    observations.document_id,
    'lost on the way to the mart' as fault
from {{ ref('int_recorded_observations') }} as observations
anti join {{ ref('fct_observations') }} as facts on observations.observation_id = facts.observation_id
union all
select
    facts.observation_id,
    facts.document_id,
    'from no figure' as fault
from {{ ref('fct_observations') }} as facts
anti join {{ ref('int_recorded_observations') }} as observations on facts.observation_id = observations.observation_id
{{ or_a_fault_when_empty('fct_observations') }}
