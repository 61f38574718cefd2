with

mentions as (
    select * from {{ ref('int_trigger_mentions') }}
    where event_type <> 'NONE'
),

tokens as not materialized (
    select * from {{ ref('int_clause_tokens') }}
),

cues as (
    select * from {{ ref('int_modality_mentions') }}
),

lexical as (
    select
        sentence_id,
        clause_number,
        verb_number,
        token_number,
        chain_start,
        word_classes,
        list_contains(word_classes, 'happen_verb')
        or (list_contains(word_classes, 'happen_passive') and list_has_any(classes_before, ['be', 'adverb', 'negation']))
            as is_happening
    from tokens
    where is_lexical
),

-- "the patrol that both forces held": the noun's verb stands in the relative clause behind it
related as (
    select
        mentions.mention_id,
        min(lexical.token_number) as verb_related
    from mentions
    inner join tokens as opening
        on
            mentions.sentence_id = opening.sentence_id
            and opening.token_number between mentions.token_end + 1 and mentions.token_end + 2
            and opening.token_number = opening.clause_start
            and list_has_any(opening.word_classes, ['relative', 'that'])
    inner join lexical
        on
            mentions.sentence_id = lexical.sentence_id
            and opening.clause_number = lexical.clause_number
            and lexical.verb_number = 1
            and list_contains(lexical.word_classes, 'light_verb')
    where mentions.trigger_kind = 'noun'
    group by mentions.mention_id
),

carriers as (
    select
        mentions.mention_id,
        max(lexical.token_number) filter (
            where lexical.token_number < mentions.token_start and lexical.verb_number = mentions.verb_number
        ) as verb_before,
        max_by(list_contains(lexical.word_classes, 'light_verb'), lexical.token_number) filter (
            where lexical.token_number < mentions.token_start and lexical.verb_number = mentions.verb_number
        ) as is_light,
        -- "начались переговоры": in Russian the verb may stand first
        coalesce(max_by(mentions.language = 'ru' and lexical.is_happening, lexical.token_number) filter (
            where lexical.token_number between mentions.token_start - 6 and mentions.token_start - 1 and lexical.verb_number = mentions.verb_number
        ), false) as is_happening_first,
        min(lexical.token_number) filter (
            where lexical.token_number > mentions.token_end and lexical.verb_number = mentions.verb_number + 1
        ) as verb_after,
        min_by(lexical.is_happening, lexical.token_number) filter (
            where lexical.token_number > mentions.token_end and lexical.verb_number = mentions.verb_number + 1
        ) as is_happening
    from mentions
    inner join lexical
        on mentions.sentence_id = lexical.sentence_id and mentions.clause_number = lexical.clause_number
    where mentions.trigger_kind = 'noun'
    group by mentions.mention_id
),

anchored as (
    select
        mentions.*,
        case
            when mentions.trigger_kind <> 'noun' then 'verb'
            when related.mention_id is not null then 'related'
            when carriers.is_happening and not coalesce(carriers.is_light, false) and coalesce(mentions.governor, '') = '' then 'happening'
            when carriers.is_happening_first and coalesce(mentions.governor, '') = '' then 'happening'
            when carriers.is_light then 'light'
            when
                mentions.event_type = 'CONSULT' and mentions.token_start <= mentions.clause_start + 4
                and (
                    mentions.governor in ('in', 'at', 'during', 'on', 'after', 'following', 'на', 'в', 'посл')
                    or mentions.key_before in ('after', 'following', 'после')
                    -- "After a meeting with Lee, Kim praised him"
                    or mentions.token_start = mentions.clause_start + 2
                    and mentions.key_before in ('a', 'the', 'his', 'her', 'their')
                    and opening.token_key in ('after', 'following', 'before', 'during')
                )
                then 'setting'
            when
                mentions.event_type = 'CONSULT'
                and mentions.key_before in ('after', 'following', 'during', 'at', 'итогам', 'после', 'ходе')
                then 'setting'
            else 'bare'
        end as telling,
        case
            -- "co-chaired": the verb is the second half
            when mentions.trigger_kind = 'verb' and regexp_matches(mentions.trigger_id, '^[a-z]+-co-') then mentions.token_start + 1
            when mentions.trigger_kind <> 'noun' then mentions.token_start
            when carriers.is_happening and not coalesce(carriers.is_light, false) and coalesce(mentions.governor, '') = '' then carriers.verb_after
            when carriers.is_light or carriers.is_happening_first and coalesce(mentions.governor, '') = '' then carriers.verb_before
            else mentions.token_start
        end as anchor_token
    from mentions
    left join carriers on mentions.mention_id = carriers.mention_id
    left join related on mentions.mention_id = related.mention_id
    left join tokens as opening
        on mentions.sentence_id = opening.sentence_id and mentions.clause_start = opening.token_number
),

