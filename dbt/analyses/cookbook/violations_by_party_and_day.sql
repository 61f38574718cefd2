-- What each party registered on a day, side by side; "according to Syrian data" is Syria's own count.
select
    fct_observations.as_of_date,
    sum(fct_observations.value) filter (where dim_actor.actor_name like 'Russian%') as russian_count,
    sum(fct_observations.value) filter (where dim_actor.actor_name like 'Turkish%') as turkish_count,
    sum(fct_observations.value) filter (where dim_actor.actor_name = 'Syria') as syrian_count
from marts.fct_observations
inner join marts.dim_actor on fct_observations.reported_by_actor_id = dim_actor.actor_id
where fct_observations.measure = 'ceasefire_violations' and fct_observations.is_countable
group by fct_observations.as_of_date
having count(distinct dim_actor.actor_id) > 1
order by fct_observations.as_of_date
