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

documents as (
    select
        document_id,
        is_current,
        duplicate_of_document_id
    from {{ ref('dim_document') }}
),

-- whom a correction took out has no part in what current documents tell
heard as (
    select
        events.*,
        documents.is_current and documents.duplicate_of_document_id is null as is_independent
    from events
    inner join documents on events.document_id = documents.document_id
    qualify documents.is_current or not bool_or(documents.is_current) over (partition by events.occurrence_id)
),

-- who is only named by those who deny it has no part in what the others tell
tellings as (
    select
        event_id,
        occurrence_id,
        is_independent
    from heard
    qualify modality <> 'denied' or not bool_or(modality <> 'denied') over (partition by occurrence_id)
),

roles as (
    select
        tellings.occurrence_id,
        event_actors.actor_id,
        event_actors.role,
        count(*) as report_count,
        count(*) filter (where tellings.is_independent) as independent_report_count
    from tellings
    inner join event_actors on tellings.event_id = event_actors.event_id
    group by tellings.occurrence_id, event_actors.actor_id, event_actors.role
),

main_roles as (
    select
        occurrence_id,
        actor_id,
        role,
        cast(sum(report_count) over (partition by occurrence_id, actor_id) as bigint) as report_count
    from roles
    -- what copies repeat is said once
    qualify row_number() over (
        partition by occurrence_id, actor_id order by independent_report_count desc, roles.report_count desc, role
    ) = 1
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
