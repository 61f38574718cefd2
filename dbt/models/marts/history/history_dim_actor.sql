{{ config(unique_key=['actor_id', 'valid_from']) }}

{{ history_of('dim_actor') }}
