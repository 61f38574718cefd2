{{ recorded('int_observations') }}
