-- Who met whom, how often, in how many reports? A meeting whose date nobody gives counts as one of its own.
select
    one.actor_name as actor,
    other.actor_name as met,
    count(*) as meetings,
    sum(mart_events.report_count) as reports,
    min(mart_events.event_date) as first_dated,
    max(mart_events.event_date) as last_dated
from marts.mart_events
inner join marts.mart_event_actors as one on mart_events.occurrence_id = one.occurrence_id
inner join marts.mart_event_actors as other on one.occurrence_id = other.occurrence_id and one.actor_id < other.actor_id
where
    mart_events.event_type = 'CONSULT'
    and mart_events.is_current
    and mart_events.modality = 'happened'
    and one.actor_type = 'person'
    and other.actor_type = 'person'
group by one.actor_name, other.actor_name
order by reports desc, actor, met
