with

documents as (
    select
        document_id,
        published_date
    from {{ ref('int_document_dates') }}
    where published_date is not null
),

bulletins as (
    select document_id from {{ ref('stg_documents_to_read') }}
    where document_kind = 'bulletin'
),

dates as (
    select * from {{ ref('int_date_mentions') }}
    where date_end - date_start > 1
),

sentences as (
    select * from {{ ref('int_sentences') }}
    where document_kind = 'bulletin' and sentence_number <= 8
),

daily as (
    select distinct titles.document_id
    from {{ ref('int_document_titles') }} as titles
    inner join {{ ref('bulletin_series') }} as bulletin_series on titles.series = bulletin_series.series
    where bulletin_series.is_daily
),

-- "Country brief, August 2018", "Reporting period: 1 - 15 March"
spans as (
    select distinct sentences.document_id
    from dates
    inner join sentences on dates.sentence_id = sentences.sentence_id
    anti join daily on sentences.document_id = daily.document_id
    where sentences.line_kind in ('title', 'heading') or length(sentences.sentence_text) <= 70
),

final as (
    select
        documents.document_id,
        documents.published_date as own_day
    from documents
    inner join bulletins on documents.document_id = bulletins.document_id
    anti join spans on documents.document_id = spans.document_id
)

select * from final
