{{ config(unique_key=['event_id', 'actor_id', 'valid_from']) }}

{{ history_of('fct_event_actors') }}
