-- What did somebody say of somebody, or do to him? Write your own two names; whom a word means is in dim_actor and dim_actor_role.
select
    fct_events.event_date,
    case when speaker.actor_name = names.one then 'says' else 'does' end as says_or_does,
    fct_events.event_type,
    fct_events.modality,
    dim_document.outlet,
    fct_events.quote
from (select 'Bashar al-Assad' as one, 'Vladimir Putin' as other) as names
inner join marts.dim_actor as one_actor on names.one = one_actor.actor_name
inner join marts.dim_actor as other_actor on names.other = other_actor.actor_name
inner join marts.fct_event_actors as told_of on other_actor.actor_id = told_of.actor_id
inner join marts.fct_events on told_of.event_id = fct_events.event_id
inner join marts.dim_document on fct_events.document_id = dim_document.document_id
left join marts.dim_actor as speaker on fct_events.attributed_to_actor_id = speaker.actor_id
where
    dim_document.is_current
    and (
        speaker.actor_name = names.one
        or exists (
            select 1
            from marts.fct_event_actors as doing
            where
                doing.event_id = fct_events.event_id
                and doing.actor_id = one_actor.actor_id
                and doing.role in ('source', 'participant')
        )
    )
order by fct_events.event_date nulls last, fct_events.event_id
