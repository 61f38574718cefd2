{{ config(remembered=true) }}

{{ recorded('int_observations', '*, ' ~ coder_version() ~ ' as coder_version') }}
