{{ recorded('int_sentences', '* exclude (sentence_text, quote, document_kind, language, line_number), quote as sentence_text') }}
