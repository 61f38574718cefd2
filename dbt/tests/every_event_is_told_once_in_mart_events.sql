{{ config(severity='error', meta={'dagster': {'ref': {'name': 'mart_events'}}}) }}
select
    tellings.occurrence_id as told_occurrence_id,
    events.occurrence_id,
    tellings.report_count as told_reports,
    events.report_count,
    events.event_rows,
    tellings.document_count as told_documents,
    events.document_count
from (
    select
        occurrence_id,
        count(*) as report_count,
        count(distinct document_id) as document_count
    from {{ ref('fct_events') }}
    group by occurrence_id
) as tellings
full outer join (
    select
        occurrence_id,
        count(*) as event_rows,
        sum(report_count) as report_count,
        sum(document_count) as document_count
    from {{ ref('mart_events') }}
    group by occurrence_id
) as events on tellings.occurrence_id = events.occurrence_id
where
    tellings.occurrence_id is null
    or events.occurrence_id is null
    or events.event_rows <> 1
    or tellings.report_count <> events.report_count
    or tellings.document_count <> events.document_count
{{ or_a_fault_when_empty('fct_events') }}
