-- Documents that the page quotes. One row a document.
select
    document_id,
    document_kind,
    series,
    title,
    outlet,
    source_url,
    source_path,
    published_date,
    language
from marts.dim_document
where document_id in (select unnest($document_ids))
