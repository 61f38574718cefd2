-- Who did what to whom, by kind of relation.
select
    dim_event_type.quad_class,
    one_who_acts.actor_name as source,
    acted_on.actor_name as target,
    string_agg(distinct mart_events.event_type, ', ' order by mart_events.event_type) as acts,
    count(*) as events
from marts.mart_events
inner join marts.dim_event_type on mart_events.event_type = dim_event_type.event_type
inner join marts.mart_event_actors as one_who_acts on mart_events.occurrence_id = one_who_acts.occurrence_id and one_who_acts.role = 'source'
inner join marts.mart_event_actors as acted_on on mart_events.occurrence_id = acted_on.occurrence_id and acted_on.role = 'target'
where mart_events.modality = 'happened' and mart_events.is_current
group by dim_event_type.quad_class, source, target
order by events desc, source, target
limit 50
