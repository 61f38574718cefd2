with

candidates as (
    select * from {{ ref('int_event_candidates') }}
),

tokens as (
    select * from {{ ref('int_clause_tokens') }}
),

kinds as (
    select
        actor_id,
        actor_type
    from {{ ref('actors') }}
),

mentions as (
    select
        mentions.mention_id as actor_mention_id,
        mentions.sentence_id,
        mentions.token_start,
        mentions.token_end,
        mentions.char_start,
        mentions.actor_id,
        mentions.is_person,
        coalesce(kinds.actor_type = 'government', false) as is_ministry,
        coalesce(after.token_key = ',', false) as is_before_comma,
        first.comma_count,
        last.is_possessive and coalesce(first.key_before = ',', false) as is_possessive,
        first.by_count,
        first.clause_number,
        first.verb_number,
        first.solid_count - 1 as solid_before,
        last.solid_count as solid_after,
        coalesce(first.governor, '') as governor,
        mentions.mention_kind = 'epithet' and first.key_before = 'a' as is_described,
        coalesce(last.is_possessive and (after.token_key = 'headquarters' or second_after.token_key = 'headquarters'), false) as is_housed,
        -- "a draft sponsored by Germany"
        coalesce(first.governor = 'by' and list_contains(drafting.word_classes, 'drafting'), false) as is_drafter,
        coalesce(drafting.token_key in ('participation', 'attendance', 'presence', 'participants'), false) as is_participant
    from {{ ref('int_event_actor_spans') }} as mentions
    inner join tokens as first
        on mentions.sentence_id = first.sentence_id and mentions.token_start = first.token_number
    inner join tokens as last
        on mentions.sentence_id = last.sentence_id and mentions.token_end = last.token_number
    left join tokens as after
        on mentions.sentence_id = after.sentence_id and mentions.token_end + 1 = after.token_number
    left join tokens as drafting
        on
            mentions.sentence_id = drafting.sentence_id
            and mentions.token_start - case when first.key_before = 'the' then 3 else 2 end = drafting.token_number
    left join tokens as second_after
        on mentions.sentence_id = second_after.sentence_id and mentions.token_end + 2 = second_after.token_number
    left join kinds on mentions.actor_id = kinds.actor_id
    where
        mentions.actor_id is not null
        and not coalesce(mentions.is_locative, false)
        and not first.is_aside
        -- "Damascus, SANA - ...": who prints it takes no part
        and not (coalesce(kinds.actor_type = 'media', false) and mentions.token_start <= 5)
),

-- "Walid al-Moallem, Minister of Foreign Affairs, met": the ministry only says who he is
placed as (
    select
        *,
        lag(is_person) over in_order
        and lag(is_before_comma) over in_order
        and token_start - lag(token_end) over in_order <= 12
        and lag(comma_count) over in_order + 1 = comma_count
        and is_ministry
        and lag(verb_number) over in_order = verb_number
        -- "the Army of Conquest, a rebel alliance, attacked"
        or is_described
        and lag(is_before_comma) over in_order
        and token_start - lag(token_end) over in_order = 3
        -- "Lee of the government and Kim of the opposition met"
        or governor = 'of'
        and not is_person
        and lag(is_person) over in_order
        and lag(verb_number) over in_order = verb_number
        and token_start - lag(token_end) over in_order between 2 and 3
            as is_apposed
    from mentions
    window in_order as (partition by sentence_id order by token_start, token_end, actor_id)
),

reaching as (
    select
        * exclude (solid_after),
        case when lead(is_apposed) over in_order then lead(solid_after) over in_order else solid_after end as solid_after
    from placed
    window in_order as (partition by sentence_id order by token_start, token_end, actor_id)
),

chained as (
    select
        * exclude (is_apposed, is_ministry, is_before_comma, comma_count, is_described),
        coalesce(
            lag(clause_number) over in_order = clause_number
            and lag(verb_number) over in_order = verb_number
            and not is_possessive
            -- "met Assad at the Kremlin"
            and not (governor in ('at', 'near', 'in', 'to', 'from', 'against') and governor <> lag(governor) over in_order)
            and solid_before <= lag(solid_after) over in_order
            and token_start > lag(token_end) over in_order + 1
            or token_start = lag(token_start) over in_order,
            false
        ) as is_joined
    from reaching
    where not coalesce(is_apposed, false)
    window in_order as (partition by sentence_id order by token_start, token_end, actor_id)
),

grouped as (
    select
        *,
        sum(cast(not is_joined as integer)) over (
            partition by sentence_id order by token_start, token_end, actor_id
            rows between unbounded preceding and current row
        ) as group_number
    from chained
),

groups as (
    select
        *,
        first_value(governor) over in_group as group_governor,
        first_value(is_drafter) over in_group as is_group_of_drafters,
        first_value(is_participant) over in_group as is_taking_part,
        min(token_start) over (partition by sentence_id, group_number) as group_start,
        max(token_end) over (partition by sentence_id, group_number) as group_end
    from grouped
    window in_group as (partition by sentence_id, group_number order by token_start, token_end, actor_id)
),

