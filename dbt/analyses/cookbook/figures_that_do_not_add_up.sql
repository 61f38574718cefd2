-- Which stated totals do not add up, the worst first, with the sentence.
select
    mart_discrepancies.as_of_date,
    mart_discrepancies.kind,
    mart_discrepancies.measure,
    mart_discrepancies.difference,
    mart_discrepancies.explanation,
    mart_discrepancies.quote,
    mart_discrepancies.source_path
from marts.mart_discrepancies
order by mart_discrepancies.discrepancy_rank
