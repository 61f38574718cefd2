with

mentioned as (
    select
        document_id,
        location_id
    from {{ ref('int_recorded_place_mentions') }}
),

changed_locations as (
    {{ changed_values('int_locations', 'location_id') }}
),

final as (
    select document_id from {{ ref('int_touched_totals') }}
    union
    {{ changed_values('int_document_versions', 'document_id') }}
    union
    select mentioned.document_id
    from mentioned
    inner join changed_locations on mentioned.location_id = changed_locations.location_id
)

select * from final
