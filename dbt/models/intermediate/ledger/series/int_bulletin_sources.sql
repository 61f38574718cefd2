{{ config(remembered=true) }}

with

final as (
    select distinct
        measure,
        reporter_key,
        series
    from {{ ref('int_bulletin_days') }}
    where series is not null
)

select * from final
