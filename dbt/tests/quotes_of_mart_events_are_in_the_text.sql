{{ config(severity='error', meta={'dagster': {'ref': {'name': 'mart_events'}}}) }}
select
    events.occurrence_id,
    events.quote_document_id as document_id,
    events.quote
from {{ ref('mart_events') }} as events
left join {{ ref('fct_events') }} as tellings
    on
        events.quote_event_id = tellings.event_id
        and events.occurrence_id = tellings.occurrence_id
        and events.quote_document_id = tellings.document_id
        and events.quote = tellings.quote
        and events.char_start = tellings.char_start
        and events.char_end = tellings.char_end
        and events.modality = tellings.modality
where tellings.event_id is null
