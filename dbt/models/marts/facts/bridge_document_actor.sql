with

mentions as (
    select * from {{ ref('int_recorded_actor_mentions') }}
    where not is_locative
),

final as (
    select
        document_id,
        actor_id,
        count(*) as mention_count,
        min(char_start) as char_start,
        min_by(char_end, (char_start, char_end)) as char_end
    from mentions
    group by document_id, actor_id
)

select * from final