near_tokens as materialized (
    {{ tokens_at('tokens', 'anchored', ['anchor_token', 'token_end + 1', 'token_end + 2', 'clause_start - 1', 'clause_start - 2']) }}
),

chain_openings as (
    {{ tokens_at('tokens', 'near_tokens', ['chain_start']) }}
),

placed as (
    select
        anchored.* exclude (chain_start),
        anchor.chain_start,
        anchor.verb_number as anchor_verb_number,
        anchor.token_key as anchor_key,
        chain.key_before as anchor_key_before,
        after.token_key as key_after,
        -- "suggests that they form a group"
        list_contains(anchored.form_numbers, 1) and anchored.trigger_kind = 'verb'
        and if(opening.token_key = 'that', before_opening.token_key, opening.token_key) in (
            'suggest', 'suggests', 'suggested', 'suggesting', 'recommend', 'recommends', 'recommended', 'recommending', 'propose', 'proposes',
            'proposed', 'proposing', 'demand', 'demands', 'demanded', 'demanding', 'insist', 'insists', 'insisted', 'request', 'requests',
            'requested', 'ask', 'asks', 'asked', 'urge', 'urges', 'urged', 'advise', 'advises', 'advised'
        ) as is_subjunctive
    from anchored
    inner join near_tokens as anchor
        on anchored.sentence_id = anchor.sentence_id and anchored.anchor_token = anchor.token_number
    inner join chain_openings as chain
        on anchored.sentence_id = chain.sentence_id and anchor.chain_start = chain.token_number
    left join near_tokens as after
        on anchored.sentence_id = after.sentence_id and anchored.token_end + 1 = after.token_number
    left join near_tokens as opening
        on anchored.sentence_id = opening.sentence_id and anchored.clause_start - 1 = opening.token_number
    left join near_tokens as before_opening
        on anchored.sentence_id = before_opening.sentence_id and anchored.clause_start - 2 = before_opening.token_number
    left join near_tokens as refused
        on anchored.sentence_id = refused.sentence_id and anchored.token_end + 2 = refused.token_number
    -- "declined to comment" is no act
    where not (anchored.event_type = 'REJECT' and after.token_key = 'to' and refused.token_key in ('comment', 'elaborate', 'say', 'respond'))
),

chains as (
    select
        placed.mention_id,
        bool_or(list_contains(tokens.word_classes, 'be')) as has_be,
        bool_or(list_contains(tokens.word_classes, 'have')) as has_have,
        bool_or(list_contains(tokens.word_classes, 'modal')) as has_modal,
        bool_or(list_contains(tokens.word_classes, 'do')) as has_do,
        bool_or(tokens.token_key = 'to') as has_to,
        bool_or(tokens.token_key = 'having') as has_having
    from placed
    inner join tokens
        on
            placed.sentence_id = tokens.sentence_id
            and tokens.is_chain
            and tokens.token_number between placed.chain_start and placed.anchor_token - 1
            and placed.clause_number = tokens.clause_number
    group by placed.mention_id
),

cued as (
    select
        placed.mention_id,
        bool_or(cues.cue_class = 'planned' and cues.token_end >= placed.chain_start - 1) as is_planned,
        bool_or(cues.cue_class = 'called_for' and cues.token_end >= placed.chain_start - 1) as is_called_for,
        bool_or(cues.cue_class = 'promised' and cues.token_end >= placed.chain_start - 1) as is_promised,
        bool_or(cues.cue_class = 'happened' and cues.token_end >= placed.chain_start - 1) as is_catenative,
        bool_or(cues.cue_class = 'negated' and (
            cues.token_end >= placed.chain_start - 1
            or cues.cue_id in ('no', 'not') and cues.token_start >= placed.token_start - 7
            -- "Lee, which was not invited, denounced the talks"
            and not (
                placed.trigger_kind = 'verb' and placed.anchor_key_before in (',', 'and', 'but') and not list_contains(placed.form_numbers, 1)
                and placed.anchor_verb_number > 1
            )
            -- "No new agreement on joining the truce was signed"
            or cues.cue_id = 'no' and cues.token_start = placed.clause_start and placed.anchor_verb_number <= 1
        )) as is_negated
    from placed
    inner join cues
        on
            placed.sentence_id = cues.sentence_id
            -- "the summit will take place", "talks were scheduled": the verb of a happening may be the cue itself
            and cues.token_end < greatest(placed.anchor_token, placed.token_start) + if(placed.telling = 'happening', 1, 0)
            and placed.clause_start <= cues.token_start
            and cues.token_start >= placed.anchor_token - 12
    group by placed.mention_id
),

