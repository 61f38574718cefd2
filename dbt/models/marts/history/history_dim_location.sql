{{ config(unique_key=['location_id', 'valid_from']) }}

{{ history_of('dim_location') }}
