-- From any figure back to its sentence and document.
select
    fct_observations.measure,
    fct_observations.value,
    substr(documents.text, fct_observations.char_start + 1, fct_observations.char_end - fct_observations.char_start) as sentence,
    dim_document.title,
    dim_document.source_url
from marts.fct_observations
inner join marts.documents on fct_observations.document_id = documents.document_id
inner join marts.dim_document on fct_observations.document_id = dim_document.document_id
where fct_observations.measure = 'aid_delivered'
order by fct_observations.as_of_date, fct_observations.observation_id
