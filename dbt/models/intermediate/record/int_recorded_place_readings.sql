-- depends_on: {{ ref('stg_reading_list') }}
with

place_readings as (
    select * from {{ ref('int_place_readings') }}
    where reading_count > 1
),

final as (
    select
        *,
        {{ coder_version() }} as coder_version
    from place_readings
)

select * from final
