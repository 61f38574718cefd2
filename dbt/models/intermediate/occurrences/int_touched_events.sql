with

final as (
    select event_id from {{ ref('int_recorded_events') }}
    where document_id in (select document_id from {{ ref('int_touched_documents') }})
    union
    select event_id from ({{ replaced_rows('int_event_profiles') }}) as profiles_before
    union
    {{ changed_values('int_event_occurrences', 'event_id', is_touched('event_id', 'int_touched_groups')) }}
)

select * from final
