-- depends_on: {{ ref('stg_reading_list') }}
with

actor_mentions as (
    select * from {{ ref('int_actor_mentions') }}
),

final as (
    select
        *,
        {{ coder_version() }} as coder_version
    from actor_mentions
)

select * from final
