with

candidates as (
    select
        *,
        bool_or(event_type = 'ASSAULT' and trigger_kind = 'noun' and telling = 'happening')
            over (partition by sentence_id, clause_number, anchor_verb_number)
        and contains(trigger_id, '-with-hitcause')
            as is_growing_attack
    from {{ ref('int_event_candidates') }}
),

tokens as not materialized (
    select * from {{ ref('int_clause_tokens') }}
),

groups as (
    select * from {{ ref('int_actor_groups') }}
),

trigger_tokens as (
    {{ tokens_at('tokens', 'candidates', ['token_end', 'clause_start - 1']) }}
),

group_tokens as (
    {{ tokens_at('tokens', 'groups', ['group_start - 1', 'group_end', 'group_end + 1']) }}
),

own_lead_ins as (
    {{ tokens_at('tokens', 'group_tokens', ['clause_start - 1']) }}
),

openings as (
    select * from {{ ref('int_clauses') }}
),

-- "accused Syria of two attacks": who is accused is the attacker
accusations as (
    select distinct
        sentence_id,
        clause_number
    from candidates
    where event_type = 'ACCUSE' and telling = 'verb'
),

-- who says so is no party to what is said: "bombed villages, the observatory said"
speakers as (
    select * from {{ ref('int_reported_speakers') }}
),

