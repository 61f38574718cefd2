-- Current documents by day and by who published them: bulletins by series too. One row a kind, series, outlet and day.
select
    document_kind,
    series,
    outlet,
    published_date as day,
    count(*) as documents
from marts.dim_document
where is_current
group by all
order by day desc nulls last, document_kind, series nulls first, outlet nulls first
limit $coverage
