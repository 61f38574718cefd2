{{ config(materialized='kept', kept_by='occurrence_id', touched='int_touched_occurrences') }}

with

events as (
    select * from {{ ref('fct_events') }}
    where {{ is_touched('occurrence_id', 'int_touched_occurrences') }}
),

event_actors as (
    select * from {{ ref('fct_event_actors') }}
),

actors as (
    select
        actor_id,
        actor_name,
        actor_type
    from {{ ref('dim_actor') }}
),

roles as (
    select
        events.occurrence_id,
        event_actors.actor_id,
        event_actors.role,
        count(*) as report_count
    from events
    inner join event_actors on events.event_id = event_actors.event_id
    group by events.occurrence_id, event_actors.actor_id, event_actors.role
),

main_roles as (
    select
        occurrence_id,
        actor_id,
        role,
        cast(sum(report_count) over (partition by occurrence_id, actor_id) as bigint) as report_count
    from roles
    qualify row_number() over (partition by occurrence_id, actor_id order by roles.report_count desc, role) = 1
),

final as (
    select
        main_roles.occurrence_id,
        main_roles.actor_id,
        actors.actor_name,
        actors.actor_type,
        main_roles.role,
        main_roles.report_count
    from main_roles
    inner join actors on main_roles.actor_id = actors.actor_id
)

select * from final
