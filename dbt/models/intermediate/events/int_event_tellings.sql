with

contexts as (
    select * from {{ ref('int_event_contexts') }}
),

sentences as (
    select
        sentence_id,
        sentence_text
    from {{ ref('int_sentences') }}
),

worded as (
    select
        contexts.*,
        sentences.sentence_text
    from contexts
    inner join sentences on contexts.sentence_id = sentences.sentence_id
),

told as (
    select
        *,
        event_type in ('REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROMISE', 'SUPPORT') as is_speech_act,
        -- a denied attack is told where the denial names it
        not is_condition
        and (
            is_negated and event_type = 'ASSAULT' and telling = 'verb' and speaker_actor_id is not null
            or coalesce(denial_clause < clause_number and list_has_any(opening_classes, ['that', 'subordinator']), false)
            or event_type in ('ASSAULT', 'COERCE', 'MOBILIZE', 'AGREE')
            and (
                coalesce(denial_clause <> clause_number and list_has_any(opening_classes, ['that', 'subordinator']), false)
                or coalesce(denial_clause = clause_number and passive_denial > token_start, false)
            )
            -- "denied having met the envoy"
            or telling = 'verb' and coalesce(anchor_key_before in ('denied', 'denies', 'deny', 'denying'), false)
        ) as is_denied,
        has_party and line_kind = 'body' and telling = 'verb' and not is_passive
        and verb_form in ('finite', 'perfect', 'progressive', 'modal')
        and (anchor_key_before <> 'it' or event_type in ('REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROMISE', 'SUPPORT'))
            as is_told_of_party,
        -- "the Programme said it will ship rations": who speaks of a plan of his own
        source_count = 0 and speaker_actor_id is not null and anchor_key_before in ('it', 'he', 'she', 'they')
        and telling = 'verb' and not is_passive and actor_pattern = 'source_target' and modality in ('planned', 'promised')
        and event_type in ('AID', 'RETREAT', 'MOBILIZE', 'CONCEDE', 'SANCTION')
            as is_own_plan,
        -- "have an agreement on the deployment": nobody deploys
        coalesce(
            regexp_matches(substring(sentence_text, accord_end - sentence_char_start + 1, char_start - accord_end), {{ topic_opening() }}), false
        ) as is_of_accord,
        -- "the meeting", "details of the talks held on Monday": those told before
        key_before in ('the', 'this', 'these', 'их')
        or event_type = 'CONSULT' and actor_count = 0
        and regexp_matches(left(sentence_text, char_start - sentence_char_start), {{ definite_meeting() }})
            as is_definite
    from worded
),

