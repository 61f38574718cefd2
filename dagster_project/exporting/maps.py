"""What has a place on a map: events and observations, each with what a reader of the map asks.

Of current documents alone: nothing on a map tells what a correction put right.
"""

_DOCUMENT = """
    documents.outlet, documents.title, documents.published_date, documents.source_url,
    facts.document_id, facts.quote, facts.char_start, facts.char_end"""
NEEDED = frozenset(
    {
        *("fct_events", "fct_event_actors", "fct_observations", "bridge_observation_location"),
        *("dim_location", "dim_document", "dim_actor", "dim_measure"),
    }
)

EVENTS = f"""
with parties as (
    select
        event_id,
        list(actor_name order by actor_name) filter (where role = 'source') as sources,
        list(actor_name order by actor_name) filter (where role = 'target') as targets,
        list(actor_name order by actor_name) filter (where role = 'participant') as participants
    from marts.fct_event_actors
    join marts.dim_actor using (actor_id)
    group by event_id
)
select
    facts.event_id as id,
    [{{'longitude': places.longitude, 'latitude': places.latitude}}] as points,
    facts.event_id, facts.occurrence_id, facts.event_type, facts.modality,
    facts.event_date, facts.event_date_end, facts.date_precision,
    parties.sources, parties.targets, parties.participants,
    places.location_id, places.location_name, places.location_type, places.admin1_name,
    places.country_iso3, places.coordinate_precision,{_DOCUMENT}
from marts.fct_events as facts
join marts.dim_location as places using (location_id)
join marts.dim_document as documents using (document_id)
left join parties using (event_id)
where places.longitude is not null and places.latitude is not null and documents.is_current
order by facts.event_id"""

# Places that share one figure make one feature: three points of it would be three figures.
OBSERVATIONS = f"""
with mentioned as (
    select observation_id, location_id from marts.fct_observations where location_id is not null
    union
    select observation_id, location_id from marts.bridge_observation_location
),
placed as (
    select
        observation_id,
        list({{'longitude': longitude, 'latitude': latitude}} order by location_id) as points,
        list(location_name order by location_id) as places,
        list(location_id order by location_id) as location_ids,
        bool_and(coordinate_precision = 'exact') as is_exact
    from mentioned
    join marts.dim_location using (location_id)
    group by observation_id
    having bool_and(longitude is not null and latitude is not null)
)
select
    facts.observation_id as id, placed.points,
    facts.observation_id, facts.measure, measures.description as measure_description,
    facts.subject, facts.value, facts.value_low, facts.value_high, facts.qualifier, facts.unit,
    facts.currency, facts.period, facts.as_of_date, facts.period_start, facts.period_end,
    facts.modality, facts.part_kind, facts.is_countable,
    reporters.actor_name as reported_by, speakers.actor_name as attributed_to,
    placed.places, placed.location_ids, placed.is_exact,{_DOCUMENT}
from marts.fct_observations as facts
join placed using (observation_id)
join marts.dim_measure as measures using (measure)
join marts.dim_document as documents using (document_id)
left join marts.dim_actor as reporters on facts.reported_by_actor_id = reporters.actor_id
left join marts.dim_actor as speakers on facts.attributed_to_actor_id = speakers.actor_id
where facts.is_current
order by facts.observation_id"""
