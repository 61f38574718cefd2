{{ recorded('int_observation_locations', '*') }}
