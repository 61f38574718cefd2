-- Violations by province and week, and how many parties registered any there that week.
select
    dim_date.iso_year,
    dim_date.iso_week,
    dim_location.admin1_name as province,
    sum(fct_observations.value) as violations,
    count(distinct fct_observations.reported_by_actor_id) as parties_reporting
from marts.fct_observations
inner join marts.dim_date on fct_observations.as_of_date = dim_date.date_day
inner join marts.dim_location on fct_observations.location_id = dim_location.location_id
where fct_observations.measure = 'ceasefire_violations' and fct_observations.is_countable
group by dim_date.iso_year, dim_date.iso_week, dim_location.admin1_name
order by dim_date.iso_year, dim_date.iso_week, violations desc
