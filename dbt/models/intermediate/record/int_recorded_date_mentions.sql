-- depends_on: {{ ref('stg_reading_list') }}
with

date_mentions as (
    select * from {{ ref('int_date_mentions') }}
),

final as (
    select
        *,
        {{ coder_version() }} as coder_version
    from date_mentions
)

select * from final
