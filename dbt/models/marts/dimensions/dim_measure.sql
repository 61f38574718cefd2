with

measures as (
    select * from {{ ref('measures') }}
),

final as (
    select
        measure,
        description,
        unit,
        additivity,
        theme
    from measures
)

select * from final
