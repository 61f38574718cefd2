with

candidates as (
    select * from {{ ref('int_event_candidates') }}
),

types as (
    select
        document_id,
        actor_id,
        min(actor_type) as actor_type
    from {{ ref('int_named_actors') }}
    group by document_id, actor_id
),

actors as (
    select
        parts.mention_id,
        count(distinct parts.actor_id) as actor_count,
        list(distinct parts.actor_id order by parts.actor_id) as actor_ids,
        list(distinct parts.actor_id order by parts.actor_id) filter (where parts.role = 'source') as source_ids,
        count(*) filter (where parts.role in ('source', 'participant')) as source_count,
        count(*) filter (where parts.role = 'target') as target_count,
        bool_or(parts.role = 'source' and types.actor_type in ('state', 'government', 'military', 'armed_group', 'person')) as has_power,
        bool_or(parts.role = 'source' and types.actor_type = 'media') as has_media_source
    from {{ ref('int_event_mention_actors') }} as parts
    inner join candidates on parts.mention_id = candidates.mention_id
    left join types on candidates.document_id = types.document_id and parts.actor_id = types.actor_id
    group by parts.mention_id
),

sentences as (
    select * from {{ ref('int_sentences') }}
),

document_dates as (
    select * from {{ ref('int_document_dates') }}
),

clauses as (
    select * from {{ ref('int_clauses') }}
),

reported as (
    select * from {{ ref('int_event_reports') }}
),

dated as (
    select * from {{ ref('int_event_dates') }}
),

-- "Turkey registered two attacks": told, though nobody who acts is named
counted as (
    select distinct mention_id from {{ ref('int_counters') }}
),

days as (
    select
        mention_id,
        date_text
    from {{ ref('int_date_mentions') }}
    where date_start is null
),

located as (
    select * from {{ ref('int_event_places') }}
),

sentence_keys as (
    select
        sentence_id,
        cast(row_number() over () as integer) as sentence_key
    from (select distinct sentence_id from candidates) as telling_sentences
),

-- in narrow columns, and numbered for this model alone, as every window copies them all
marked as materialized (
    select
        candidates.mention_id,
        cast(row_number() over () as integer) as candidate_key,
        sentence_keys.sentence_key,
        candidates.clause_number,
        candidates.verb_number,
        candidates.token_start,
        candidates.token_end,
        candidates.char_end,
        candidates.event_type,
        candidates.trigger_kind,
        candidates.event_type in ('CONSULT', 'AGREE') as is_accord,
        candidates.telling = 'light' as is_light,
        candidates.telling = 'verb' as is_verb,
        candidates.telling not in ('bare', 'setting', 'between') as is_verbal,
        candidates.telling = 'verb' and candidates.event_type = 'PROTEST' as is_protest,
        candidates.telling <> 'bare' and candidates.event_type in ('REQUEST', 'PROMISE', 'THREATEN', 'ACCUSE', 'REJECT', 'SUPPORT') as is_speech,
        {{ is_trigger("denying", "candidates.trigger_id") }} as is_denial,
        candidates.is_passive and {{ is_trigger("denying_in_passive", "candidates.trigger_id") }} as is_passive_denial
    from candidates
    inner join sentence_keys on candidates.sentence_id = sentence_keys.sentence_id
),

-- what else its sentence and clause tell
beside as (
    select
        candidate_key,
        max(case when is_denial then clause_number end) over (partition by sentence_key) as denial_clause,
        max(case when is_passive_denial then token_start end) over (partition by sentence_key) as passive_denial,
        max(case when is_speech then clause_number end) over (
            partition by sentence_key
            order by token_start
            rows between unbounded preceding and 1 preceding
        ) as act_clause,
        max(case when is_speech and is_verb then token_start end) over (
            partition by sentence_key, clause_number
            order by token_start
            rows between unbounded preceding and 1 preceding
        ) as act_token,
        max(case when is_protest then clause_number end) over (
            partition by sentence_key
            order by token_start
            rows between unbounded preceding and 1 preceding
        ) as protest_clause,
        bool_or(is_verbal) over (partition by sentence_key, event_type) as has_verb_telling,
        bool_or(is_verb) over (partition by sentence_key, clause_number, event_type) as has_clause_verb,
        -- "an agreement on the deployment": only the first of nested nouns is told
        token_start - lag(token_end) over nouns_in_clause <= 6 as is_after_noun,
        -- where an agreement or talks end that the noun may be about
        case when is_light and not is_accord and lag(is_accord) over nouns_in_clause then lag(char_end) over nouns_in_clause end as accord_end
    from marked
    window nouns_in_clause as (partition by sentence_key, clause_number, verb_number, trigger_kind order by token_start)
),

