-- What did somebody say of somebody, or do to him? Write your own two names: those of dim_actor.
with

names as (
    select
        'Bashar al-Assad' as one,
        'Vladimir Putin' as other
),

told_by as (
    select
        fct_events.occurrence_id,
        dim_actor.actor_name
    from marts.fct_events
    inner join marts.dim_actor on fct_events.attributed_to_actor_id = dim_actor.actor_id
)

select
    mart_events.event_date,
    case when acting.actor_name is null then 'says' else 'does' end as says_or_does,
    mart_events.event_type,
    mart_events.modality,
    mart_events.report_count as reports,
    mart_events.quote
from names
inner join marts.mart_event_actors as about on names.other = about.actor_name
inner join marts.mart_events on about.occurrence_id = mart_events.occurrence_id
left join marts.mart_event_actors as acting
    on mart_events.occurrence_id = acting.occurrence_id and names.one = acting.actor_name and acting.role <> 'target'
where
    mart_events.is_current
    and (
        acting.actor_name is not null
        or exists (
            select 1
            from told_by
            where told_by.occurrence_id = mart_events.occurrence_id and told_by.actor_name = names.one
        )
    )
order by mart_events.event_date nulls last, mart_events.occurrence_id
