{{ config(severity='error', meta={'dagster': {'ref': {'name': 'fct_observations'}}}) }}
-- a figure that several documents tell is one figure: only one of them may be summed
select distinct
    measure,
    as_of_date,
    reported_by_actor_id,
    location_id,
    currency,
    period,
    document_id,
    'countable in several documents' as fault
from {{ ref('fct_observations') }}
where is_countable
window of_a_figure as (partition by measure, as_of_date, reported_by_actor_id, location_id, currency, period)
qualify min(document_id) over of_a_figure <> max(document_id) over of_a_figure
{{ or_a_fault_when_empty('fct_observations') }}
