{{ recorded('int_text_place_mentions') }}
