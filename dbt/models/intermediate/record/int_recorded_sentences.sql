{{ recorded('int_sentences', '* exclude (sentence_text, quote), quote as sentence_text') }}
