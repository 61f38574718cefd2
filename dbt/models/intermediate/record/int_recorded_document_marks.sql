{{ recorded('int_document_marks', '*') }}
