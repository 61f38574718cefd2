-- How many came back by each crossing in a month, by who counted them: days added up, and the last running total of the month.
with

returns as (
    select
        cast(date_trunc('month', fct_observations.as_of_date) as date) as month,
        dim_location.location_name as crossing,
        fct_observations.*
    from marts.fct_observations
    inner join marts.dim_location on fct_observations.location_id = dim_location.location_id
    where
        dim_location.location_type = 'crossing'
        and fct_observations.measure in ('refugees_returned', 'idps_returned')
        and fct_observations.modality = 'happened'
        and fct_observations.is_current
        and fct_observations.as_of_date is not null
),

summed as (
    select
        month,
        crossing,
        measure,
        reported_by_actor_id,
        sum(value) filter (where is_countable) as days_added_up,
        count(distinct as_of_date) filter (where is_countable) as days_told
    from returns
    group by month, crossing, measure, reported_by_actor_id
),

-- of totals that count from different days the one that goes back farthest
stated as (
    select * from returns
    where period = 'cumulative' and value is not null
    qualify row_number() over (
        partition by month, crossing, measure, reported_by_actor_id
        order by as_of_date desc, period_start asc nulls last, value desc, observation_id
    ) = 1
)

select
    summed.month,
    summed.crossing,
    summed.measure,
    dim_actor.actor_name as counted_by,
    summed.days_added_up,
    summed.days_told,
    stated.value as stated_total,
    stated.as_of_date as stated_on,
    stated.period_start as counted_from,
    -- since the last month in which a total from the same day was stated
    stated.value - lag(stated.value) over (
        partition by summed.crossing, summed.measure, summed.reported_by_actor_id, stated.period_start
        order by stated.as_of_date nulls first
    ) as more_than_before
from summed
left join stated
    on
        summed.month = stated.month
        and summed.crossing = stated.crossing
        and summed.measure = stated.measure
        and summed.reported_by_actor_id is not distinct from stated.reported_by_actor_id
left join marts.dim_actor on summed.reported_by_actor_id = dim_actor.actor_id
-- a part of a day's figure that is counted elsewhere adds nothing here
where summed.days_added_up is not null or stated.value is not null
order by summed.crossing, summed.measure, summed.month, counted_by
