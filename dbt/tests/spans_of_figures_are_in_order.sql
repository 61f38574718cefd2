{{ config(severity='error', meta={'dagster': {'ref': {'name': 'fct_observations'}}}) }}
select
    document_id,
    observation_id,
    period_start,
    period_end,
    quote
from {{ ref('fct_observations') }}
where period_start > period_end
