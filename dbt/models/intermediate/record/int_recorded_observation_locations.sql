-- depends_on: {{ ref('stg_reading_list') }}
with

observation_locations as (
    select * from {{ ref('int_observation_locations') }}
),

final as (
    select
        *,
        {{ coder_version() }} as coder_version
    from observation_locations
)

select * from final
