with

known as (
    select * from {{ ref('int_known_place_mentions') }}
),

told as (
    select * from {{ ref('int_text_place_mentions') }}
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
        location_id,
        runner_up_location_id,
        reading_count
    from known
    union all
    select
        mention_id,
        sentence_id,
        document_id,
        token_start,
        token_end,
        char_start,
        char_end,
        place_text,
        location_id,
        cast(null as varchar) as runner_up_location_id,
        1 as reading_count
    from told
)

select * from final
