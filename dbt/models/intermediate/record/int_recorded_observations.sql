{{ config(remembered=true) }}

{{ recorded('int_observations') }}
