{{ recorded('int_document_sketches') }}