conditions as (
    select distinct placed.mention_id
    from placed
    inner join cues
        on
            placed.sentence_id = cues.sentence_id
            and cues.cue_class = 'condition'
            and cues.token_start between placed.clause_start and placed.clause_start + 2
            and placed.anchor_token > cues.token_end
),

-- the verb on which an infinitive or a bare base form hangs
governing as (
    select
        placed.mention_id,
        max_by(lexical.word_classes, lexical.token_number) as governing_classes
    from placed
    inner join lexical
        on
            placed.sentence_id = lexical.sentence_id
            and placed.clause_number = lexical.clause_number
            and placed.chain_start > lexical.token_number
    where placed.trigger_kind = 'verb' and list_contains(placed.form_numbers, 1)
    group by placed.mention_id
),

-- "Putin, Assad to meet": a headline's infinitive behind a name
announced as (
    select distinct placed.mention_id
    from placed
    inner join tokens
        on
            placed.sentence_id = tokens.sentence_id
            and placed.chain_start - 1 = tokens.token_number
            and tokens.is_capitalised
            and placed.trigger_kind = 'verb'
            and list_contains(placed.form_numbers, 1)
            and placed.anchor_verb_number = 0
),

after_cued as (
    select distinct placed.mention_id
    from placed
    inner join cues
        on
            placed.sentence_id = cues.sentence_id
            and cues.cue_class = 'negated'
            and cues.token_start between placed.token_end + 1 and placed.token_end + 2
    where placed.trigger_kind = 'verb'
),

judged as (
    select
        placed.*,
        coalesce(chains.has_be, false) as has_be,
        coalesce(chains.has_have, false) as has_have,
        coalesce(chains.has_modal, false) as has_modal,
        coalesce(chains.has_do, false) as has_do,
        coalesce(chains.has_to, false) as has_to,
        coalesce(chains.has_having, false) as has_having,
        coalesce(cued.is_planned, false)
        or (coalesce(chains.has_to, false) and coalesce(list_contains(governing.governing_classes, 'planning_verb'), false))
        or (coalesce(chains.has_to, false) and governing.mention_id is null and announced.mention_id is not null)
            as is_planned,
        coalesce(chains.has_to, false) and governing.mention_id is null and announced.mention_id is not null as is_announced,
        coalesce(list_contains(governing.governing_classes, 'causative'), false) as is_caused,
        coalesce(cued.is_called_for, false) as is_called_for,
        coalesce(cued.is_promised, false) as is_promised,
        coalesce(cued.is_catenative, false)
        or (coalesce(chains.has_to, false) and coalesce(list_contains(governing.governing_classes, 'deciding_verb'), false))
            as is_catenative,
        coalesce(cued.is_negated, false) or after_cued.mention_id is not null as is_negated,
        conditions.mention_id is not null as is_condition
    from placed
    left join chains on placed.mention_id = chains.mention_id
    left join cued on placed.mention_id = cued.mention_id
    left join conditions on placed.mention_id = conditions.mention_id
    left join governing on placed.mention_id = governing.mention_id
    left join announced on placed.mention_id = announced.mention_id
    left join after_cued on placed.mention_id = after_cued.mention_id
),

formed as (
    select
        *,
        case
            when trigger_kind <> 'verb' then trigger_kind
            when language <> 'en' then case voice when 'passive' then 'passive' else 'finite' end
            -- "accused them of having put forward drafts"
            when has_having and anchor_key_before in ('of', 'for', 'with') then 'gerund'
            when list_contains(form_numbers, 1) and has_to then 'infinitive'
            when list_contains(form_numbers, 1) and (has_modal or has_do) then 'modal'
            when
                form_numbers = [5] and not has_be and key_before = ',' and token_start > clause_start + 1
                and event_type in ('REQUEST', 'ACCUSE', 'SUPPORT', 'REJECT', 'THREATEN', 'PROMISE', 'SANCTION')
                then 'participial'
            when form_numbers = [5] and list_contains(classes_before, 'phase_verb') then 'finite'
            when list_contains(form_numbers, 5) then case when has_be then 'progressive' else 'gerund' end
            when list_contains(form_numbers, 4) and has_be then 'passive'
            when list_contains(form_numbers, 4) and has_have then 'perfect'
            when list_contains(form_numbers, 4) and key_after = 'by' then 'participle'
            when list_contains(form_numbers, 4) and not list_contains(form_numbers, 3) and not list_contains(form_numbers, 1)
                then 'participle'
            when
                list_contains(form_numbers, 4)
                and not list_contains(form_numbers, 1)
                and (list_has_any(classes_before, ['agreement', 'membership', 'sanctions']) or key_before = ',')
                -- "the Union, whose members met, imposed sanctions"
                and (key_before <> ',' or key_after in ('by', 'in', 'on', 'upon', 'against', 'at', 'for', 'under', 'since', 'over', 'after', 'between', 'with'))
                and event_type in ('AGREE', 'SANCTION')
                then 'participle'
            when form_numbers = [1] and (list_contains(classes_before, 'coordinator') or is_caused)
                then 'coordinated'
            when form_numbers = [1] and has_be then 'coordinated'
            else 'finite'
        end as verb_form,
        event_type = 'AID' and is_planned and contains(trigger_id, '-with-money') as is_sum_to_come
    from judged
),

