-- What could be known on a day from what was published by then, whenever it was loaded.
select
    known.measure,
    count(*) as figures,
    max(known.as_of_date) as latest
from marts.observations_as_known(date '2018-12-31') as known
where known.is_countable
group by known.measure
order by figures desc, known.measure
