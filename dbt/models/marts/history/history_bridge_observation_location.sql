{{ config(unique_key=['observation_id', 'location_id', 'valid_from']) }}

{{ history_of('bridge_observation_location') }}
