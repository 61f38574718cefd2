-- depends_on: {{ ref('stg_reading_list') }}
with

text_place_mentions as (
    select * from {{ ref('int_text_place_mentions') }}
),

final as (
    select
        *,
        {{ coder_version() }} as coder_version
    from text_place_mentions
)

select * from final
