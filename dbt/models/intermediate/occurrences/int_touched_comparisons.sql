with

changed_events as (
    {{ changed_values('int_event_profiles', 'event_id', is_touched('document_id', 'int_touched_profiles')) }}
),

profiles as (
    select
        event_id,
        event_type,
        event_date,
        country_iso3,
        person_ids
    from {{ ref('int_event_profiles') }}
    union all
    select
        event_id,
        event_type,
        event_date,
        country_iso3,
        person_ids
    from ({{ replaced_rows('int_event_profiles') }}) as profiles_before
),

visits as (
    select
        event_id,
        country_iso3,
        date_trunc('month', event_date) as visit_month,
        unnest(person_ids) as person_id
    from profiles
    where event_type = 'CONSULT' and event_date is not null and country_iso3 is not null
),

-- whether somebody met others on one day of a month only tells which day of it is meant
changed_visits as (
    select distinct
        visits.country_iso3,
        visits.visit_month,
        visits.person_id
    from visits
    inner join changed_events on visits.event_id = changed_events.event_id
),

events as (
    select event_id from changed_events
    union
    select visits.event_id
    from visits
    inner join changed_visits
        on
            visits.country_iso3 = changed_visits.country_iso3
            and visits.visit_month = changed_visits.visit_month
            and visits.person_id = changed_visits.person_id
),

final as (
    {{ changed_values('int_event_pairs', 'document_pair', is_touched('block_key', 'int_touched_blocks')) }}
    union
    select document_pair from {{ ref('int_event_pairs') }}
    where event_id in (select event_id from events) or other_event_id in (select event_id from events)
    union
    {{ changed_values('int_document_stories', 'document_pair', is_touched('document_id', 'int_touched_stories')) }}
)

select * from final
