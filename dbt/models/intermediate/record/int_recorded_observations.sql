-- depends_on: {{ ref('stg_reading_list') }}
with

observations as (
    select * from {{ ref('int_observations') }}
),

final as (
    select
        *,
        {{ coder_version() }} as coder_version
    from observations
)

select * from final
