{{ recorded('int_sentences') }}
