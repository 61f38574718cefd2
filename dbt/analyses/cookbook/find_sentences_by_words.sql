-- Where is it said? Sentences with these words, the best first; quotation marks make a phrase, a minus takes out.
select
    hit,
    score,
    published_date,
    outlet,
    quote,
    document_id,
    char_start
from marts.search('"humanitarian aid" -Russian')
order by hit
