{{ recorded('int_document_dates') }}
