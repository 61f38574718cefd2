{{ config(severity='error', meta={'dagster': {'ref': {'name': 'dim_document'}}}) }}
-- a document that a join loses or doubles is lost or doubled in every sum
with

documents as (
    select document_id
    from {{ ref('stg_documents') }}
),

layers as (
    select document_id, 'stg_documents' as layer from documents
    union all
    select document_id, 'int_recorded_document_titles' as layer from {{ ref('int_recorded_document_titles') }}
    union all
    select document_id, 'int_recorded_document_dates' as layer from {{ ref('int_recorded_document_dates') }}
    union all
    select document_id, 'int_document_versions' as layer from {{ ref('int_document_versions') }}
    union all
    select document_id, 'dim_document' as layer from {{ ref('dim_document') }}
    union all
    select document_id, 'documents' as layer from {{ ref('documents') }}
    union all
    select distinct document_id, 'int_recorded_sentences' as layer from {{ ref('int_recorded_sentences') }}
),

names as (
    select distinct layer from layers
),

expected as (
    select
        documents.document_id,
        names.layer
    from documents
    cross join names
),

counted as (
    select
        document_id,
        layer,
        count(*) as row_count
    from layers
    group by document_id, layer
)

select
    coalesce(expected.document_id, counted.document_id) as document_id,
    coalesce(expected.layer, counted.layer) as layer,
    coalesce(counted.row_count, 0) as row_count,
    case
        when expected.document_id is null then 'in no raw table'
        when counted.document_id is null then 'lost'
        else 'doubled'
    end as fault
from expected
full outer join counted
    on expected.document_id = counted.document_id and expected.layer = counted.layer
where coalesce(counted.row_count, 0) <> 1 or expected.document_id is null
{{ or_a_fault_when_empty('dim_document') }}
