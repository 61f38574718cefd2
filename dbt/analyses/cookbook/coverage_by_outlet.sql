-- What each outlet brings: documents, days, events and figures.
select
    coalesce(dim_document.outlet, 'not stated') as outlet,
    dim_document.language,
    count(distinct dim_document.document_id) as documents,
    min(dim_document.published_date) as first_day,
    max(dim_document.published_date) as last_day,
    count(distinct fct_events.event_id) as events,
    count(distinct fct_observations.observation_id) as figures
from marts.dim_document
left join marts.fct_events on dim_document.document_id = fct_events.document_id
left join marts.fct_observations on dim_document.document_id = fct_observations.document_id
where dim_document.is_current
group by outlet, dim_document.language
order by documents desc, outlet
