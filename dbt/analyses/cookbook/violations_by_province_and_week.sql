-- Violations by province and week: what each party registered at most, and the share that both registered.
-- Two parties may count the same shots: their counts are not added up. Figures that name no province are left out.
with

by_party as (
    select
        dim_date.iso_year,
        dim_date.iso_week,
        dim_location.admin1_name as province,
        fct_observations.reported_by_actor_id,
        sum(fct_observations.value) as violations
    from marts.fct_observations
    inner join marts.dim_date on fct_observations.as_of_date = dim_date.date_day
    inner join marts.dim_location on fct_observations.location_id = dim_location.location_id
    where
        fct_observations.measure = 'ceasefire_violations'
        and fct_observations.is_countable
        and dim_location.admin1_name is not null
    group by all
)

select
    iso_year,
    iso_week,
    province,
    count(*) as parties_reporting,
    max(violations) as most_registered,
    case when count(*) > 1 then min(violations) else 0 end as registered_by_all,
    round(registered_by_all / nullif(most_registered, 0), 2) as share_by_all
from by_party
group by iso_year, iso_week, province
order by iso_year, iso_week, most_registered desc, province