-- each column a reason why a candidate is no telling, or what makes it one
weighed as (
    select
        *,
        -- what a bulletin counts up is no act of the day
        document_kind = 'bulletin'
        and (
            line_kind in ('title', 'heading')
            or regexp_matches(sentence_text, {{ running_total_wording() }})
            -- "three villages joined during the day, in all there are 30": the day's act comes first
            and not (
                regexp_matches(sentence_text, {{ reporting_period_wording() }})
                and not regexp_matches(sentence_text, '(?i)\bsince\b|с \d')
                and not regexp_matches(left(sentence_text, char_start - sentence_char_start), {{ running_total_wording() }})
                and not (
                    clause_char_start > sentence_char_start
                    and regexp_matches(
                        substring(sentence_text, char_end - sentence_char_start + 1, clause_char_end - char_end), {{ running_total_wording() }}
                    )
                )
            )
            and not coalesce(is_own_date, false)
            -- "40,300 tons of flour delivered": a box of key figures, which ends in its verb and in no stop
            or telling = 'verb' and coalesce(key_after = '', false) and regexp_matches(sentence_text, '^\d')
            or verb_form = 'perfect'
            and not coalesce(is_own_date, false)
            and (
                list_has_any(opening_classes, ['relative', 'that'])
                or regexp_matches(sentence_text, '\d[, ]\d{3}') and not regexp_matches(sentence_text, {{ reporting_period_wording() }})
                and not {{ is_trigger("reaching") }}
            )
            or trigger_kind = 'noun'
            and event_type = 'ASSAULT'
            and not coalesce(is_own_date, false)
            and not coalesce(kind_before = 'number' or key_before in ('one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'), false)
        )
            as is_running_total,
        -- whether enough is said of it for the way in which it is told: who, when or where
        case telling
            when 'setting' then (actor_count >= 2 or actor_count = 1 and is_own_place) and not has_verb_telling
            -- "Under a deal between Jordan and Syria", but not "called for a deal between them"
            when 'between' then actor_count >= 2 and not has_verb_telling and not coalesce(act_clause = clause_number, false)
            when 'bare'
                then
                    not (has_verb_telling and not coalesce(is_own_date, false))
                    and not has_clause_verb
                    and not coalesce(is_after_noun, false)
                    -- "demonstrated on Monday against the bombing": the day is the demonstration's
                    and not coalesce(event_type = 'ASSAULT' and protest_clause = clause_number, false)
                    and (actor_count > 0 or is_counted or list_contains(classes_before, 'generic_actor') or event_type = 'COOPERATE' and is_own_date)
                    and (
                        coalesce(is_own_date and date_start is not null or is_own_place, document_kind = 'bulletin')
                        -- "Fires broke out in Lee Town after an attack by Kim's jets"
                        or event_type = 'ASSAULT' and location_id is not null and not has_verb_beside
                        and coalesce(opening_key in ('after', 'following', 'amid'), false)
                    )
                    and event_type in ('CONSULT', 'AGREE', 'ASSAULT', 'COERCE', 'MOBILIZE', 'PROTEST', 'SANCTION', 'RETREAT', 'CONCEDE', 'REJECT', 'COOPERATE')
                    and (not coalesce(act_clause = clause_number, false) or coalesce(is_own_date, false))
            when 'verb'
                then
                    actor_count > 0 or coalesce(is_own_date, false) or document_kind = 'bulletin'
                    or (is_own_place or has_date_mention)
                    -- "27 people killed, by one count": a toll
                    and not (verb_form = 'participle' and coalesce(kind_before = 'word', false))
                    and event_type in ('ASSAULT', 'PROTEST', 'CONSULT', 'AGREE', 'COERCE', 'REJECT', 'MOBILIZE', 'RETREAT', 'CONCEDE')
                    -- "About 3 billion was pledged in Brussels"
                    or event_type = 'PROMISE' and is_own_place and {{ is_trigger("with_money") }}
                    -- "A first group of prisoners was freed on the bus": whoever did it
                    or event_type in ('AGREE', 'CONCEDE', 'RETREAT') and verb_form = 'passive'
                    and modality = 'happened' and not has_present_be and line_kind = 'body' and document_kind = 'article'
                    and anchor_verb_number <= 1 and kind_before = 'word' and not {{ is_trigger("taking_along") }}
                    -- "A roadmap was adopted, Lee announced"
                    or event_type = 'AGREE' and verb_form = 'passive' and speaker_actor_id is not null and modality = 'happened'
                    and not has_present_be and line_kind = 'body'
                    -- "food was delivered to Homs", but not what is delivered there day by day
                    or event_type = 'AID' and is_own_place and verb_form in ('passive', 'finite', 'perfect', 'progressive')
                    and not (is_passive and has_present_be) and not is_present
                    -- "the two sides accused each other", "they demanded that the road be opened"
                    or is_told_of_party
                    or is_own_plan
                    or is_denied
                    or event_type in ('REQUEST', 'PROMISE', 'ACCUSE') and speaker_actor_id is not null
                    -- "militants had fired rockets"
                    or event_type in ('ASSAULT', 'COERCE', 'MOBILIZE')
                    and anchor_key_before in ({{ words("unnamed_attackers") }})
                    and (is_own_place or has_date_mention or speaker_actor_id is not null)
                    -- "the protesters demanded", "we call on all parties"
                    or event_type in ('REQUEST', 'ACCUSE', 'PROTEST')
                    and (list_contains(classes_before, 'generic_actor') or anchor_key_before in ('we', 'мы'))
            else
                not has_clause_verb
                -- "issued a statement condemning the strikes": nobody issued strikes
                and not coalesce(event_type not in ('CONSULT', 'AGREE') and telling = 'light' and act_token > anchor_token, false)
                and not coalesce(is_after_noun and telling = 'happening' or is_of_accord, false)
                and (actor_count > 0 or coalesce(is_own_date, false) or is_own_place or document_kind = 'bulletin')
        end as has_occasion,
        -- what somebody says, asks or denies, not what happened
        coalesce(clause_number > act_clause, false)
        and not is_denied
        and list_has_any(opening_classes, ['that', 'subordinator'])
        and coalesce(opening_key, '') not in ('when', 'after', 'while', 'because')
        and not coalesce(is_own_date, false)
            as is_content_of_act,
        -- how things stand: "where their forces are gathered", "rebels are left in some pockets"
        event_type in ('MOBILIZE', 'RETREAT') and is_passive and has_present_be and not coalesce(is_own_date, false)
        -- "explains why he went there": known already
        or document_kind = 'article' and coalesce(opening_key in ('why', 'how'), false) and not coalesce(is_own_date, false)
        -- "prices will not fall until they sign it"
        or document_kind = 'article' and line_kind = 'body' and is_present and telling = 'verb' and not coalesce(is_own_date, false)
        and coalesce(opening_key in ('until', 'once', 'before', 'after', 'when', 'whenever'), false)
        -- "a centre that monitors the truce"
        or (document_kind = 'article' or event_type = 'SUPPORT')
        and is_present
        and trigger_kind = 'verb'
        and list_has_any(opening_classes, ['that', 'relative'])
        -- not "the group, which documents arrests, welcomes"
        and not (anchor_key_before = ',' and anchor_verb_number >= 2)
        and event_type not in ('REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROMISE')
        and (not coalesce(is_own_date, false) or event_type = 'SUPPORT')
        -- "hold to account those who were responsible for it"
        or event_type = 'ACCUSE' and trigger_kind = 'phrase' and coalesce(opening_key = 'who', false)
        -- "forces backed by Lee attacked"
        or event_type = 'SUPPORT' and verb_form = 'participle' and {{ is_trigger("backing") }}
        -- "aid that is delivered from inside Syria"
        or document_kind = 'article' and actor_count = 0 and not coalesce(is_own_date, false)
        and list_has_any(opening_classes, ['that', 'relative']) and not is_speech_act and not is_denied
        -- "The deal provides that the sides will build a port"
        and not coalesce(is_provided and is_told_of_party or is_behind_relative, false)
            as is_description,
        -- who has nothing to threaten with, warns of what others may do
        {{ is_trigger("warning") }} and not has_power
        -- "the violence threatened his work"
        or {{ is_trigger("threatening") }} and source_count = 0 and not is_passive and not (is_told_of_party and anchor_key_before in ('and', 'but'))
        -- "the plants should be ready in three years"
        or trigger_kind = 'phrase' and event_type = 'REQUEST' and actor_count = 0 and speaker_actor_id is null and document_kind = 'article'
        or event_type = 'ACCUSE' and source_count = 0 and speaker_actor_id is null and actor_pattern = 'target_only'
        or is_speech_act
        and source_count = 0
        -- "a donor pledged 2 million dollars": the sum makes the promise
        and not {{ is_trigger("with_money") }}
        -- "the talks were called off on Monday": whoever did it
        and not (
            event_type = 'REJECT' and is_passive and coalesce(is_own_date or is_own_place, false)
            and {{ is_trigger("calling_off") }}
        )
        and (
            speaker_actor_id is null and (is_passive or event_type = 'PROMISE') and not is_told_of_party
            or event_type = 'SUPPORT' and anchor_key_before not in ('we', 'i') and verb_form <> 'participial' and not is_told_of_party
        )
            as lacks_speaker
    from told
),

