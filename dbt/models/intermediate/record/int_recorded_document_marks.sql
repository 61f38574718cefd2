-- depends_on: {{ ref('stg_reading_list') }}
with

document_marks as (
    select * from {{ ref('int_document_marks') }}
),

final as (
    select
        *,
        {{ coder_version() }} as coder_version
    from document_marks
)

select * from final
