-- depends_on: {{ ref('stg_reading_list') }}
with

document_sketches as (
    select * from {{ ref('int_document_sketches') }}
),

final as (
    select
        *,
        {{ coder_version() }} as coder_version
    from document_sketches
)

select * from final
