select {{ sentence_key('sentence_id') }} as sentence_key
from {{ ref('int_recorded_sentences') }}
where document_id in (select document_id from {{ ref('int_touched_documents') }})
