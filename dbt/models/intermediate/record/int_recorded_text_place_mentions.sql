{{ recorded('int_text_place_mentions', 'mention_id, document_id, place_text, location_id, location_type, parent_location_id') }}
