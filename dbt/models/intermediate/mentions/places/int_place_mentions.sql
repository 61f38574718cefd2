with

known as (
    select * from {{ ref('int_known_place_mentions') }}
),

told as (
    select * from {{ ref('int_text_place_mentions') }}
),

final as (
    select * from known
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
        location_id
    from told
)

select * from final