final as (
    select
        mention_id,
        document_id,
        document_kind,
        sentence_id,
        sentence_number,
        sentence_char_start,
        sentence_text,
        line_kind,
        published_date,
        clause_number,
        clause_char_start,
        clause_char_end,
        char_start,
        char_end,
        trigger_id,
        event_type,
        telling,
        modality,
        is_passive,
        is_negated,
        is_denied,
        is_definite,
        has_also,
        anchor_key_before,
        anchor_verb_number,
        actor_count,
        actor_ids,
        source_count,
        source_ids,
        speaker_actor_id,
        location_id,
        is_own_date,
        day_told,
        date_start,
        date_end,
        date_precision,
        is_speech_act,
        is_told_of_party,
        -- "His country means to go on, Borisov said": who speaks, acts
        coalesce(is_own_plan, false)
        or is_speech_act
        and source_count = 0
        and speaker_actor_id is not null
        -- "those who ask us to leave", "the convoys requested for March"
        and not (event_type = 'REQUEST' and coalesce(opening_key, '') in ('who', 'whom', 'which'))
        and (
            event_type = 'REQUEST' and verb_form <> 'participle' and telling <> 'bare'
            or event_type = 'PROMISE' and not is_passive
            or verb_form = 'participial'
            or actor_pattern = 'target_only'
            or anchor_key_before in ('we', 'i', 'мы', 'я')
        )
            as is_speakers_act
    from weighed
    where
        has_occasion
        and not {{ is_no_act_of_its_own() }}
        and not is_condition
        and not is_running_total
        and not is_content_of_act
        and not is_description
        and not lacks_speaker
        -- a name is told where its day stands with it: "the Memorandum of 4 May"; a meeting's where it began or ended
        and not (coalesce(is_named, false) and case when event_type = 'CONSULT' then telling <> 'happening' else not is_date_of_act end)
        -- "none of the five may veto it" is no rejection either
        and not (is_negated and (event_type <> 'REJECT' or modality = 'planned') and not is_denied)
        and not (line_kind in ('title', 'heading') and telling in ('bare', 'setting', 'between'))
        -- "the epidemic did not allow a meeting", "the weather prevented it", "rain hit the town"
        and not coalesce(has_circumstance and event_type in ('REJECT', 'COERCE', 'CONCEDE', 'THREATEN', 'ASSAULT'), false)
        and not {{ asks_whether("sentence_text") }}
        and not {{ explains_a_word("sentence_text") }}
)

select * from final
