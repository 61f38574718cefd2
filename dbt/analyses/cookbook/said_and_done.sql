-- Of each kind of event: how much happened, was planned, promised, called for, denied.
select
    fct_events.event_type,
    count(distinct fct_events.occurrence_id) filter (where fct_events.modality = 'happened') as happened,
    count(distinct fct_events.occurrence_id) filter (where fct_events.modality = 'planned') as planned,
    count(distinct fct_events.occurrence_id) filter (where fct_events.modality = 'promised') as promised,
    count(distinct fct_events.occurrence_id) filter (where fct_events.modality = 'called_for') as called_for,
    count(distinct fct_events.occurrence_id) filter (where fct_events.modality = 'denied') as denied
from marts.fct_events
inner join marts.dim_document on fct_events.document_id = dim_document.document_id
where dim_document.is_current
group by fct_events.event_type
order by happened desc, fct_events.event_type
