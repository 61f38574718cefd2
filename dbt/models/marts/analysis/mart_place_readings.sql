with

readings as (
    select * from {{ ref('int_recorded_place_readings') }}
),

places as (
    select
        location_id,
        admin1_name
    from {{ ref('dim_location') }}
),

final as (
    select
        readings.mention_id,
        readings.document_id,
        readings.char_start,
        readings.char_end,
        readings.place_text,
        readings.reading_rank,
        readings.reading_count,
        readings.location_id,
        readings.location_name,
        readings.location_type,
        readings.country_iso3,
        governorates.admin1_name,
        readings.decided_by
    from readings
    left join places as governorates on readings.admin1_pcode = governorates.location_id
)

select * from final
