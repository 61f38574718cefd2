-- Meetings of two countries over time: change the codes.
select
    mart_events.event_date,
    mart_events.place,
    mart_events.participants,
    mart_events.document_count as documents,
    mart_events.quote
from marts.mart_events
where
    mart_events.event_type = 'CONSULT'
    and mart_events.is_current
    and mart_events.modality = 'happened'
    and exists (
        select 1
        from marts.mart_event_actors
        inner join marts.dim_actor on mart_event_actors.actor_id = dim_actor.actor_id
        where mart_event_actors.occurrence_id = mart_events.occurrence_id
        having count(distinct dim_actor.country_iso3) filter (where dim_actor.country_iso3 in ('RUS', 'SYR')) = 2
    )
order by mart_events.event_date nulls last, mart_events.occurrence_id
