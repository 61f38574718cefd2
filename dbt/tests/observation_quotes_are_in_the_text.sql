{{ config(severity='error', meta={'dagster': {'ref': {'name': 'fct_observations'}}}) }}
select
    facts.observation_id,
    facts.document_id,
    facts.char_start,
    facts.char_end,
    facts.quote,
    case
        when documents.text is null then 'no such document'
        when facts.figure_start < facts.char_start or facts.figure_end > facts.char_end
            then 'the figure is outside the quote'
        else 'the quote is not at its offsets'
    end as fault
from {{ ref('fct_observations') }} as facts
left join {{ ref('documents') }} as documents on facts.document_id = documents.document_id
where
    documents.text is null
    or facts.char_start < 0
    or facts.char_end > length(documents.text)
    or substring(documents.text, facts.char_start + 1, facts.char_end - facts.char_start) <> facts.quote
    or facts.figure_start < facts.char_start
    or facts.figure_end > facts.char_end
    or facts.figure_start >= facts.figure_end
{{ or_a_fault_when_empty('fct_observations') }}
