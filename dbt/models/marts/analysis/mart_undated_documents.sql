with

documents as (
    select * from {{ ref('dim_document') }}
    where published_date is null
),

dates as (
    select
        document_id,
        string_agg(date_text, '; ' order by first_start, date_text) as dates_in_text
    from (
        select
            document_id,
            date_text,
            min(char_start) as first_start
        from {{ ref('int_recorded_date_mentions') }}
        group by document_id, date_text
    )
    group by document_id
),

observations as (
    select
        document_id,
        count(*) as observation_count,
        count(as_of_date) as dated_observation_count
    from {{ ref('fct_observations') }}
    group by document_id
),

events as (
    select
        document_id,
        count(*) as event_count,
        count(event_date) as dated_event_count
    from {{ ref('fct_events') }}
    group by document_id
),

final as (
    select
        documents.document_id,
        documents.document_kind,
        documents.series,
        documents.title,
        documents.outlet,
        documents.source_url,
        documents.source_path,
        documents.language,
        documents.is_current,
        dates.dates_in_text,
        coalesce(observations.observation_count, 0) as observation_count,
        coalesce(observations.dated_observation_count, 0) as dated_observation_count,
        coalesce(events.event_count, 0) as event_count,
        coalesce(events.dated_event_count, 0) as dated_event_count
    from documents
    left join dates on documents.document_id = dates.document_id
    left join observations on documents.document_id = observations.document_id
    left join events on documents.document_id = events.document_id
)

select * from final
order by source_path
