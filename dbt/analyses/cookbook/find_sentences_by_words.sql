-- Where is it said? Sentences with these words, the best first; quotation marks make a phrase, a minus (-Russia) takes out.
select
    hit,
    score,
    published_date,
    outlet,
    quote,
    document_id,
    char_start
from marts.search('"cross-border" aid')
order by hit