final as (
    select
        mention_id,
        sentence_id,
        document_id,
        token_start, token_end, char_start, char_end,
        trigger_id,
        -- "will give 250 million pounds": a sum that is still to come is promised
        case when is_sum_to_come then 'PROMISE' else event_type end as event_type,
        trigger_kind,
        actor_pattern,
        modality_hint,
        telling,
        verb_form,
        verb_form in ('passive', 'participle')
        and actor_pattern <> 'target_only'
        or (telling = 'happening' and has_be)
        or regexp_matches(trigger_id, '^assault-fall-(?:to|into)')
            as is_passive,
        anchor_token,
        anchor_verb_number,
        verb_number,
        clause_number, clause_start, clause_end, chain_start,
        anchor_key_before, classes_before, key_before, kind_before,
        is_named,
        is_condition,
        is_negated,
        case
            when event_type in ('REQUEST', 'PROMISE') and modality_hint is not null then modality_hint
            when is_called_for or coalesce(is_subjunctive, false) then 'called_for'
            when is_sum_to_come then 'promised'
            when is_promised then 'promised'
            when is_planned then 'planned'
            when telling = 'happening' and anchor_key in ('пройдет', 'пройдут', 'состоится', 'состоятся', 'начнется', 'начнутся') then 'planned'
            when modality_hint is not null then modality_hint
            else 'happened'
        end as modality,
        -- Russian forms begin with the past
        language = 'en' and (form_numbers = [2] or form_numbers = [1] and verb_form = 'finite') as is_present,
        is_announced,
        is_planned or is_called_for or is_promised or is_catenative as is_licensed
    from formed
    where
        verb_form not in ('gerund', 'coordinated')
        -- "Fortified biscuits were handed out": no verb, but what kind of biscuits
        and not (
            trigger_kind = 'verb' and language = 'en' and token_start = 1 and not list_contains(form_numbers, 1)
            and coalesce(key_after, '') <> 'by'
            -- "2. Calls upon the United Nations to act": a list leaves its subject out
            and not (form_numbers = [2] and event_type in ('REQUEST', 'ACCUSE', 'SUPPORT', 'REJECT', 'PROMISE', 'THREATEN'))
        )
        -- "told a news conference", "announced 3 million in aid"
        and not (telling = 'light' and anchor_key in ('told', 'tell', 'tells') and (key_before in ('news', 'press') or governor in ('of', 'about')))
        -- "talks, which had international support": nobody gave it on a day
        and not (telling = 'light' and event_type = 'SUPPORT' and anchor_key in ('have', 'has', 'had', 'having'))
        and not (telling = 'light' and event_type = 'AID' and anchor_key in ('announce', 'announces', 'announced', 'consider', 'considered', 'planned'))
        -- "in a statement released on Monday": no prisoners
        and not (starts_with(trigger_id, 'concede-release') and key_before in ('statement', 'report', 'figures', 'data', 'video', 'photo', 'footage'))
        -- "the war has left 300,000 dead", "they left 17 dead": no attack, but the sum of many
        and not (
            starts_with(trigger_id, 'assault-leave-with')
            and anchor_key_before in ('war', 'conflict', 'crisis', 'and', 'which', 'that', 'they', 'these', 'it')
        )
        and not (
            regexp_matches(trigger_id, '^assault-(?:claim|take|cost)-the-li')
            and anchor_key_before in ('war', 'conflict', 'crisis', 'they', 'these', 'it')
        )
        -- "held a press conference"
        and not (trigger_id = 'request-press' and key_after in ('conference', 'conferences', 'release', 'service', 'briefing', 'office', 'secretary'))
        -- "the chair designated by the opposition": an office
        and not (trigger_id = 'sanction-designate' and verb_form = 'participle')
        -- "would have kept": what did not come about
        and not (trigger_kind = 'verb' and has_modal and has_have)
        and not (telling = 'light' and has_to and not (is_planned or is_called_for or is_promised or is_catenative))
        and not (verb_form = 'infinitive' and not (is_planned or is_called_for or is_promised or is_catenative))
)

select * from final
