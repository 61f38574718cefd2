-- depends_on: {{ ref('stg_reading_list') }}
with

document_titles as (
    select * from {{ ref('int_document_titles') }}
),

final as (
    select
        *,
        {{ coder_version() }} as coder_version
    from document_titles
)

select * from final
