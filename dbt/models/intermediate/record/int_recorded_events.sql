-- depends_on: {{ ref('stg_reading_list') }}
with

events as (
    select * from {{ ref('int_events') }}
),

final as (
    select
        *,
        {{ coder_version() }} as coder_version
    from events
)

select * from final
