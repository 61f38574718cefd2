with

events as (
    select
        event_id,
        mention_id
    from {{ ref('int_events') }}
),

speech as (
    select * from {{ ref('int_speech_tellings') }}
),

actors as (
    select
        mention_id,
        actor_id,
        role
    from {{ ref('int_event_mention_actors') }}
    union all
    select
        mention_id,
        speaker_actor_id as actor_id,
        'source' as role
    from {{ ref('int_event_tellings') }}
    where is_speakers_act
    union all
    select
        mention_id,
        speaker_actor_id as actor_id,
        'source' as role
    from speech
    union all
    select
        mention_id,
        target_actor_id as actor_id,
        'target' as role
    from speech
    where target_actor_id is not null
),

final as (
    select
        events.event_id,
        actors.actor_id,
        min(actors.role) as role
    from events
    inner join actors on events.mention_id = actors.mention_id
    group by events.event_id, actors.actor_id
)

select * from final
