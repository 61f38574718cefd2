{{ config(severity='error', meta={'dagster': {'ref': {'name': 'fct_events'}}}) }}
select
    facts.event_id,
    facts.document_id,
    facts.char_start,
    facts.char_end,
    facts.quote,
    case when documents.text is null then 'no such document' else 'the quote is not at its offsets' end as fault
from {{ ref('fct_events') }} as facts
left join {{ ref('documents') }} as documents on facts.document_id = documents.document_id
where
    documents.text is null
    or facts.char_start < 0
    or facts.char_end > length(documents.text)
    or substring(documents.text, facts.char_start + 1, facts.char_end - facts.char_start) <> facts.quote
{{ or_a_fault_when_empty('fct_events') }}
