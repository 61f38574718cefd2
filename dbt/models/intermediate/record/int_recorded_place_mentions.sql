{{ recorded('int_place_mentions', 'mention_id, sentence_id, document_id, char_start, char_end, location_id') }}
