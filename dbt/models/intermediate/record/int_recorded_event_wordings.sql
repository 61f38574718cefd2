-- depends_on: {{ ref('stg_reading_list') }}
with

event_wordings as (
    select * from {{ ref('int_event_wordings') }}
),

final as (
    select
        *,
        {{ coder_version() }} as coder_version
    from event_wordings
)

select * from final
