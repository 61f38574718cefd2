{{ config(materialized='kept', kept_by='occurrence_id', touched='int_touched_occurrences') }}

with

events as (
    select * from {{ ref('fct_events') }}
    where {{ is_touched('occurrence_id', 'int_touched_occurrences') }}
),

documents as (
    select * from {{ ref('dim_document') }}
),

locations as (
    select * from {{ ref('dim_location') }}
),

event_actors as (
    select * from {{ ref('fct_event_actors') }}
),

actor_counts as (
    select
        event_id,
        count(*) as actor_count
    from event_actors
    group by event_id
),

tellings as (
    select
        events.* exclude (quote),
        documents.outlet,
        documents.published_date,
        documents.is_current,
        documents.is_current and documents.duplicate_of_document_id is null as is_independent,
        -- what was put right says nothing of an event that current documents tell
        documents.is_current or not bool_or(documents.is_current) over (partition by events.occurrence_id) as is_heard,
        locations.location_name,
        locations.location_type,
        locations.country_iso3,
        locations.admin1_name,
        coalesce(actor_counts.actor_count, 0) as actor_count,
        case events.date_precision when 'day' then 0 when 'week' then 1 when 'month' then 2 when 'quarter' then 3 when 'year' then 4 end
            as date_coarseness,
        case
            when locations.location_id is null then null
            when locations.location_type in ('settlement', 'camp', 'crossing') then 0
            when locations.location_type = 'country' then 3
            when locations.location_type in ('zone', 'other') then 2
            else 1
        end as place_coarseness
    from events
    inner join documents on events.document_id = documents.document_id
    left join locations on events.location_id = locations.location_id
    left join actor_counts on events.event_id = actor_counts.event_id
),

-- what a copy repeats is said once: it has a voice only where no original tells
voices as (
    select
        *,
        cast(is_independent or not bool_or(is_independent) over (partition by occurrence_id) as integer) as voice
    from tellings
    where is_heard
),

-- the first of each window is the one that says most; what many say goes before what one says
ranked as (
    select
        *,
        row_number() over (
            partition by occurrence_id
            order by
                modality = 'denied', is_independent desc, event_date is null, location_id is null,
                actor_count desc, published_date asc nulls last, document_id asc, char_start asc, event_id asc
        ) as fullness_rank,
        sum(voice) over (partition by occurrence_id, event_date, event_date_end) as date_votes,
        sum(voice) over (partition by occurrence_id, modality = 'denied', date_trunc('year', event_date)) as year_votes,
        sum(voice) over (partition by occurrence_id, location_id) as place_votes,
        sum(voice) over (partition by occurrence_id, event_type) as type_votes,
        sum(voice) over (partition by occurrence_id, modality) as modality_votes
    from voices
),

first_reports as (
    select * from tellings
    qualify row_number() over (
        partition by occurrence_id
        order by published_date asc nulls last, document_id asc, char_start asc, event_id asc
    ) = 1
),

-- when and where it was a denial says only of what nobody else dates or places; a day of another year than most tell is misread
dated as (
    select
        occurrence_id,
        event_date,
        event_date_end,
        date_precision
    from ranked
    where event_date is not null
    qualify row_number() over (
        partition by occurrence_id
        order by modality = 'denied', year_votes desc, date_coarseness, date_votes desc, event_date_end - event_date, fullness_rank
    ) = 1
),

placed as (
    select
        occurrence_id,
        location_id,
        location_name,
        country_iso3,
        admin1_name
    from ranked
    where location_id is not null
    qualify row_number() over (
        partition by occurrence_id order by modality = 'denied', place_coarseness, place_votes desc, fullness_rank
    ) = 1
),

typed as (
    select
        occurrence_id,
        event_type
    from ranked
    qualify row_number() over (partition by occurrence_id order by type_votes desc, fullness_rank) = 1
),

-- a denial disputes what others tell, it does not undo it
moods as (
    select
        occurrence_id,
        modality
    from ranked
    qualify row_number() over (
        partition by occurrence_id order by modality = 'denied', modality = 'happened' desc, modality_votes desc, modality
    ) = 1
),

-- "they will meet on Monday" is no quote of a meeting that others tell of as held
quotes as (
    select
        ranked.occurrence_id,
        ranked.event_id,
        ranked.document_id,
        ranked.char_start,
        ranked.char_end
    from ranked
    inner join moods on ranked.occurrence_id = moods.occurrence_id and ranked.modality = moods.modality
    inner join typed on ranked.occurrence_id = typed.occurrence_id
    qualify row_number() over (
        partition by ranked.occurrence_id order by ranked.event_type = typed.event_type desc, ranked.fullness_rank
    ) = 1
),

parties as (
    select
        occurrence_id,
        string_agg(actor_name, ', ' order by actor_name) filter (where role = 'source') as sources,
        string_agg(actor_name, ', ' order by actor_name) filter (where role = 'target') as targets,
        string_agg(actor_name, ', ' order by actor_name) filter (where role = 'participant') as participants
    from {{ ref('mart_event_actors') }}
    where {{ is_touched('occurrence_id', 'int_touched_occurrences') }}
    group by occurrence_id
),

counted as (
    select
        occurrence_id,
        count(*) as report_count,
        count(*) filter (where is_independent) as independent_report_count,
        bool_or(is_current) as is_current,
        count(distinct document_id) as document_count,
        count(distinct outlet) as outlet_count,
        bool_or(modality = 'denied' and is_heard) and bool_or(modality <> 'denied' and is_heard) as is_disputed,
        max(published_date) as last_report_date
    from tellings
    group by occurrence_id
),

final as (
    select
        counted.occurrence_id,
        typed.event_type,
        moods.modality,
        counted.is_disputed,
        dated.event_date,
        dated.event_date_end,
        coalesce(dated.date_precision, 'unknown') as date_precision,
        placed.location_id,
        placed.location_name as place,
        placed.admin1_name,
        placed.country_iso3,
        parties.sources,
        parties.targets,
        parties.participants,
        counted.report_count,
        counted.independent_report_count,
        counted.is_current,
        counted.document_count,
        counted.outlet_count,
        first_report.published_date as first_report_date,
        first_report.document_id as first_document_id,
        first_report.outlet as first_outlet,
        counted.last_report_date,
        fullest.event_id as quote_event_id,
        fullest.document_id as quote_document_id,
        quoted.quote,
        fullest.char_start,
        fullest.char_end
    from counted
    inner join typed on counted.occurrence_id = typed.occurrence_id
    inner join moods on counted.occurrence_id = moods.occurrence_id
    inner join quotes as fullest on counted.occurrence_id = fullest.occurrence_id
    inner join events as quoted on fullest.event_id = quoted.event_id
    inner join first_reports as first_report on counted.occurrence_id = first_report.occurrence_id
    left join dated on counted.occurrence_id = dated.occurrence_id
    left join placed on counted.occurrence_id = placed.occurrence_id
    left join parties on counted.occurrence_id = parties.occurrence_id
)

select * from final
