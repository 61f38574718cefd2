{{ config(severity='error', meta={'dagster': {'ref': {'name': 'mart_event_actors'}}}) }}
with

cast_of_events as (
    select * from {{ ref('mart_event_actors') }}
),

told as (
    select distinct
        events.occurrence_id,
        event_actors.actor_id,
        event_actors.role
    from {{ ref('fct_event_actors') }} as event_actors
    inner join {{ ref('fct_events') }} as events on event_actors.event_id = events.event_id
),

actors as (
    select * from {{ ref('dim_actor') }}
)

select
    cast_of_events.occurrence_id,
    cast_of_events.actor_id,
    cast_of_events.actor_name,
    cast_of_events.role,
    case
        when told.actor_id is null then 'no telling names it in this role'
        else 'its name is not that of dim_actor'
    end as fault
from cast_of_events
left join told
    on
        cast_of_events.occurrence_id = told.occurrence_id
        and cast_of_events.actor_id = told.actor_id
        and cast_of_events.role = told.role
left join actors on cast_of_events.actor_id = actors.actor_id
where told.actor_id is null or cast_of_events.actor_name is distinct from actors.actor_name
