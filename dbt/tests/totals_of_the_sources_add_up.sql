{{ config(severity='warn', meta={'dagster': {'ref': {'name': 'fct_reconciliations'}}}) }}
-- where the arithmetic is ours it is an error elsewhere; here a source contradicts itself or another
select
    reconciliation_id,
    kind,
    measure,
    as_of_date,
    document_id,
    expected,
    stated,
    difference,
    explanation
from {{ ref('fct_reconciliations') }}
where status = 'open'
