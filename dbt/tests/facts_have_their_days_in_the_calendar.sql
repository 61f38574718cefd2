{{ config(severity='error', meta={'dagster': {'ref': {'name': 'dim_date'}}}) }}
with

used as (
    select published_date as date_day, 'dim_document.published_date' as used_by, document_id from {{ ref('dim_document') }}
    union
    select event_date as date_day, 'fct_events.event_date' as used_by, document_id from {{ ref('fct_events') }}
    union
    select event_date_end as date_day, 'fct_events.event_date_end' as used_by, document_id from {{ ref('fct_events') }}
    union
    select as_of_date as date_day, 'fct_observations.as_of_date' as used_by, document_id from {{ ref('fct_observations') }}
    union
    select period_start as date_day, 'fct_observations.period_start' as used_by, document_id from {{ ref('fct_observations') }}
    union
    select period_end as date_day, 'fct_observations.period_end' as used_by, document_id from {{ ref('fct_observations') }}
    union
    select as_of_date as date_day, 'fct_reconciliations.as_of_date' as used_by, document_id from {{ ref('fct_reconciliations') }}
)

select
    used.date_day,
    used.used_by,
    used.document_id,
    'the day is not in dim_date' as fault
from used
left join {{ ref('dim_date') }} as calendar on used.date_day = calendar.date_day
where used.date_day is not null and calendar.date_day is null
