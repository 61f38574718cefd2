with

tokens as not materialized (
    select
        sentence_id,
        token_number,
        token_key,
        solid_count
    from {{ ref('int_clause_tokens') }}
),

offices as (
    select
        sentence_id,
        token_start,
        token_end
    from {{ ref('int_actor_hits') }}
    where role_key is not null and not is_nested
    union
    -- "the UN envoy", "the Emirati deputy minister": an office of nobody in the dictionary, behind its nation or body
    select
        titles.sentence_id,
        titles.token_start - lead.step as token_start,
        titles.token_end
    from {{ ref('int_title_hits') }} as titles
    cross join (select unnest([0, 1]) as step) as lead
),

-- those in a list are somebody else's
explaining as (
    select offices.*
    from offices
    anti join {{ ref('int_listed_offices') }} as listed
        on offices.sentence_id = listed.sentence_id and offices.token_start = listed.token_start
),

near_tokens as materialized (
    {{ tokens_at('tokens', 'explaining', ['token_start - 1', 'token_start - 2', 'token_end', 'token_end + 1']) }}
),

-- "Lee, the Omani king, and Kim met"
final as (
    select
        explaining.sentence_id,
        explaining.token_start - if(before_it.token_key = 'the', 3, 2) as person_end,
        max(last.solid_count) as solid_count
    from explaining
    inner join near_tokens as before_it
        on explaining.sentence_id = before_it.sentence_id and explaining.token_start - 1 = before_it.token_number
    left join near_tokens as second_before
        on explaining.sentence_id = second_before.sentence_id and explaining.token_start - 2 = second_before.token_number
    inner join near_tokens as last
        on explaining.sentence_id = last.sentence_id and explaining.token_end = last.token_number
    inner join near_tokens as after_it
        on explaining.sentence_id = after_it.sentence_id and explaining.token_end + 1 = after_it.token_number
    where
        if(before_it.token_key = 'the', second_before.token_key, before_it.token_key) = ','
        and after_it.token_key = ','
    group by explaining.sentence_id, person_end
)

select * from final
