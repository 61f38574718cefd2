-- depends_on: {{ ref('stg_reading_list') }}
with

document_dates as (
    select * from {{ ref('int_document_dates') }}
),

final as (
    select
        *,
        {{ coder_version() }} as coder_version
    from document_dates
)

select * from final
