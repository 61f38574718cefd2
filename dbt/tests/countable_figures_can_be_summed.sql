{{ config(severity='error', meta={'dagster': {'ref': {'name': 'fct_observations'}}}) }}
select
    observations.observation_id,
    observations.document_id,
    observations.measure,
    observations.value,
    case
        when observations.value is null then 'it has no value'
        when observations.as_of_date is null then 'it has no day'
        when observations.modality <> 'happened' then 'it did not happen'
        when observations.period = 'cumulative' then 'it is a running total'
        when observations.part_kind = 'subset' then 'it is in the figure beside it'
        when observations.restates_observation_id is not null then 'it was told before'
        when not observations.is_current then 'its document was replaced'
        when documents.duplicate_of_document_id is not null then 'its document repeats another'
        when measures.additivity = 'non_additive' then 'its measure is never summed'
    end as fault
from {{ ref('fct_observations') }} as observations
inner join {{ ref('dim_document') }} as documents on observations.document_id = documents.document_id
inner join {{ ref('dim_measure') }} as measures on observations.measure = measures.measure
where observations.is_countable and fault is not null
{{ or_a_fault_when_empty('fct_observations') }}
