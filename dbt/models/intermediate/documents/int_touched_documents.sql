select document_id from {{ ref('stg_reading_list') }}
