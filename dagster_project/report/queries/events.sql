-- The latest events that current documents tell, once however many do, with who took part and every sentence of these
-- that tells them. An event that no text dates stands on the day of its first report. One row an event.
with

chosen as (
    select
        *,
        coalesce(event_date, first_report_date) as day
    from marts.mart_events
    where is_current
    order by day desc nulls last, occurrence_id
    limit $events
),

tellings as (
    select e.*
    from marts.fct_events as e
    inner join marts.dim_document as d using (document_id)
    semi join chosen as c using (occurrence_id)
    where d.is_current
),

actors as (
    select
        occurrence_id,
        list(actor_id order by actor_id) filter (where role = 'source') as sources,
        list(actor_id order by actor_id) filter (where role = 'target') as targets,
        list(actor_id order by actor_id) filter (where role = 'participant') as participants
    from marts.mart_event_actors
    semi join chosen using (occurrence_id)
    group by occurrence_id
),

speakers as (
    select
        occurrence_id,
        list(distinct attributed_to_actor_id order by attributed_to_actor_id) as speakers
    from tellings
    where attributed_to_actor_id is not null
    group by occurrence_id
),

-- A much told event keeps the tellings that fit on a page; the count is of all of them.
quoted as (
    select *
    from tellings
    qualify row_number() over (partition by occurrence_id order by document_id, char_start, event_id) <= 12
),

counts as (
    select
        occurrence_id,
        count(*) as report_count
    from tellings
    group by occurrence_id
),

sentences as (
    select
        occurrence_id,
        list(
            {'document_id': document_id, 'char_start': char_start, 'quote': quote}
            order by document_id, char_start, event_id
        ) as sentences
    from quoted
    group by occurrence_id
)

select
    c.occurrence_id,
    c.event_type,
    c.day,
    c.event_date_end as day_end,
    c.date_precision,
    c.modality,
    c.is_disputed,
    c.location_id,
    a.sources,
    a.targets,
    a.participants,
    p.speakers,
    n.report_count,
    c.outlet_count,
    s.sentences
from chosen as c
inner join sentences as s using (occurrence_id)
inner join counts as n using (occurrence_id)
left join actors as a using (occurrence_id)
left join speakers as p using (occurrence_id)
order by c.day desc nulls last, c.occurrence_id
