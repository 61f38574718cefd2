-- How many people came back, and who says so? Running totals and whole days, without the parts that make them up.
select
    fct_observations.as_of_date,
    fct_observations.measure,
    fct_observations.period,
    fct_observations.period_start as counted_since,
    coalesce(fct_observations.value, fct_observations.value_low) as people,
    fct_observations.qualifier,
    dim_location.location_name as place,
    counter.actor_name as counted_by,
    speaker.actor_name as said_by,
    fct_observations.quote
from marts.fct_observations
left join marts.dim_location on fct_observations.location_id = dim_location.location_id
left join marts.dim_actor as counter on fct_observations.reported_by_actor_id = counter.actor_id
left join marts.dim_actor as speaker on fct_observations.attributed_to_actor_id = speaker.actor_id
where
    fct_observations.measure in ('refugees_returned', 'idps_returned')
    and fct_observations.modality = 'happened'
    and fct_observations.is_current
    and coalesce(fct_observations.part_kind, 'total') = 'total'
order by fct_observations.as_of_date desc nulls last, fct_observations.period, people desc nulls last, fct_observations.observation_id
