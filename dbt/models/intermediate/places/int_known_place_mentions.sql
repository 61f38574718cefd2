with

readings as (
    select * from {{ ref('int_place_readings') }}
),

runners_up as (
    select
        mention_id,
        location_id
    from readings
    where reading_rank = 2
),

final as (
    select
        readings.mention_id,
        readings.sentence_id,
        readings.document_id,
        readings.token_start,
        readings.token_end,
        readings.char_start,
        readings.char_end,
        readings.place_text,
        readings.location_id,
        runners_up.location_id as runner_up_location_id,
        readings.reading_count
    from readings
    left join runners_up on readings.mention_id = runners_up.mention_id
    where readings.reading_rank = 1
)

select * from final
