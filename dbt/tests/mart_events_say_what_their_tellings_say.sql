{{ config(severity='error', meta={'dagster': {'ref': {'name': 'mart_events'}}}) }}
with

events as (
    select * from {{ ref('mart_events') }}
),

tellings as (
    select * from {{ ref('fct_events') }}
),

locations as (
    select * from {{ ref('dim_location') }}
),

parties as (
    select
        occurrence_id,
        string_agg(actor_name, ', ' order by actor_name) filter (where role = 'source') as sources,
        string_agg(actor_name, ', ' order by actor_name) filter (where role = 'target') as targets,
        string_agg(actor_name, ', ' order by actor_name) filter (where role = 'participant') as participants
    from {{ ref('mart_event_actors') }}
    group by occurrence_id
),

told as (
    select
        occurrence_id,
        list(event_date) as event_dates,
        list(event_type) as event_types,
        list(location_id) as location_ids
    from tellings
    group by occurrence_id
)

select
    events.occurrence_id,
    case
        when not coalesce(events.event_date is null or list_contains(told.event_dates, events.event_date), false) then 'no telling has this day'
        when not coalesce(list_contains(told.event_types, events.event_type), false) then 'no telling has this type'
        when not coalesce(events.location_id is null or list_contains(told.location_ids, events.location_id), false)
            then 'no telling has this place'
        when (events.place is distinct from locations.location_name) or (events.admin1_name is distinct from locations.admin1_name)
            then 'the place is not that of dim_location'
        when
            (events.sources is distinct from parties.sources)
            or (events.targets is distinct from parties.targets)
            or (events.participants is distinct from parties.participants)
            then 'who is named is not in mart_event_actors'
    end as fault,
    events.event_type,
    events.event_date,
    events.place,
    events.sources,
    events.targets,
    events.participants,
    events.quote
from events
left join told on events.occurrence_id = told.occurrence_id
left join locations on events.location_id = locations.location_id
left join parties on events.occurrence_id = parties.occurrence_id
where fault is not null
