{{ recorded('int_actor_mentions', 'mention_id, document_id, char_start, char_end, actor_id, is_locative') }}
