{{ recorded('int_place_readings', '* exclude (sentence_id, token_start, token_end)') }}
where reading_count > 1