joined as (
    select
        candidates.* exclude (modality),
        -- "Tomorrow talks start", "when Lee meets Kim on Thursday": told in the present, of a day still to come, or a weekday that is none known
        case
            when
                candidates.modality = 'happened' and candidates.is_in_present and coalesce(dated.is_own_date, false)
                and coalesce(
                    dated.date_start > document_dates.published_date,
                    dated.date_start is null and days.mention_id is not null and sentences.line_kind <> 'caption'
                    and candidates.telling in ('verb', 'light', 'happening')
                )
                then 'planned'
            else candidates.modality
        end as modality,
        sentences.document_kind, sentences.line_kind, sentences.sentence_text, sentences.line_number, sentences.sentence_number,
        sentences.char_start as sentence_char_start,
        clauses.clause_char_start, clauses.clause_char_end, clauses.opening_classes, clauses.opening_key,
        coalesce(actors.actor_count, 0) as actor_count,
        coalesce(actors.actor_ids, []) as actor_ids,
        coalesce(actors.source_ids, []) as source_ids,
        coalesce(actors.source_count, 0) as source_count,
        coalesce(actors.has_power, false) as has_power, actors.has_media_source,
        coalesce(actors.target_count, 0) as target_count,
        counted.mention_id is not null and (sentences.document_kind = 'article' or candidates.event_type = 'ASSAULT') as is_counted,
        reported.speech_id,
        reported.speaker_actor_id,
        dated.is_own_date,
        coalesce(dated.is_date_of_act, false) as is_date_of_act,
        dated.date_mention_id is not null as has_date_mention,
        -- "on Monday" in a text that no day is known of
        case when dated.is_own_date and dated.date_start is null then lower(days.date_text) end as day_told,
        dated.date_start, dated.date_end, dated.date_precision,
        located.location_id, located.is_own_place,
        beside.* exclude (candidate_key),
        document_dates.published_date
    from candidates
    inner join sentences on candidates.sentence_id = sentences.sentence_id
    inner join clauses
        on candidates.sentence_id = clauses.sentence_id and candidates.clause_number = clauses.clause_number
    inner join marked on candidates.mention_id = marked.mention_id
    inner join beside on marked.candidate_key = beside.candidate_key
    left join actors on candidates.mention_id = actors.mention_id
    left join counted on candidates.mention_id = counted.mention_id
    left join reported on candidates.mention_id = reported.mention_id
    left join dated on candidates.mention_id = dated.mention_id
    left join days on dated.date_mention_id = days.mention_id
    left join located on candidates.mention_id = located.mention_id
    left join document_dates on candidates.document_id = document_dates.document_id
    where sentences.line_kind <> 'furniture'
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
    from joined
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
                    and coalesce(is_own_date and date_start is not null or is_own_place, document_kind = 'bulletin')
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
        * exclude (is_running_total, has_occasion, is_content_of_act, is_description, lacks_speaker),
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
        -- a name is told where its day stands with it: "the Memorandum of 4 May"
        and not (coalesce(is_named, false) and not is_date_of_act)
        and not (is_negated and event_type <> 'REJECT' and not is_denied)
        and not (line_kind in ('title', 'heading') and telling in ('bare', 'setting', 'between'))
        -- "the epidemic did not allow a meeting", "the weather prevented it", "rain hit the town"
        and not coalesce(has_circumstance and event_type in ('REJECT', 'COERCE', 'CONCEDE', 'THREATEN', 'ASSAULT'), false)
        and not {{ asks_whether("sentence_text") }}
        and not {{ explains_a_word("sentence_text") }}
)

select * from final
