with

candidates as (
    select * from {{ ref('int_event_candidates') }}
    where trigger_kind = 'noun' and event_type in ('ASSAULT', 'COERCE', 'PROTEST', 'MOBILIZE', 'RETREAT')
),

counting as (
    select
        sentence_id,
        clause_number,
        token_number,
        by_count,
        verb_number,
        -- a verb that is none of the clause's own numbers nothing
        verb_number - cast(is_lexical as integer) as verb_number_before
    from {{ ref('int_clause_tokens') }}
    where list_contains(word_classes, 'counting') and not is_aside
),

-- the verb of counting that stands next to the act: "recorded two attacks", "two attacks were recorded"
counted as (
    select
        candidates.mention_id,
        candidates.sentence_id,
        candidates.clause_number,
        candidates.token_start,
        ends_with(candidates.trigger_id, '-ru') as is_russian,
        counting.token_number as counting_token,
        counting.by_count,
        counting.verb_number_before
    from candidates
    inner join counting
        on
            candidates.sentence_id = counting.sentence_id
            and candidates.clause_number = counting.clause_number
            and (
                counting.token_number between candidates.token_start - 8 and candidates.token_start - 1
                and candidates.verb_number = counting.verb_number
                or counting.token_number between candidates.token_end + 1 and candidates.token_end + 16
                and candidates.verb_number between counting.verb_number - 1 and counting.verb_number
            )
    qualify row_number() over (
        partition by candidates.mention_id order by abs(counting.token_number - candidates.token_start), counting.token_number
    ) = 1
),

final as (
    select distinct
        counted.mention_id,
        groups.actor_mention_id
    from counted
    inner join {{ ref('int_actor_groups') }} as groups
        on counted.sentence_id = groups.sentence_id and counted.clause_number = groups.clause_number
    where
        counted.token_start > counted.counting_token
        and groups.token_end < counted.counting_token
        and groups.verb_number = counted.verb_number_before
        -- "from positions of the group the centre recorded three attacks"
        and groups.group_governor not in ('by', 'from', 'against', 'со', 'от', 'из')
        or counted.token_start < counted.counting_token
        and groups.token_start > counted.counting_token
        and groups.by_count > counted.by_count
        -- "зафиксировано турецкой стороной", "российской стороной зафиксировано"
        or counted.is_russian
        and (groups.group_governor = '' or groups.agent_reach = 4)
        and (
            groups.group_start - counted.counting_token between 1 and 2
            or groups.verb_number = counted.verb_number_before and groups.token_end between counted.counting_token - 2 and counted.counting_token - 1
        )
)

select * from final
