with

placed as (
    select * from {{ ref('int_trigger_anchors') }}
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
        token_number,
        word_classes
    from tokens
    where is_lexical
),

chains as (
    select
        placed.mention_id,
        bool_or(list_contains(tokens.word_classes, 'be')) as has_be,
        bool_or(list_contains(tokens.word_classes, 'have')) as has_have,
        bool_or(list_contains(tokens.word_classes, 'modal')) as has_modal,
        bool_or(list_contains(tokens.word_classes, 'do')) as has_do,
        bool_or(tokens.token_key = 'to') as has_to,
        bool_or(tokens.token_key in ('also', 'further', 'additionally', 'такж')) as has_also,
        bool_or(tokens.token_key in ('is', 'are')) as has_present_be,
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

supposing as (
    {{ supposing_words('tokens') }}
),

-- the verb on which an infinitive or a bare base form hangs
governing as (
    select
        placed.mention_id,
        max_by(lexical.word_classes, lexical.token_number) as governing_classes,
        max(lexical.token_number) as governing_token
    from placed
    inner join lexical
        on
            placed.sentence_id = lexical.sentence_id
            and placed.clause_number = lexical.clause_number
            and placed.chain_start > lexical.token_number
    where placed.trigger_kind = 'verb' and list_contains(placed.form_numbers, 1)
    group by placed.mention_id
),

-- the cues before a verb; between a Russian infinitive and what it hangs on may stand a date and a place
reaching as (
    select
        cues.*,
        placed.mention_id as event_mention_id,
        cues.token_end >= placed.chain_start - 1
        or placed.language = 'ru'
        and placed.form_numbers = [1]
        and cues.token_end >= greatest(placed.chain_start - 7, coalesce(governing.governing_token, 0))
            as is_at_verb
    from placed
    inner join cues
        on
            placed.sentence_id = cues.sentence_id
            -- "the summit will take place", "talks were scheduled": the verb of a happening may be the cue itself
            and cues.token_end < greatest(placed.anchor_token, placed.token_start) + if(placed.telling = 'happening', 1, 0)
            and (
                placed.clause_start <= cues.token_start
                -- "the army will withdraw after signing the deal"
                or placed.is_gerund_of_act and cues.cue_class = 'planned'
            )
            -- "none of Russia, China, the United States and France may veto it"
            and (cues.token_start >= placed.anchor_token - 12 or cues.cue_id = 'no' and cues.token_start <= placed.clause_start + 1)
    left join governing on placed.mention_id = governing.mention_id
),

cued as (
    select
        placed.mention_id,
        bool_or(cues.cue_class = 'planned' and (placed.is_gerund_of_act or cues.is_at_verb)) as is_planned,
        bool_or(cues.cue_class = 'called_for' and cues.is_at_verb) as is_called_for,
        bool_or(cues.cue_class = 'promised' and cues.is_at_verb) as is_promised,
        bool_or(cues.cue_class = 'happened' and cues.is_at_verb) as is_catenative,
        bool_or(cues.cue_class = 'negated' and (
            cues.is_at_verb
            or cues.cue_id in ('no', 'not') and cues.token_start >= placed.token_start - 7
            -- "Lee, which was not invited, denounced the talks"
            and not (
                placed.trigger_kind = 'verb' and placed.anchor_key_before in (',', 'and', 'but') and not list_contains(placed.form_numbers, 1)
                and placed.anchor_verb_number > 1
            )
            -- "No new agreement on joining the truce was signed"
            or cues.cue_id = 'no' and cues.token_start - placed.clause_start between 0 and 1 and placed.anchor_verb_number <= 1
        )) as is_negated
    from placed
    inner join reaching as cues on placed.mention_id = cues.event_mention_id
    group by placed.mention_id
),

conditions as (
    select placed.mention_id
    from placed
    inner join cues
        on
            placed.sentence_id = cues.sentence_id
            and cues.cue_class = 'condition'
            and cues.token_start between placed.clause_start and placed.clause_start + 2
            and placed.anchor_token > cues.token_end
    union
    -- "will answer should the attacks go on", "would go home once the war was over"
    select placed.mention_id
    from placed
    inner join supposing
        on
            placed.sentence_id = supposing.sentence_id
            and placed.clause_number = supposing.clause_number
            and placed.anchor_token > supposing.token_number
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

-- "killed no one", but not "pursued without mercy", nor "urged Turkey not to go on"
after_cued as (
    select distinct placed.mention_id
    from placed
    inner join cues
        on
            placed.sentence_id = cues.sentence_id
            and cues.cue_class = 'negated'
            and cues.token_start between placed.token_end + 1 and placed.token_end + 2
    inner join tokens
        on cues.sentence_id = tokens.sentence_id and cues.token_start = tokens.token_number
    where
        placed.trigger_kind = 'verb' and tokens.token_key <> 'without'
        and not (cues.cue_id = 'not' and placed.event_type in ('REQUEST', 'PROMISE', 'THREATEN'))
        -- "asked that no one be deported"
        and not (placed.key_after in ('that', 'что', 'чтоб') and placed.event_type in ('REQUEST', 'PROMISE', 'THREATEN', 'ACCUSE', 'REJECT', 'SUPPORT'))
),

-- "Shelled were two villages", "Killed in the raid were three nurses": the participle stands first
inverted as (
    select distinct placed.mention_id
    from placed
    inner join tokens
        on
            placed.sentence_id = tokens.sentence_id
            and tokens.token_number between placed.token_end + 1 and placed.token_end + 9
            and list_contains(tokens.word_classes, 'be')
    anti join lexical
        on placed.sentence_id = lexical.sentence_id and lexical.token_number between tokens.token_number + 1 and tokens.token_number + 3
    where
        placed.trigger_kind = 'verb'
        and placed.language = 'en'
        and placed.token_start = 1
        and list_contains(placed.form_numbers, 4)
        and not list_contains(placed.form_numbers, 1)
        and placed.key_after in ('was', 'were', 'by', 'in', 'on', 'at', 'near', 'during', 'when')
),

-- "0 people were killed", "killed 0 people", "0 shellings"
counted_none as (
    select distinct placed.mention_id
    from placed
    inner join {{ ref('int_number_mentions') }} as zeros
        on
            placed.sentence_id = zeros.sentence_id
            and zeros.value = 0
            and (
                zeros.token_end between greatest(placed.clause_start, placed.chain_start - 4) and placed.chain_start - 1
                or zeros.token_end = placed.token_start - 1
                or zeros.token_start = placed.token_end + 1
            )
    where placed.trigger_kind = 'verb' or placed.trigger_kind = 'noun' and zeros.token_end = placed.token_start - 1
),

judged as (
    select
        placed.*,
        coalesce(chains.has_be, false) as has_be,
        coalesce(chains.has_have, false) as has_have,
        coalesce(chains.has_modal, false) as has_modal,
        coalesce(chains.has_do, false) as has_do,
        coalesce(chains.has_to, false) as has_to,
        coalesce(chains.has_also, false) as has_also,
        coalesce(chains.has_present_be, false) as has_present_be,
        coalesce(chains.has_having, false) as has_having,
        coalesce(cued.is_planned, false)
        or (coalesce(chains.has_to, false) and coalesce(list_contains(governing.governing_classes, 'planning_verb'), false))
        or (coalesce(chains.has_to, false) and governing.mention_id is null and announced.mention_id is not null)
            as is_planned,
        coalesce(chains.has_to, false) and governing.mention_id is null and announced.mention_id is not null as is_announced,
        coalesce(list_contains(governing.governing_classes, 'causative'), false) as is_caused,
        coalesce(list_contains(governing.governing_classes, 'demanding_verb'), false) as is_demanded,
        coalesce(cued.is_called_for, false) as is_called_for,
        coalesce(cued.is_promised, false) as is_promised,
        coalesce(cued.is_catenative, false)
        or (coalesce(chains.has_to, false) and coalesce(list_contains(governing.governing_classes, 'deciding_verb'), false))
            as is_catenative,
        coalesce(cued.is_negated, false) or after_cued.mention_id is not null or counted_none.mention_id is not null as is_negated,
        conditions.mention_id is not null as is_condition,
        inverted.mention_id is not null as is_inverted
    from placed
    left join chains on placed.mention_id = chains.mention_id
    left join cued on placed.mention_id = cued.mention_id
    left join conditions on placed.mention_id = conditions.mention_id
    left join governing on placed.mention_id = governing.mention_id
    left join announced on placed.mention_id = announced.mention_id
    left join after_cued on placed.mention_id = after_cued.mention_id
    left join counted_none on placed.mention_id = counted_none.mention_id
    left join inverted on placed.mention_id = inverted.mention_id
),

formed as (
    select
        *,
        case
            when trigger_kind <> 'verb' then trigger_kind
            when language <> 'en'
                then
                    case
                        when voice = 'passive' then 'passive'
                        -- "будет поставлять" is a future, and no infinitive
                        when form_numbers = [1] and not has_be then 'infinitive'
                        when form_numbers = [5] or form_numbers = [6] then 'participial'
                        else 'finite'
                    end
            -- "accused them of having put forward drafts"
            when has_having and anchor_key_before in ('of', 'for', 'with') then 'gerund'
            when list_contains(form_numbers, 1) and has_to then 'infinitive'
            when list_contains(form_numbers, 1) and (has_modal or has_do) then 'modal'
            when is_inverted or {{ is_clipped_passive() }} then 'participle'
            when
                form_numbers = [5] and not has_be and token_start > clause_start + 1
                and (key_before = ',' or list_contains(classes_before, 'message'))
                and event_type in ('REQUEST', 'ACCUSE', 'SUPPORT', 'REJECT', 'THREATEN', 'PROMISE', 'SANCTION')
                then 'participial'
            when is_gerund_of_act or has_having and chain_start = clause_start then 'participial'
            when form_numbers = [5] and list_contains(classes_before, 'phase_verb') then 'finite'
            when list_contains(form_numbers, 5) then case when has_be then 'progressive' else 'gerund' end
            when list_contains(form_numbers, 4) and has_be then 'passive'
            when list_contains(form_numbers, 4) and has_have then 'perfect'
            when list_contains(form_numbers, 4) and key_after = 'by' then 'participle'
            -- "Lee, accused of delays by Kim, left"
            when list_contains(form_numbers, 4) and event_type = 'ACCUSE' and key_before = ',' and key_after = 'of' then 'participle'
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
            -- "demanded their forces withdraw": the demand tells it
            when form_numbers = [1] and (list_contains(classes_before, 'coordinator') or is_caused or is_demanded and not has_to)
                then 'coordinated'
            when form_numbers = [1] and has_be then 'coordinated'
            else 'finite'
        end as verb_form,
        event_type = 'AID' and (is_planned or is_promised) and {{ is_trigger("with_money") }} as is_sum_to_come
    from judged
),

final as (
    select
        mention_id,
        sentence_id,
        document_id,
        token_start,
        token_end,
        char_start,
        char_end,
        trigger_id,
        -- "will give 250 million pounds": a sum that is still to come is promised
        case when is_sum_to_come then 'PROMISE' else event_type end as event_type,
        trigger_kind,
        actor_pattern,
        telling,
        verb_form,
        verb_form in ('passive', 'participle')
        and actor_pattern <> 'target_only'
        or (telling = 'happening' and has_be)
        or {{ is_trigger("passive_in_sense") }}
            as is_passive,
        anchor_token,
        anchor_verb_number,
        verb_number,
        clause_number,
        clause_start,
        chain_start,
        anchor_key_before,
        key_after,
        classes_before,
        key_before,
        kind_before,
        is_named,
        has_party,
        has_circumstance,
        has_also,
        is_condition,
        is_provided,
        is_behind_relative,
        is_negated,
        case
            when event_type in ('REQUEST', 'PROMISE') and modality_hint is not null then modality_hint
            -- "заседание должно пройти в мае"
            when telling = 'happening' and is_called_for and language = 'ru' then 'planned'
            when is_called_for or is_subjunctive then 'called_for'
            when is_sum_to_come or is_promised then 'promised'
            when is_planned or is_provided then 'planned'
            when telling = 'happening' and anchor_key in ({{ words("happenings_to_come") }}) then 'planned'
            when modality_hint is not null then modality_hint
            else 'happened'
        end as modality,
        -- Russian forms begin with the past
        language = 'en' and (form_numbers = [2] or form_numbers = [1] and verb_form = 'finite') as is_present,
        has_present_be,
        -- "talks start", "both hold talks": the verb that the noun stands with
        case when telling in ('happening', 'light') then anchor_key in ({{ words("verbs_in_present") }}) else form_numbers = [2] or form_numbers = [1] end
        and verb_form in ('finite', 'noun')
        and not (has_modal or has_do or has_have or has_to)
            as is_in_present,
        is_announced
    from formed
    where
        verb_form not in ('gerund', 'coordinated')
        -- "Fortified biscuits were handed out": no verb, but what kind of biscuits
        and not (
            trigger_kind = 'verb' and language = 'en' and token_start = 1 and not list_contains(form_numbers, 1)
            and coalesce(key_after, '') <> 'by'
            and not is_inverted
            and verb_form <> 'participial'
            -- "2. Calls upon the United Nations to act": a list leaves its subject out
            and not (form_numbers = [2] and event_type in ('REQUEST', 'ACCUSE', 'SUPPORT', 'REJECT', 'PROMISE', 'THREATEN'))
        )
        and not is_adjective
        -- "towns surrounded by rebels": where they lie
        and not (verb_form = 'participle' and {{ is_trigger("besieging") }})
        -- "fighters opposed to Lee": who they are
        and not ({{ is_trigger("opposing") }} and key_after = 'to' and not has_be)
        -- "the crossing, which had been shut for years, was opened": how it was
        and not (verb_form = 'passive' and has_have and {{ is_trigger("closing") }})
        -- "told the meeting that the road is closed", "gave the deal a welcome"
        and not (telling = 'light' and (anchor_key in ('told', 'tell', 'tells') or event_type = 'AGREE' and key_before = 'the' and anchor_key = 'gave'))
        -- "talks, which had international support": nobody gave it on a day
        and not (telling = 'light' and event_type = 'SUPPORT' and anchor_key in ('have', 'has', 'had', 'having'))
        -- "kept the crossing open for humanitarian aid"
        and not (telling = 'light' and event_type = 'AID' and anchor_key in ('open', 'announce', 'announces', 'announced', 'consider', 'considered', 'planned'))
        -- "in a statement released on Monday": no prisoners
        and not ({{ is_trigger("releasing") }} and coalesce(key_before in ('statement', 'report', 'figures', 'data', 'video', 'photo', 'footage'), false))
        and not {{ has_another_sense() }}
        -- "to besieged areas": what kind of areas
        and not (trigger_kind = 'verb' and language = 'en' and coalesce(key_before, '') = 'to' and not list_contains(form_numbers, 1))
        -- "held a press conference"
        and not ({{ is_trigger("pressing") }} and key_after in ('conference', 'conferences', 'release', 'service', 'briefing', 'office', 'secretary'))
        -- "the chair designated by the opposition": an office; "areas designated as hard to reach": of a kind
        and not (
            {{ is_trigger("designating") }}
            and (verb_form = 'participle' or key_before in ({{ words("designated_areas") }}))
        )
        and not (has_modal and has_have) -- "would have kept": what did not come about
        -- "shouted slogans of the uprising": of what they remind
        and not (telling = 'bare' and event_type = 'PROTEST' and {{ is_trigger("uprising") }})
        -- "the strike, which took place on Monday, killed two"
        and not ({{ is_trigger("taking_along") }} and key_after in ('place', 'part', 'over', 'off'))
        -- "for the raid to be investigated", but "is said to have carried out a strike"
        and not (telling = 'light' and has_to and not (is_planned or is_called_for or is_promised or is_catenative or has_have))
        and not (verb_form = 'passive' and has_to and not (has_present_be or has_have or key_after = 'by' or is_planned or is_called_for or is_catenative))
        and not (verb_form = 'infinitive' and not (is_planned or is_called_for or is_promised or is_catenative))
)

select * from final
