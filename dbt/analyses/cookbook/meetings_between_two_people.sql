-- Who met whom, how often, in how many reports? A meeting whose date nobody gives counts as one of its own.
select
    one.actor_name as actor,
    other.actor_name as met,
    count(distinct fct_events.occurrence_id) as meetings,
    count(*) as reports,
    min(fct_events.event_date) as first_dated,
    max(fct_events.event_date) as last_dated
from marts.fct_events
inner join marts.fct_event_actors as one_role on fct_events.event_id = one_role.event_id
inner join marts.fct_event_actors as other_role on fct_events.event_id = other_role.event_id and one_role.actor_id < other_role.actor_id
inner join marts.dim_actor as one on one_role.actor_id = one.actor_id and one.actor_type = 'person'
inner join marts.dim_actor as other on other_role.actor_id = other.actor_id and other.actor_type = 'person'
where fct_events.event_type = 'CONSULT' and fct_events.modality = 'happened'
group by one.actor_name, other.actor_name
order by reports desc, actor, met
