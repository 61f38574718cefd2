with

names as (
    select * from {{ ref('int_new_place_names') }}
),

final as (
    select * exclude (heard_location_id)
    from names
    where heard_location_id is null
)

select * from final
