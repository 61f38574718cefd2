-- What is told of a place and of all that lies in it? Write your own name: that of dim_location. Events and figures, the latest first.
with recursive

places as (
    select location_id
    from marts.dim_location
    where location_name = 'Idlib Governorate'
    union
    select dim_location.location_id
    from marts.dim_location
    inner join places on dim_location.parent_location_id = places.location_id
),

-- a figure that several places share is told of each of them
figures_there as (
    select
        placed.observation_id,
        string_agg(dim_location.location_name, ', ' order by dim_location.location_name) as place
    from (
        select
            observation_id,
            location_id
        from marts.fct_observations
        where location_id is not null
        union
        select
            observation_id,
            location_id
        from marts.bridge_observation_location
    ) as placed
    inner join marts.dim_location on placed.location_id = dim_location.location_id
    where placed.location_id in (select places.location_id from places)
    group by placed.observation_id
)

select
    mart_events.event_date as day,
    'event' as what,
    mart_events.event_type as kind,
    mart_events.modality,
    mart_events.place,
    concat_ws(', ', mart_events.sources, mart_events.participants) as who,
    null as figure,
    null as unit,
    mart_events.quote,
    mart_events.quote_document_id as document_id
from marts.mart_events
where mart_events.location_id in (select places.location_id from places) and mart_events.is_current
union all
select
    fct_observations.as_of_date as day,
    'figure' as what,
    fct_observations.measure as kind,
    fct_observations.modality,
    figures_there.place,
    coalesce(counter.actor_name, speaker.actor_name) as who,
    coalesce(fct_observations.value, fct_observations.value_low, fct_observations.value_high) as figure,
    coalesce(fct_observations.currency, fct_observations.unit) as unit,
    fct_observations.quote,
    fct_observations.document_id
from marts.fct_observations
inner join figures_there on fct_observations.observation_id = figures_there.observation_id
left join marts.dim_actor as counter on fct_observations.reported_by_actor_id = counter.actor_id
left join marts.dim_actor as speaker on fct_observations.attributed_to_actor_id = speaker.actor_id
where fct_observations.is_current
order by day desc nulls last, what, kind, document_id, quote, figure
