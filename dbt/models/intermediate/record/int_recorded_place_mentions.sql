{{ recorded('int_place_mentions') }}
