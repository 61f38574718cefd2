{{ config(remembered=true) }}

{{ recorded('int_document_sketches', '*') }}
