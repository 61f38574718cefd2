-- Refugees who came back by each crossing: days added up, and the last running total that a source states.
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
)

select
    crossing,
    measure,
    sum(value) filter (where is_countable) as days_added_up,
    max(value) filter (where period = 'cumulative') as stated_total,
    max(as_of_date) filter (where period = 'cumulative') as stated_on,
    min(period_start) as counted_from,
    arg_max(quote, (as_of_date, observation_id)) as latest_quote
from returns
group by crossing, measure
order by stated_total desc nulls last, crossing, measure
