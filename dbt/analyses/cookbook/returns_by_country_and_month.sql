-- Refugees returned from each country, by month and who counted them: two who count the same people are not added up.
select
    cast(date_trunc('month', fct_observations.as_of_date) as date) as month,
    coalesce(dim_location.location_name, 'not divided') as returned_from,
    dim_actor.actor_name as counted_by,
    sum(fct_observations.value) as people,
    count(distinct fct_observations.as_of_date) as days_told
from marts.fct_observations
left join marts.dim_location on fct_observations.location_id = dim_location.location_id
left join marts.dim_actor on fct_observations.reported_by_actor_id = dim_actor.actor_id
where fct_observations.measure = 'refugees_returned' and fct_observations.is_countable
group by month, returned_from, counted_by
order by month, people desc, returned_from, counted_by
