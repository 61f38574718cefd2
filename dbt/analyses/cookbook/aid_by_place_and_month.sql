-- Tons of aid delivered, by province (where the source names no province, by the wider place that it names) and month.
select
    cast(date_trunc('month', fct_observations.as_of_date) as date) as month,
    coalesce(dim_location.admin1_name, dim_location.location_name, 'no place, or several') as province,
    sum(fct_observations.value) as tons,
    count(*) as figures
from marts.fct_observations
left join marts.dim_location on fct_observations.location_id = dim_location.location_id
where fct_observations.measure = 'aid_delivered' and fct_observations.is_countable
group by month, province
order by month, tons desc
