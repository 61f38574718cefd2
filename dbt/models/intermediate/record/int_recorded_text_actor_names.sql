{{ recorded('int_text_actor_names', '*') }}
