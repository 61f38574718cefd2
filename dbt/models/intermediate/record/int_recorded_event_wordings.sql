{{ recorded('int_event_wordings', '*') }}
