-- People killed and injured, with who counted and who says so.
select
    fct_observations.as_of_date,
    fct_observations.measure,
    coalesce(fct_observations.value, fct_observations.value_low) as people,
    fct_observations.qualifier,
    dim_location.location_name,
    counter.actor_name as counted_by,
    speaker.actor_name as said_by,
    fct_observations.quote
from marts.fct_observations
left join marts.dim_location on fct_observations.location_id = dim_location.location_id
left join marts.dim_actor as counter on fct_observations.reported_by_actor_id = counter.actor_id
left join marts.dim_actor as speaker on fct_observations.attributed_to_actor_id = speaker.actor_id
where fct_observations.measure in ('people_killed', 'people_injured') and fct_observations.is_current
order by fct_observations.as_of_date nulls last, fct_observations.observation_id
