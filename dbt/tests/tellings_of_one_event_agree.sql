{{ config(severity='error', meta={'dagster': {'ref': {'name': 'fct_events'}}}) }}
with

-- a landmark is one event on whichever of its days, and however often a document tells it
landmarks as (
    select event_id
    from {{ ref('int_event_profiles') }}
    where landmark_id is not null
),

tellings as (
    select
        events.*,
        landmarks.event_id is not null as is_landmark
    from {{ ref('fct_events') }} as events
    left join landmarks on events.event_id = landmarks.event_id
)

select
    occurrence_id,
    null as event_id,
    'days apart' as fault
from tellings
where event_date is not null and not is_landmark
group by occurrence_id
having max(event_date) > min(event_date_end)
union all
select
    occurrence_id,
    min(event_id) as event_id,
    'told twice in a document' as fault
from tellings
where not is_landmark
group by occurrence_id, document_id, modality = 'denied'
having count(*) > 1
union all
select
    links.occurrence_id,
    links.event_id,
    'linked with a telling of another event' as fault
from {{ ref('mart_event_links') }} as links
inner join {{ ref('fct_events') }} as one on links.event_id = one.event_id
inner join {{ ref('fct_events') }} as other on links.other_event_id = other.event_id
where links.occurrence_id <> one.occurrence_id or links.occurrence_id <> other.occurrence_id or one.document_id = other.document_id
