{{ config(severity='error', meta={'dagster': {'ref': {'name': 'int_document_versions'}}}) }}
-- what these models lose or double is so in every sum; raw, staging, sentences and marts are compared where the raw tables are
{%- set models = ['int_recorded_document_titles', 'int_recorded_document_dates', 'int_document_versions'] %}

with

documents as (
    select document_id
    from {{ ref('stg_documents') }}
),

expected as (
    {% for model in models -%}
    select
        document_id,
        '{{ model }}' as layer
    from documents
    {{ "union all" if not loop.last }}
    {% endfor %}
),

counted as (
    {% for model in models -%}
    select
        document_id,
        '{{ model }}' as layer,
        count(*) as row_count
    from {{ ref(model) }}
    group by document_id
    {{ "union all" if not loop.last }}
    {% endfor %}
)

select
    coalesce(expected.document_id, counted.document_id) as document_id,
    coalesce(expected.layer, counted.layer) as layer,
    coalesce(counted.row_count, 0) as row_count,
    case
        when expected.document_id is null then 'of no document'
        when counted.document_id is null then 'lost'
        else 'doubled'
    end as fault
from expected
full outer join counted
    on expected.document_id = counted.document_id and expected.layer = counted.layer
where coalesce(counted.row_count, 0) <> 1 or expected.document_id is null
{{ or_a_fault_when_empty('int_document_versions') }}
