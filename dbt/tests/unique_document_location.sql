-- One row a place in a document.
select
    document_id,
    location_id
from {{ ref('bridge_document_location') }}
group by document_id, location_id
having count(*) > 1
