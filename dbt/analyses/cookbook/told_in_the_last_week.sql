-- What was told in documents of the last week of the holdings.
select
    dim_document.published_date,
    dim_document.outlet,
    dim_document.title,
    count(distinct fct_events.event_id) as events,
    count(distinct fct_observations.observation_id) as figures
from marts.dim_document
left join marts.fct_events on dim_document.document_id = fct_events.document_id
left join marts.fct_observations on dim_document.document_id = fct_observations.document_id
where
    dim_document.is_current
    and dim_document.published_date > (select max(newest.published_date) - interval 7 days from marts.dim_document as newest)
group by all
order by dim_document.published_date desc, dim_document.title