reported as (
    select distinct mention_id from speakers
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
        coalesce(candidates.key_before, '') as trigger_key_before,
        coalesce(candidates.key_before in ('their', 'its'), false) as is_own_meeting,
        candidates.anchor_verb_number,
        candidates.is_announced,
        coalesce(candidates.is_growing_attack, false) as is_growing_attack,
        candidates.trigger_id,
        candidates.verb_form,
        candidates.clause_number as trigger_clause,
        openings.opening_classes,
        openings.opening_key,
        list_has_any(openings.opening_classes, ['relative', 'that']) and not coalesce(before_clause.is_lexical, false) as is_relative,
        before_clause.token_key as key_before_clause,
        groups.by_count > trigger_tokens.by_count as is_behind_by,
        trigger_tokens.comma_count as trigger_comma_count,
        group_tokens.comma_count,
        coalesce(after_group.is_lexical or after_group.is_chain, false) as is_before_verb,
        coalesce(list_has_any(after_group.word_classes, ['hitcause', 'event_noun']), false) as is_before_attack,
        list_has_any(own_openings.opening_classes, ['relative', 'that']) as is_group_relative,
        list_has_any(own_openings.opening_classes, ['relative', 'that', 'subordinator']) and groups.clause_number > 0 as is_group_dependent,
        own_openings.opening_key as own_opening_key,
        case
            when before_group.key_before in ('not', 'never') then ''
            when before_group.token_key in ('the', 'its', 'his', 'a') then coalesce(before_group.key_before, '')
            else coalesce(before_group.token_key, '')
        end as key_before_group,
        coalesce(before_own.is_lexical and before_own.token_number > candidates.token_end, false) as is_behind_another_verb,
        -- "It was Lee that had arranged it"
        coalesce(own_openings.is_cleft and groups.verb_number = 1, false) as is_cleft,
        -- "Turkey, whose forces", "Turkey, after weeks of talks,": the clause waits for its verb
        coalesce(own_openings.is_verbless and list_has_any(next_openings.opening_classes, ['relative', 'that', 'subordinator']), false) as is_left_open,
        groups.*,
        candidates.anchor_verb_number - groups.verb_number as verbs_between,
        accusations.sentence_id is not null as is_accused,
        reported.mention_id is not null as is_reported,
        bool_or(
            (
                groups.token_end < candidates.token_start and candidates.token_start - groups.token_end <= 2
                or groups.group_governor = 'by' and groups.token_start - candidates.token_end between 1 and 12
            )
            and groups.clause_number = candidates.clause_number and groups.verb_number = candidates.verb_number
        ) over (partition by candidates.mention_id) as has_owner,
        {{ has_russian_object_before() }} over (partition by candidates.mention_id) as has_oblique_before
    from candidates
    inner join groups on candidates.sentence_id = groups.sentence_id
    left join openings
        on candidates.sentence_id = openings.sentence_id and candidates.clause_number = openings.clause_number
    left join openings as own_openings
        on groups.sentence_id = own_openings.sentence_id and groups.clause_number = own_openings.clause_number
    left join openings as next_openings
        on groups.sentence_id = next_openings.sentence_id and groups.clause_number + 1 = next_openings.clause_number
    inner join trigger_tokens
        on candidates.sentence_id = trigger_tokens.sentence_id and candidates.token_end = trigger_tokens.token_number
    inner join group_tokens
        on groups.sentence_id = group_tokens.sentence_id and groups.group_end = group_tokens.token_number
    left join group_tokens as after_group
        on groups.sentence_id = after_group.sentence_id and groups.group_end + 1 = after_group.token_number
    left join group_tokens as before_group
        on groups.sentence_id = before_group.sentence_id and groups.group_start - 1 = before_group.token_number
    left join own_lead_ins as before_own
        on groups.sentence_id = before_own.sentence_id and group_tokens.clause_start - 1 = before_own.token_number
    left join trigger_tokens as before_clause
        on candidates.sentence_id = before_clause.sentence_id and candidates.clause_start - 1 = before_clause.token_number
    left join accusations
        on candidates.sentence_id = accusations.sentence_id and candidates.clause_number = accusations.clause_number
    left join reported on candidates.mention_id = reported.mention_id
    left join speakers
        on candidates.mention_id = speakers.mention_id and groups.actor_mention_id = speakers.actor_mention_id
    anti join {{ ref('int_counters') }} as counters
        on candidates.mention_id = counters.mention_id and groups.actor_mention_id = counters.actor_mention_id
    where
        -- "told the Security Council that": who tells it takes part
        (speakers.mention_id is null or {{ is_trigger("telling", "candidates.trigger_id") }})
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
            when is_group_oblique and clause_number = trigger_clause and ends_with(trigger_id, '-ru') and not is_passive then null
            -- "he said that Russia had helped, thanking Lee": who speaks, thanks
            when verb_form = 'participial' and is_reported then null
            -- "drew up a line, saying it must be kept": of whom it is asked is a thing
            when anchor_key_before in ('it', 'this') and {{ is_trigger("being_asked") }} then null
            -- "Резолюцию Норвегии принял Совет": whose draft it is
            when is_group_of_drafters and event_type = 'AGREE' then null
            -- a proposal warns of nothing
            when is_of_act and event_type = 'THREATEN' then null
            {{ gerund_subject_ranks() }}
            -- "the rebels, whom Turkey backs, attacked": the verb goes on with the subject before the relative clause
            when is_relative and telling = 'verb' and anchor_key_before = ',' and anchor_verb_number >= 2
                then
                    case
                        when clause_number = trigger_clause - 1 and group_governor = '' and verb_number = 0 then 1
                        when clause_number = trigger_clause - 1 and group_governor = '' and token_end >= clause_start_token - 3 then 2
                        -- "fighters of the group, which Turkey backs, attacked"
                        when clause_number = trigger_clause - 1 and group_governor = 'of' and verb_number = 0 then 3
                    end
            -- "Turkey, whose forces have been there since 2016, welcomed the deal"
            when
                telling = 'verb' and anchor_key_before = ',' and is_left_open
                and verb_form in ('finite', 'perfect', 'modal', 'passive', 'progressive')
                and clause_number < trigger_clause and group_governor = '' and verb_number = 0
                and list_has_any(opening_classes, ['relative', 'that', 'subordinator', 'coordinator'])
                then 2
            -- the subject stands before the verb; behind a preposition it is no subject
            when
                token_end < chain_start and clause_number = trigger_clause
                and group_governor = '' and telling in ('verb', 'light')
                then
                    case
                        when is_announced and verbs_between = 0 then 1
                        -- "Lee's refusal to sign"
                        when is_resolved and verb_form = 'infinitive' and verbs_between = 0 and chain_start - token_end <= 8 then 1
                        -- "The UN calls on", "Lee and Kim co-chaired": a verb that may be a noun
                        when verbs_between = 0 and verb_form = 'finite' and group_end in (chain_start - 1, trigger_start - 1) then 1
                        -- "Trump decided to lift sanctions imposed in May"
                        when is_passive and verb_form = 'participle' and verbs_between >= 2 then null
                        -- "in the city, which the group holds, hundreds protested": who stands before the verb is new
                        when
                            actor_pattern <> 'participants' and opening_key = 'which' and comma_count < trigger_comma_count
                            and anchor_key_before not in (',', 'and', 'but', 'or')
                            then null
                        -- "is fragile, the envoy, Lee, warned"
                        when anchor_key_before = ',' and is_group_apposed and verb_number = 1 and by_count = 0 and group_end = chain_start - 2 then 1
                        when verbs_between = 1 and (verb_number = 0 or anchor_key_before not in (',', 'and', 'but', 'or', 'и', 'а', 'но')) then 1
                        when verbs_between >= 1 and verb_number = 0 then 2
                        -- "men seized army posts and fled": whom the first verb takes is not who does the second
                        when verbs_between >= 2 or verbs_between = 1 and anchor_key_before not in ('and', 'but', 'or', 'и', 'а', 'но') then 4
                    end
            -- "the decision of Lee to open the crossing"
            when
                token_end < chain_start and clause_number = trigger_clause and telling = 'verb' and verb_form = 'infinitive'
                and is_resolved and verbs_between = 0 and chain_start - token_end <= 8
                then 1
            -- "leaders of the groups signed", "aid from Kuwait arrived"
            when
                token_end < chain_start
                and clause_number = trigger_clause
                and (group_governor = 'of' or group_governor = 'from' and event_type = 'AID')
                and telling in ('verb', 'light')
                and (verb_number = 0 or verb_form = 'participle' and group_end = chain_start - 1)
                -- "the envoys of Lee, meeting in Geneva, urged"
                and (verbs_between = 1 or verbs_between = 2 and anchor_key_before = ',')
                and not (is_growing_attack and not is_group_of_cause)
                then 3
            -- "positions held by the group were shelled"
            when token_end < chain_start and clause_number = trigger_clause and is_group_holding and event_type = 'ASSAULT' and is_passive then 3
            -- "several states, including Egypt and Iraq, rejected"
            when {{ is_among_subjects() }} then 9
            -- "a letter sent by Lee to Kim recommends"
            when
                token_end < chain_start and clause_number = trigger_clause and telling = 'verb' and not is_passive
                and group_governor in ('from', 'by') and event_type = 'REQUEST'
                and {{ is_trigger("asking") }}
                then 5
            -- "an agreement between the two was signed", "sanctions against Syria were imposed"
            when
                token_end < chain_start
                and clause_number = trigger_clause
                and (verb_number = 0 or verb_form = 'participle' and group_end = chain_start - 1)
                and verbs_between = 1
                and telling = 'verb'
                and (
                    group_governor in ('between', 'among', 'межд') and actor_pattern = 'participants'
                    -- "clashes between the army and the group left four dead"
                    or group_governor = 'between' and event_type = 'ASSAULT' and {{ is_trigger("fighting") }}
                    -- "соглашение с Турцией подписано"
                    or group_governor in ('с', 'со') and actor_pattern = 'participants' and is_passive
                    or group_governor in ('against', 'on', 'upon', 'против') and event_type in ('SANCTION', 'CONCEDE') and is_passive
                )
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
                -- "told Lee that Russia would help"
                and not (opening_key = 'that' and not is_cleft and (is_person or group_governor = '' and verb_number > 0))
                and group_end >= clause_start_token - case when list_contains(opening_classes, 'that') then 1 else 3 end
                then 5
            when
                token_end < clause_start_token
                and clause_number < trigger_clause
                and telling in ('verb', 'light')
                and {{ goes_on_with_a_subject() }}
                and verb_number = 0
                and group_governor = ''
                then 6
            -- "прибыл в Дамаск, где встретился с"
            when
                opening_key = 'где' and clause_number = trigger_clause - 1 and telling = 'verb' and verb_number = 0 and group_governor = '' then 7
            when {{ is_russian_subject_behind() }} or {{ is_russian_subject_of_gerund() }} then 8
            when
                clause_number = trigger_clause and telling = 'verb' and not is_passive
                and (
                    group_governor = 'together with'
                    -- "With Lee Kim agreed", "С ним встретился"
                    or group_governor in ('with', 'с', 'со') and actor_pattern = 'participants' and token_end < chain_start
                    and verb_number = 0 and group_start <= clause_start_token + 2
                )
                then 0
        end as subject_rank,
        case
            -- "Lee decided that the crossing would be reopened"
            when
                is_passive and clause_number = trigger_clause - 1 and group_governor = '' and verb_number = 0
                and opening_key = 'that' and key_before_clause in ('decided', 'ordered', 'ruled', 'decreed', 'directed')
                then 1
            when clause_number <> trigger_clause then null
            -- "сирийскими войсками освобожден город"
            when {{ is_russian_agent() }} and token_end < trigger_start and verbs_between = 1 then 1
            when token_start <= trigger_end then null
            -- "the village fell to the army", "the party has the support of Lee"
            when
                (group_governor in ('to', 'of') or group_governor = 'from' and event_type = 'ACCUSE')
                and {{ is_trigger("passive_in_sense") }} and verb_number = anchor_verb_number
                then 1
            when is_passive and group_governor = 'by' and (verb_number = anchor_verb_number or telling <> 'verb') then 1
            -- "an agreement was reached by Lee and Kim"
            when trigger_kind = 'phrase' and group_governor = 'by' and verb_number = anchor_verb_number and not {{ is_of_duty() }} then 1
            -- "были обстреляны турецкими военными", "обстреляна боевиками группировки"
            when {{ is_russian_passive() }} and verb_number = anchor_verb_number and group_start - trigger_end <= agent_reach then 1
            -- "vaccines were brought through the Red Crescent", "more is to come through it"
            when
                event_type = 'AID' and verb_number = anchor_verb_number
                and (group_governor in ('through', 'via') or group_governor = 'together with' and is_passive)
                then 1
            -- "received kits from the agency"
            when
                event_type = 'AID' and telling = 'verb' and group_governor in ('from', 'от') and verb_number = anchor_verb_number
                and {{ is_trigger("receiving") }}
                then 1
            -- "died in an ambush by the group"
            when actor_pattern = 'target_only' and group_governor = 'by' and is_behind_by then 1
            -- "killed in an Israeli raid"
            when is_passive and event_type = 'ASSAULT' and is_of_act and group_governor in ('in', 'during') then 1
            -- "by a helicopter of the air force"
            when is_passive and group_governor = 'of' and is_behind_by and verb_number = anchor_verb_number and group_start - trigger_end <= 10 then 1
        end as agent_rank,
        {{ clause_object_rank() }} as object_rank,
        {{ is_repelled_attacker() }} as is_attacker,
        {{ noun_source_rank() }} as noun_source_rank,
        {{ noun_target_rank() }} as noun_target_rank,
        -- "thanked Lee for Russia's help"
        event_type = 'SUPPORT' and telling in ('verb', 'light') and group_governor = 'for' and clause_number = trigger_clause
        and token_start > trigger_end and verb_number = anchor_verb_number and group_start - trigger_end <= 9
        and {{ is_trigger("thanking") }}
            as is_thanked
    from pairs
),

