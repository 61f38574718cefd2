{{ config(unique_key=['observation_id', 'valid_from']) }}

{{ history_of('fct_observations', 'observation_id', 'int_touched_tellings') }}
