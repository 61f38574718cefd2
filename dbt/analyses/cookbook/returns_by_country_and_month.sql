-- Refugees returned from each country, by month.
select
    cast(date_trunc('month', fct_observations.as_of_date) as date) as month,
    coalesce(dim_location.location_name, 'not divided') as returned_from,
    sum(fct_observations.value) as people
from marts.fct_observations
left join marts.dim_location on fct_observations.location_id = dim_location.location_id
where fct_observations.measure = 'refugees_returned' and fct_observations.is_countable
group by month, returned_from
order by month, people desc
