{{ config(remembered=true) }}

with

observations as (
    select
        observations.measure,
        coalesce(observations.reported_by_actor_id, '') as reporter_key,
        observations.as_of_date,
        titles.series
    from {{ ref('int_recorded_observations') }} as observations
    inner join {{ ref('int_document_versions') }} as versions on observations.document_id = versions.document_id
    inner join {{ ref('int_recorded_document_dates') }} as dates on observations.document_id = dates.document_id
    inner join {{ ref('int_recorded_document_titles') }} as titles on observations.document_id = titles.document_id
    where
        observations.document_kind = 'bulletin'
        and versions.is_current
        and dates.published_date is not null
        and observations.as_of_date is not null
        and observations.modality = 'happened'
        and observations.measure <> 'other'
),

issues as (
    select distinct
        titles.series,
        dates.published_date
    from {{ ref('int_recorded_document_titles') }} as titles
    inner join {{ ref('int_document_versions') }} as versions on titles.document_id = versions.document_id
    inner join {{ ref('int_recorded_document_dates') }} as dates on titles.document_id = dates.document_id
    where titles.series is not null and versions.is_current and dates.published_date is not null
),

sources as (
    select distinct
        measure,
        reporter_key,
        series
    from observations
),

final as (
    select
        sources.measure,
        sources.reporter_key,
        issues.published_date as date_day
    from sources
    inner join issues on sources.series = issues.series
    union
    select
        measure,
        reporter_key,
        as_of_date as date_day
    from observations
)

select * from final
