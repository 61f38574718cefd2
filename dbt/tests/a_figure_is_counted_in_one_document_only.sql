{{ config(severity='error', meta={'dagster': {'ref': {'name': 'fct_observations'}}}) }}
-- a figure that several documents tell is one figure: only one of them may be summed
select
    measure,
    as_of_date,
    reported_by_actor_id,
    location_id,
    period,
    count(distinct document_id) as document_count,
    list(distinct document_id order by document_id) as document_ids,
    'countable in several documents' as fault
from {{ ref('fct_observations') }}
where is_countable
group by measure, as_of_date, reported_by_actor_id, location_id, period
having count(distinct document_id) > 1
{{ or_a_fault_when_empty('fct_observations') }}
