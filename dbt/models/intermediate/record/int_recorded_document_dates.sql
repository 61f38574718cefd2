{{ recorded('int_document_dates', 'document_id, published_date, date_basis') }}
