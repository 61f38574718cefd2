with

locations as (
    select
        location_id,
        parent_location_id
    from {{ ref('int_read_locations') }}
),

final as (
    select
        own.location_id,
        list_filter(
            [own.location_id, own.parent_location_id, parent.parent_location_id, grand.parent_location_id],
            lambda area: area is not null
        ) as area_ids
    from locations as own
    left join locations as parent on own.parent_location_id = parent.location_id
    left join locations as grand on parent.parent_location_id = grand.location_id
)

select * from final
