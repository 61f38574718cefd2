with

standings as (
    select * from {{ ref('int_actor_standings') }}
),

chosen as (
    select
        *,
        min(noun_source_rank) over (partition by mention_id) as best_noun_source,
        bool_or(is_attacker) over (partition by mention_id) as has_attacker,
        bool_or(agent_rank = 1) over (partition by mention_id) as has_agent,
        case
            when subject_rank > 0 then
                dense_rank() over (
                    partition by mention_id, coalesce(subject_rank > 0, false)
                    order by subject_rank, case when subject_rank in (1, 4, 5) then -group_number else group_number end
                )
        end as subject_order,
        case
            when object_rank is not null then
                dense_rank() over (partition by mention_id, object_rank is not null order by object_rank = 7, group_number)
        end as object_order
    from standings
),

cast_roles as (
    select
        mention_id,
        event_type,
        actor_pattern,
        actor_id,
        token_start,
        is_owned_force,
        is_turned_round,
        has_attacker,
        case
            when is_attacker then 'attacker'
            when agent_rank = 1 then 'agent'
            -- "a text on the deal of Iran and Iraq was adopted by the Council": a party is who adopts it
            when has_agent and event_type = 'AGREE' and is_before_trigger then null
            when subject_order = 1 or subject_rank = 0 then 'subject'
            when object_order = 1 and is_owner_of_goods then 'subject'
            when object_order = 1 and is_aim then 'aim'
            when object_order = 1 and (object_rank <> 3 or has_own_subject) then if(is_passed_draft, 'agent of a draft', 'object')
            when is_thanked or noun_target_rank = 1 then 'object'
            -- "he voiced his country's support": who acts is the verb's subject, not the noun's owner
            when
                noun_source_rank is not null and noun_source_rank = best_noun_source
                and not (has_own_subject and telling = 'light' and noun_source_rank = 3)
                and not (has_own_subject and telling = 'light' and event_type in ('SUPPORT', 'ACCUSE', 'REJECT', 'THREATEN', 'PROMISE', 'REQUEST'))
                then 'subject'
        end as place_in_clause
    from chosen
),

turned as (
    select
        mention_id,
        event_type,
        actor_id,
        token_start,
        case
            when actor_pattern = 'participants' then 'participant'
            -- "the army repelled an attack by the group"
            when place_in_clause = 'attacker' then 'source'
            when has_attacker and place_in_clause in ('agent', 'subject') then 'target'
            when place_in_clause = 'agent' then 'source'
            when actor_pattern = 'target_only' then 'target'
            when place_in_clause in ('agent of a draft', 'aim') then 'target'
            when place_in_clause = 'subject' and is_turned_round and is_owned_force then 'source'
            when place_in_clause = 'subject' and is_turned_round then 'target'
            when place_in_clause = 'subject' then 'source'
            when place_in_clause = 'object' and is_turned_round then null
            when place_in_clause = 'object' then 'target'
        end as role
    from cast_roles
    where place_in_clause is not null
),

final as (
    select
        mention_id,
        any_value(event_type) as event_type,
        actor_id,
        arg_min(role, (token_start, role)) as role,
        min(token_start) as token_start
    from turned
    where role is not null
    group by mention_id, actor_id
)

select * from final