-- "accused Syria of two attacks": who is accused is the attacker
accusations as (
    select distinct
        sentence_id,
        clause_number
    from candidates
    where event_type = 'ACCUSE' and telling = 'verb'
),

openings as (
    select * from {{ ref('int_clauses') }}
),

-- who says so is no party to what is said: "bombed villages, the observatory said"
speakers as (
    select * from {{ ref('int_reported_speakers') }}
),

pairs as (
    select
        candidates.mention_id,
        candidates.event_type,
        candidates.actor_pattern,
        candidates.telling,
        candidates.trigger_kind,
        candidates.is_passive,
        candidates.token_start as trigger_start,
        candidates.token_end as trigger_end,
        candidates.chain_start,
        candidates.clause_start as clause_start_token,
        candidates.anchor_key_before,
        candidates.anchor_verb_number,
        candidates.clause_number as trigger_clause,
        openings.opening_classes,
        openings.opening_key,
        list_has_any(openings.opening_classes, ['relative', 'that']) and not coalesce(before_clause.is_lexical, false) as is_relative,
        groups.by_count > trigger_tokens.by_count as is_behind_by,
        list_has_any(own_openings.opening_classes, ['relative', 'that']) as is_group_relative,
        groups.*,
        candidates.anchor_verb_number - groups.verb_number as verbs_between,
        accusations.sentence_id is not null as is_accused
    from candidates
    inner join groups on candidates.sentence_id = groups.sentence_id
    left join openings
        on candidates.sentence_id = openings.sentence_id and candidates.clause_number = openings.clause_number
    left join openings as own_openings
        on groups.sentence_id = own_openings.sentence_id and groups.clause_number = own_openings.clause_number
    inner join tokens as trigger_tokens
        on candidates.sentence_id = trigger_tokens.sentence_id and candidates.token_end = trigger_tokens.token_number
    left join tokens as before_clause
        on candidates.sentence_id = before_clause.sentence_id and candidates.clause_start - 1 = before_clause.token_number
    left join accusations
        on candidates.sentence_id = accusations.sentence_id and candidates.clause_number = accusations.clause_number
    left join speakers
        on candidates.mention_id = speakers.mention_id and groups.actor_mention_id = speakers.actor_mention_id
    where
        speakers.mention_id is null
        and (
            groups.token_start > candidates.token_end or groups.token_end < candidates.token_start
            -- "briefed the Security Council"
            or candidates.trigger_kind = 'verb' and groups.token_start > candidates.token_start
        )
),

