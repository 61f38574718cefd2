-- depends_on: {{ ref('stg_reading_list') }}
with

place_mentions as (
    select * from {{ ref('int_place_mentions') }}
),

final as (
    select
        *,
        {{ coder_version() }} as coder_version
    from place_mentions
)

select * from final
