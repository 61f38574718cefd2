with

locations as (
    select
        location_id,
        location_type,
        parent_location_id,
        country_iso3
    from {{ ref('int_locations') }}
),

final as (
    select
        own.location_id,
        own.country_iso3,
        case when own.location_type not in ('country', 'zone', 'other') then own.location_id end as site_id,
        own.location_type in ('settlement', 'camp', 'crossing') as is_spot,
        list_filter(
            [
                case when own.location_type <> 'country' then own.location_id end,
                case when parent.location_type <> 'country' then parent.location_id end,
                case when grand.location_type <> 'country' then grand.location_id end
            ],
            lambda area: area is not null
        ) as area_ids
    from locations as own
    left join locations as parent on own.parent_location_id = parent.location_id
    left join locations as grand on parent.parent_location_id = grand.location_id
)

select * from final
