{{ config(materialized='kept', kept_by='document_id', touched='int_touched_documents') }}

with

mentions as (
    select * from {{ ref('int_recorded_place_mentions') }}
    where {{ is_touched('document_id', 'int_touched_documents') }}
),

final as (
    select
        document_id,
        location_id,
        cast(count(*) as integer) as mention_count,
        min(char_start) as char_start,
        min_by(char_end, (char_start, char_end)) as char_end
    from mentions
    group by document_id, location_id
)

select * from final
