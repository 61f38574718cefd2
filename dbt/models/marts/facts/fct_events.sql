{{ config(materialized='kept', kept_by='event_id', touched='int_touched_events') }}

with

events as (
    select * from {{ ref('int_recorded_events') }}
    where {{ is_touched('event_id', 'int_touched_events') }}
),

occurrences as (
    select * from {{ ref('int_event_occurrences') }}
    where {{ is_touched('event_id', 'int_touched_events') }}
),

final as (
    select
        events.event_id,
        events.document_id,
        events.event_type,
        events.event_date,
        events.event_date_end,
        events.date_precision,
        events.location_id,
        events.modality,
        events.attributed_to_actor_id,
        occurrences.occurrence_id,
        events.quote,
        events.char_start,
        events.char_end,
        events.coder_version
    from events
    inner join occurrences on events.event_id = occurrences.event_id
)

select * from final
