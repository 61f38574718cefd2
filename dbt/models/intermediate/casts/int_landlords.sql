with

candidates as (
    select * from {{ ref('int_event_candidates') }}
    where telling = 'verb' and {{ is_trigger("granting") }}
),

spans as (
    select * from {{ ref('int_event_actor_spans') }}
    where is_locative
),

tokens as not materialized (
    select * from {{ ref('int_clause_tokens') }}
),

states as (
    select actor_id from {{ ref('actors') }}
    where actor_type = 'state'
),

-- "allocated a billion for power grids in Syria": who is named last is where the money goes
final as (
    select
        candidates.mention_id,
        candidates.event_type,
        spans.actor_id,
        if(candidates.actor_pattern = 'participants', 'participant', 'target') as role,
        spans.token_start
    from candidates
    inner join spans on candidates.sentence_id = spans.sentence_id
    inner join states on spans.actor_id = states.actor_id
    inner join tokens on spans.sentence_id = tokens.sentence_id and spans.token_start = tokens.token_number
    where
        spans.token_start > candidates.token_end
        and tokens.clause_number = candidates.clause_number
        and tokens.key_before = 'in'
    qualify row_number() over (partition by candidates.mention_id order by spans.token_start desc, spans.actor_id) = 1
)

select * from final
