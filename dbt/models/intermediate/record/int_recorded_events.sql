{{ recorded('int_events') }}
