-- The latest figures of current documents, each with its sentence. A figure that no text dates stands on its document's
-- day; one of a copy is left out, since the original tells it. One row a figure.
with

places as (
    select
        observation_id,
        list(location_id order by location_id) as location_ids
    from marts.bridge_observation_location
    group by observation_id
),

calendar as (
    select
        o.*,
        coalesce(o.as_of_date, d.published_date) as day
    from marts.fct_observations as o
    inner join marts.dim_document as d using (document_id)
    where o.is_current and d.duplicate_of_document_id is null
)

select
    c.measure,
    c.day,
    c.as_of_date is not null as is_dated,
    c.subject,
    c.value,
    c.value_low,
    c.value_high,
    c.qualifier,
    coalesce(c.currency, c.unit) as unit,
    c.period,
    c.modality,
    c.is_countable,
    case when c.location_id is not null then [c.location_id] else p.location_ids end as location_ids,
    c.reported_by_actor_id,
    c.attributed_to_actor_id,
    c.observation_id,
    c.document_id,
    c.char_start,
    c.quote
from calendar as c
left join places as p using (observation_id)
order by c.day desc nulls last, c.document_id, c.char_start, c.observation_id
limit $figures
