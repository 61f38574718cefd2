-- Events that several documents tell, with how many of them are independent.
select
    mart_events.event_date,
    mart_events.event_type,
    mart_events.place,
    mart_events.document_count,
    mart_events.outlet_count,
    mart_events.independent_report_count,
    mart_events.first_outlet,
    mart_events.quote
from marts.mart_events
where mart_events.document_count > 1 and mart_events.is_current
order by mart_events.outlet_count desc, mart_events.document_count desc, mart_events.occurrence_id
