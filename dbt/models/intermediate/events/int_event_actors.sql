with

events as (
    select
        event_id,
        mention_id
    from {{ ref('int_events') }}
),

actors as (
    select * from {{ ref('int_event_mention_actors') }}
),

final as (
    select
        events.event_id,
        actors.actor_id,
        actors.role
    from events
    inner join actors on events.mention_id = actors.mention_id
)

select * from final
