-- Who did what to whom, by kind of relation.
select
    dim_event_type.quad_class,
    source.actor_name as source,
    target.actor_name as target,
    count(distinct fct_events.occurrence_id) as events
from marts.fct_events
inner join marts.dim_event_type on fct_events.event_type = dim_event_type.event_type
inner join marts.fct_event_actors as source_role on fct_events.event_id = source_role.event_id and source_role.role = 'source'
inner join marts.fct_event_actors as target_role on fct_events.event_id = target_role.event_id and target_role.role = 'target'
inner join marts.dim_actor as source on source_role.actor_id = source.actor_id
inner join marts.dim_actor as target on target_role.actor_id = target.actor_id
where fct_events.modality = 'happened'
group by all
order by events desc, source, target
limit 50
