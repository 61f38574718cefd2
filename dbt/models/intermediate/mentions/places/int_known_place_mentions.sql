with

readings as (
    select * from {{ ref('int_place_readings') }}
),

final as (
    select
        mention_id,
        sentence_id,
        document_id,
        token_start,
        token_end,
        char_start,
        char_end,
        place_text,
        location_id
    from readings
    where reading_rank = 1
)

select * from final
