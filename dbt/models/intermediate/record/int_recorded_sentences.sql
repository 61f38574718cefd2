-- depends_on: {{ ref('stg_reading_list') }}
with

sentences as (
    select * from {{ ref('int_sentences') }}
),

final as (
    select
        *,
        {{ coder_version() }} as coder_version
    from sentences
)

select * from final
