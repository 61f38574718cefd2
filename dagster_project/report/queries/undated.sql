-- Current documents that neither text nor metadata date: their figures are in no series. One row a document.
select
    document_id,
    title,
    outlet,
    source_path,
    observation_count,
    event_count
from marts.mart_undated_documents
where is_current
order by observation_count + event_count desc, source_path
limit $undated
