-- depends_on: {{ ref('stg_reading_list') }}
with

text_actor_names as (
    select * from {{ ref('int_text_actor_names') }}
),

final as (
    select
        *,
        {{ coder_version() }} as coder_version
    from text_actor_names
)

select * from final
