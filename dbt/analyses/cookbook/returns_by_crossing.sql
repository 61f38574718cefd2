-- Who came back by each crossing, by who counted them: days added up, and the last running total that he states.
with

returns as (
    select
        dim_location.location_name as crossing,
        fct_observations.*
    from marts.fct_observations
    inner join marts.dim_location on fct_observations.location_id = dim_location.location_id
    where
        dim_location.location_type = 'crossing'
        and fct_observations.measure in ('refugees_returned', 'idps_returned')
        and fct_observations.modality = 'happened'
        and fct_observations.is_current
),

stated as (
    select * from returns
    where period = 'cumulative' and value is not null
    qualify row_number() over (partition by crossing, measure, reported_by_actor_id order by as_of_date desc nulls last, value desc, observation_id) = 1
),

summed as (
    select
        crossing,
        measure,
        reported_by_actor_id,
        sum(value) filter (where is_countable) as days_added_up,
        first(quote order by as_of_date desc nulls last, observation_id) as latest_quote
    from returns
    group by crossing, measure, reported_by_actor_id
)

select
    summed.crossing,
    summed.measure,
    dim_actor.actor_name as counted_by,
    summed.days_added_up,
    stated.value as stated_total,
    stated.as_of_date as stated_on,
    stated.period_start as counted_from,
    summed.latest_quote
from summed
left join stated
    on
        summed.crossing = stated.crossing
        and summed.measure = stated.measure
        and summed.reported_by_actor_id is not distinct from stated.reported_by_actor_id
left join marts.dim_actor on summed.reported_by_actor_id = dim_actor.actor_id
order by stated_total desc nulls last, summed.crossing, summed.measure, counted_by
