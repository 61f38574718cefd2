{{ config(unique_key=['event_id', 'valid_from']) }}

{{ history_of('fct_events', 'event_id', 'int_touched_events') }}
