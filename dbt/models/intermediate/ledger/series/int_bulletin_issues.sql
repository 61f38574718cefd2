{{ config(remembered=true) }}

with

current_documents as (
    select document_id from {{ ref('int_document_versions') }}
    where is_current
),

dates as (
    select
        document_id,
        published_date
    from {{ ref('int_recorded_document_dates') }}
    where published_date is not null
),

titles as (
    select
        document_id,
        series
    from {{ ref('int_recorded_document_titles') }}
    where series is not null
),

final as (
    select distinct
        titles.series,
        dates.published_date as date_day
    from titles
    inner join dates on titles.document_id = dates.document_id
    inner join current_documents on titles.document_id = current_documents.document_id
)

select * from final