judged as (
    select
        *,
        case
            -- "the rebels, whom Turkey backs, attacked": the verb goes on with the subject before the relative clause
            when is_relative and telling = 'verb' and anchor_key_before = ',' and anchor_verb_number >= 2
                then
                    case
                        when clause_number = trigger_clause - 1 and group_governor = '' and verb_number = 0 then 1
                        when clause_number = trigger_clause - 1 and group_governor = '' and token_end >= clause_start_token - 3 then 2
                    end
            -- the subject stands before the verb; behind a preposition it is no subject
            when
                token_end < chain_start
                and clause_number = trigger_clause
                and group_governor = ''
                and telling in ('verb', 'light')
                then
                    case
                        when verbs_between = 1 and (verb_number = 0 or anchor_key_before not in (',', 'and', 'but', 'or', 'и', 'а', 'но')) then 1
                        when verbs_between >= 1 and verb_number = 0 then 2
                        when verbs_between >= 1 then 4
                    end
            -- "leaders of the groups signed"
            when
                token_end < chain_start
                and clause_number = trigger_clause
                and group_governor = 'of'
                and telling in ('verb', 'light')
                and verb_number = 0
                and verbs_between = 1
                then 3
            -- "Putin told reporters after talks in Sochi": who is told of was there
            when
                token_end < chain_start
                and clause_number = trigger_clause
                and group_governor = ''
                and telling = 'setting'
                and verb_number = 0
                then 2
            when
                token_end < clause_start_token
                and clause_number < trigger_clause
                and telling in ('verb', 'light')
                and list_has_any(opening_classes, ['relative', 'that'])
                and opening_key not in ('where', 'when', 'why', 'how')
                and token_end >= clause_start_token - case when list_contains(opening_classes, 'that') then 1 else 3 end
                then 5
            when
                token_end < clause_start_token
                and clause_number < trigger_clause
                and telling in ('verb', 'light')
                and (list_contains(opening_classes, 'coordinator') or opening_key in ('–', '—', '-'))
                and verb_number = 0
                and group_governor = ''
                then 6
            when
                group_governor = 'together with'
                and clause_number = trigger_clause
                and telling = 'verb'
                and not is_passive
                then 0
        end as subject_rank,
        case
            when token_start <= trigger_end or clause_number <> trigger_clause then null
            when is_passive and group_governor = 'by' then 1
            -- "by a helicopter of the air force"
            when is_passive and group_governor = 'of' and is_behind_by and verb_number = anchor_verb_number then 1
        end as agent_rank,
        case
            -- "demanded that Turkey stop the raids"
            when
                event_type = 'REQUEST'
                and telling = 'verb'
                and clause_number = trigger_clause + 1
                and group_governor = ''
                and group_start between trigger_end + 2 and trigger_end + 4
                and verb_number = 0
                then 2
            -- "briefed the Security Council", "met in the headquarters of the League"
            when token_start <= trigger_end and token_end >= trigger_start then 1
            when event_type = 'CONSULT' and telling = 'verb' and is_housed and clause_number = trigger_clause and token_start > trigger_end then 1
            -- "condemned the restrictions that the United States imposed"
            when
                event_type = 'ACCUSE'
                and telling = 'verb'
                and clause_number = trigger_clause + 1
                and is_group_relative
                and group_governor = ''
                and verb_number = 0
                then 4
            -- "the draft of Russia that the Council rejected"
            when
                is_relative and telling = 'verb' and not is_passive
                and token_end >= clause_start_token - if(opening_key = 'whom', 2, 1) and token_end < clause_start_token
                then 3
            when event_type = 'REJECT' and telling = 'verb' and is_group_of_drafters and clause_number = trigger_clause then 1
            when token_start <= trigger_end or clause_number <> trigger_clause then null
            when
                telling = 'verb'
                and verb_number = anchor_verb_number
                and group_governor not in (
                    'by', 'together with', 'in', 'from', 'after', 'before', 'during', 'under', 'through', 'near', 'since'
                )
                and not (actor_pattern = 'participants' and group_governor = 'at')
                and not (event_type = 'CONSULT' and group_governor in ('between', 'about', 'for', 'over', 'on'))
                then 1
        end as object_rank,
        case
            when
                telling = 'setting' and clause_number = trigger_clause and token_start > trigger_end
                and (is_person and verb_number <= 1 or group_start - trigger_end <= 3) then 1
            when telling = 'related' and clause_number = trigger_clause + 1 and verb_number = 0 then 1
            when telling in ('verb', 'setting') or clause_number <> trigger_clause then null
            when token_end < trigger_start and trigger_start - token_end <= 3 and verb_number = anchor_verb_number then 1
            -- "the conference began with the participation of"
            when telling = 'happening' and event_type = 'CONSULT' and group_governor = 'of' and is_taking_part then 1
            when token_end < trigger_start and trigger_start - token_end <= 3 then 2
            when token_start > trigger_end and group_governor in ('of', 'by', 'between', 'with', 'from') and group_start - trigger_end <= 6 then 2
            -- "the Memorandum on the zones, the work of Russia and Iran"
            when event_type = 'AGREE' and token_start > trigger_end and group_governor in ('of', 'by', 'between') and group_start <= trigger_end + 14 then 3
            when telling = 'bare' and event_type = 'ASSAULT' and is_accused and token_end < trigger_start then 3
        end as noun_source_rank,
        case
            when telling = 'verb' or clause_number <> trigger_clause then null
            when token_start > trigger_end and group_governor in ('against', 'on', 'to', 'for', 'with') and group_start - trigger_end <= 8 then 1
        end as noun_target_rank
    from pairs
),

chosen as (
    select
        *,
        min(noun_source_rank) over (partition by mention_id) as best_noun_source,
        bool_or(subject_rank in (1, 2) and clause_number = trigger_clause) over (partition by mention_id) as has_own_subject,
        case
            when subject_rank > 0 then
                dense_rank() over (
                    partition by mention_id, coalesce(subject_rank > 0, false)
                    order by subject_rank, case when subject_rank in (1, 4, 5) then -group_number else group_number end
                )
        end as subject_order,
        case
            when object_rank is not null then
                dense_rank() over (partition by mention_id, object_rank is not null order by group_number)
        end as object_order
    from judged
),

cast_roles as (
    select
        mention_id,
        event_type,
        actor_pattern,
        actor_id,
        token_start,
        case
            when agent_rank = 1 then 'agent'
            when subject_order = 1 or subject_rank = 0 then 'subject'
            when object_order = 1 and (object_rank <> 3 or has_own_subject) then if(is_group_of_drafters and is_passive, 'agent of a draft', 'object')
            when noun_target_rank = 1 then 'object'
            when noun_source_rank is not null and noun_source_rank = best_noun_source then 'subject'
        end as place_in_clause,
        is_passive
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
            when actor_pattern = 'target_only' then 'target'
            when place_in_clause = 'agent' then 'source'
            when place_in_clause = 'agent of a draft' then 'target'
            when place_in_clause = 'subject' and is_passive then 'target'
            when place_in_clause = 'subject' then 'source'
            when place_in_clause = 'object' and is_passive then null
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
        arg_min(role, token_start) as role,
        min(token_start) as token_start
    from turned
    where role is not null
    group by mention_id, actor_id
)

select * from final
