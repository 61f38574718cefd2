{{ config(unique_key=['document_id', 'valid_from']) }}

{{ history_of('dim_document') }}
