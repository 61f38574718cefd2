{{ recorded('int_date_mentions', 'mention_id, document_id, char_start, char_end, date_text, date_start, date_end') }}
