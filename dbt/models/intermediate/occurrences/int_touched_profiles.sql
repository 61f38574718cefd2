with

locations as (
    select
        location_id,
        parent_location_id
    from {{ ref('int_locations') }}
),

changed_locations as (
    {{ changed_values('int_locations', 'location_id') }}
),

changed_actors as (
    {{ changed_values('int_text_actors', 'actor_id') }}
),

-- a place is compared with what it lies in, and that with what it lies in
around as (
    select location_id from changed_locations
    union
    select locations.location_id
    from locations
    inner join changed_locations on locations.parent_location_id = changed_locations.location_id
),

within as (
    select location_id from around
    union
    select locations.location_id
    from locations
    inner join around on locations.parent_location_id = around.location_id
),

final as (
    select document_id from {{ ref('int_touched_documents') }}
    union
    select document_id from {{ ref('int_recorded_events') }}
    where location_id in (select location_id from within)
    union
    -- whether what its words name is a settlement
    select document_id from {{ ref('int_recorded_place_mentions') }}
    where location_id in (select location_id from changed_locations)
    union
    select document_id from {{ ref('int_recorded_event_actors') }}
    where actor_id in (select actor_id from changed_actors)
)

select * from final
