{{ recorded('int_actor_mentions') }}
