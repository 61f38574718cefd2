-- The latest events, told once however many tell them, with who took part and every sentence that tells them. An event
-- that no text dates stands on the day of its first report. One row an event.
with

actors as (
    select
        e.occurrence_id,
        list(distinct a.actor_id order by a.actor_id) filter (where a.role = 'source') as sources,
        list(distinct a.actor_id order by a.actor_id) filter (where a.role = 'target') as targets,
        list(distinct a.actor_id order by a.actor_id) filter (where a.role = 'participant') as participants
    from marts.fct_event_actors as a
    inner join marts.fct_events as e using (event_id)
    group by e.occurrence_id
),

tellings as (
    select
        occurrence_id,
        list(
            {'document_id': document_id, 'char_start': char_start, 'quote': quote}
            order by document_id, char_start, event_id
        ) as sentences
    from (
        select *
        from marts.fct_events
        -- A much told event keeps the tellings that fit on a page; the count is of all of them.
        qualify row_number() over (partition by occurrence_id order by document_id, char_start, event_id) <= 12
    )
    group by occurrence_id
),

speakers as (
    select
        occurrence_id,
        list(distinct attributed_to_actor_id order by attributed_to_actor_id) as speakers
    from marts.fct_events
    where attributed_to_actor_id is not null
    group by occurrence_id
)

select
    e.occurrence_id,
    e.event_type,
    coalesce(e.event_date, e.first_report_date) as day,
    e.event_date_end as day_end,
    e.date_precision,
    e.modality,
    e.is_disputed,
    e.location_id,
    a.sources,
    a.targets,
    a.participants,
    s.speakers,
    e.report_count,
    e.outlet_count,
    t.sentences
from marts.mart_events as e
inner join tellings as t using (occurrence_id)
left join actors as a using (occurrence_id)
left join speakers as s using (occurrence_id)
order by day desc nulls last, e.occurrence_id
limit $events
