{{ recorded('int_document_titles', '*') }}
