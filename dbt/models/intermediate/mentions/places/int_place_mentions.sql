with

known as (
    select * from {{ ref('int_known_place_mentions') }}
),

told as (
    select * from {{ ref('int_new_place_names') }}
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
        -- "Latamenah": a spelling that the dictionary lacks
        coalesce(heard_location_id, location_id) as location_id
    from told
)

select * from final
