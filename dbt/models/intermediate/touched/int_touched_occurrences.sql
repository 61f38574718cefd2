with

events as (
    select
        events.event_id,
        events.document_id,
        events.location_id,
        occurrences.occurrence_id
    from {{ ref('int_recorded_events') }} as events
    inner join {{ ref('int_event_occurrences') }} as occurrences on events.event_id = occurrences.event_id
),

event_actors as (
    select
        event_id,
        actor_id
    from {{ ref('int_recorded_event_actors') }}
),

locations as (
    select
        location_id,
        parent_location_id,
        country_iso3
    from {{ ref('int_locations') }}
),

changed_events as (
    {{ changed_rows('fct_events', ['occurrence_id']) }}
),

changed_links as (
    {{ changed_values('int_event_links', 'event_id', is_touched('document_pair', 'int_touched_comparisons')) }}
),

changed_event_actors as (
    {{ changed_rows('fct_event_actors', ['event_id']) }}
),

changed_documents as (
    {{ changed_rows('dim_document', ['document_id']) }}
),

changed_actors as (
    {{ changed_rows('dim_actor', ['actor_id']) }}
),

changed_locations as (
    {{ changed_rows('dim_location', ['location_id', 'location_type', 'country_iso3']) }}
),

-- an event is told with the names of what its place lies in
named_locations as (
    select location_id from changed_locations
    union
    select locations.location_id
    from locations
    inner join changed_locations on locations.parent_location_id = changed_locations.location_id
    union
    select locations.location_id
    from locations
    inner join changed_locations
        on locations.country_iso3 = changed_locations.country_iso3 and changed_locations.location_type = 'country'
),

final as (
    select occurrence_id from changed_events
    union
    select events.occurrence_id
    from events
    inner join changed_links on events.event_id = changed_links.event_id
    union
    select events.occurrence_id
    from events
    inner join changed_event_actors on events.event_id = changed_event_actors.event_id
    union
    select events.occurrence_id
    from events
    inner join changed_documents on events.document_id = changed_documents.document_id
    union
    select events.occurrence_id
    from events
    inner join named_locations on events.location_id = named_locations.location_id
    union
    select events.occurrence_id
    from events
    inner join event_actors on events.event_id = event_actors.event_id
    inner join changed_actors on event_actors.actor_id = changed_actors.actor_id
)

select * from final
