{{ config(materialized='kept', kept_by='document_id', touched='int_touched_documents') }}

with

figures as (
    select distinct
        document_id,
        value
    from {{ ref('int_recorded_observations') }}
    where value is not null and measure <> 'other' and {{ is_touched('document_id', 'int_touched_documents') }}
),

final as (
    select
        document_id,
        list(value order by value) as all_figures
    from figures
    group by document_id
)

select * from final