shared as (
    select
        *,
        bool_or(coalesce(subject_rank in (1, 2) and clause_number = trigger_clause, false)) over (partition by mention_id) as has_own_subject
    from judged
),

-- who stands nowhere takes no part
final as (
    select
        mention_id,
        event_type,
        actor_pattern,
        telling,
        actor_mention_id,
        actor_id,
        token_start,
        group_number,
        subject_rank,
        agent_rank,
        object_rank,
        noun_source_rank,
        noun_target_rank,
        is_attacker,
        token_end < trigger_start as is_before_trigger,
        -- "Turkey, whose forces were sent": they are its own
        coalesce(event_type in ('MOBILIZE', 'RETREAT') and opening_key = 'whose' and clause_number < trigger_clause, false) as is_owned_force,
        -- "delivered food of the UN": whose the goods are
        event_type = 'AID' and group_governor = 'of' and not is_passive and group_start - trigger_end <= 5 as is_owner_of_goods,
        is_passive and (
            -- "rockets were fired at the army"
            event_type = 'ASSAULT' and {{ is_aim() }}
            -- "the town will be handed over to the army"
            or event_type in ('CONCEDE', 'AID') and group_governor = 'to'
        ) as is_aim,
        is_group_of_drafters and is_passive as is_passed_draft,
        is_thanked,
        -- "the Russian proposal was sent by Lee": whose the noun is does not turn round
        -- "Turkey must leave": of whom it is asked stands before the verb
        {{ is_of_duty() }}
        or is_passive and telling <> 'happening' and not (event_type = 'REQUEST' and (is_of_act or group_governor = 'to')) as is_turned_round,
        has_own_subject
    from shared
    where coalesce(subject_rank, agent_rank, object_rank, noun_source_rank, noun_target_rank) is not null or is_attacker or is_thanked
)

select * from final
