with

candidates as (
    select * from {{ ref('int_event_candidates') }}
),

actors as (
    select
        mention_id,
        count(distinct actor_id) as actor_count,
        list(distinct actor_id order by actor_id) as actor_ids,
        count(*) filter (where role in ('source', 'participant')) as source_count,
        count(*) filter (where role = 'target') as target_count
    from {{ ref('int_event_mention_actors') }}
    group by mention_id
),

sentences as (
    select * from {{ ref('int_sentences') }}
),

document_dates as (
    select * from {{ ref('int_document_dates') }}
),

tokens as (
    select * from {{ ref('int_clause_tokens') }}
),

clauses as (
    select
        sentence_id,
        clause_number,
        min(char_start) filter (where not (token_kind = 'punct' and token_number = clause_start)) as clause_char_start,
        max(char_end) filter (where not (token_kind = 'punct' and token_number = clause_end)) as clause_char_end
    from tokens
    group by sentence_id, clause_number
),

openings as (
    select
        sentence_id,
        clause_number,
        arg_min(word_classes, token_number) as opening_classes,
        arg_min(token_key, token_number) as opening_key
    from tokens
    group by sentence_id, clause_number
),

speech as (
    select
        mention_id as speech_id, document_id, sentence_id, speaker_actor_id, content_start, content_end
    from {{ ref('int_speech_mentions') }}
    where content_start is not null
),

dates as (
    select
        mentions.*,
        tokens.clause_number,
        tokens.verb_number,
        tokens.key_before,
        -- "the uprising in 2011": the date belongs to the noun
        case
            when list_has_any(nearest.word_classes, ['event_noun', 'dated_noun']) then mentions.token_start - 1
            when list_contains(nearest.word_classes, 'preposition') and list_has_any(second.word_classes, ['event_noun', 'agreement', 'dated_noun'])
                then mentions.token_start - 2
        end as noun_token,
        coalesce(
            list_contains(nearest.word_classes, 'meeting')
            or list_contains(nearest.word_classes, 'preposition') and list_contains(second.word_classes, 'meeting'),
            false
        ) as is_meeting
    from {{ ref('int_date_mentions') }} as mentions
    inner join tokens
        on mentions.sentence_id = tokens.sentence_id and mentions.token_start = tokens.token_number
    left join tokens as nearest
        on mentions.sentence_id = nearest.sentence_id and mentions.token_start - 1 = nearest.token_number
    left join tokens as second
        on mentions.sentence_id = second.sentence_id and mentions.token_start - 2 = second.token_number
    where not mentions.is_document_date
),

places as (
    select
        mentions.*,
        tokens.clause_number,
        tokens.governor
    from {{ ref('int_place_mentions') }} as mentions
    inner join tokens
        on mentions.sentence_id = tokens.sentence_id and mentions.token_start = tokens.token_number
),

countries as (
    select location_id
    from {{ ref('places') }}
    where location_type = 'country'
),

reported as (
    select
        candidates.mention_id,
        arg_min(speech.speech_id, speech.content_end - speech.content_start) as speech_id,
        arg_min(speech.speaker_actor_id, speech.content_end - speech.content_start) as speaker_actor_id,
        min(speech.content_start) as content_start,
        max(speech.content_end) as content_end
    from candidates
    left join openings
        on candidates.sentence_id = openings.sentence_id and candidates.clause_number = openings.clause_number
    inner join speech
        on
            candidates.document_id = speech.document_id
            and candidates.char_start >= speech.content_start
            and candidates.char_end <= speech.content_end
    where coalesce(openings.opening_key, '') not in ('after', 'before', 'when', 'while', 'as', 'since')
    group by candidates.mention_id
),

nouns as (
    select
        sentence_id,
        token_end,
        min(event_type) as event_type
    from {{ ref('int_trigger_mentions') }}
    group by sentence_id, token_end
),

dated as (
    select
        candidates.mention_id,
        dates.mention_id as date_mention_id,
        dates.clause_number = candidates.clause_number
        or dates.token_end between candidates.clause_start - 4 and candidates.clause_start - 1
            as is_own_date,
        dates.date_start, dates.date_end, dates.date_precision
    from candidates
    left join reported on candidates.mention_id = reported.mention_id
    inner join dates on candidates.sentence_id = dates.sentence_id
    left join nouns on dates.sentence_id = nouns.sentence_id and dates.noun_token = nouns.token_end
    left join openings
        on candidates.sentence_id = openings.sentence_id and candidates.clause_number = openings.clause_number
    left join openings as date_openings
        on dates.sentence_id = date_openings.sentence_id and dates.clause_number = date_openings.clause_number
    where
        (
            dates.clause_number = candidates.clause_number
            or not coalesce(list_contains(openings.opening_classes, 'coordinator'), false)
            and (
                dates.clause_number < candidates.clause_number
                and not coalesce(list_has_any(date_openings.opening_classes, ['relative', 'that']), false)
                or dates.token_end between candidates.clause_start - 4 and candidates.clause_start - 1
                or dates.is_meeting
                or candidates.event_type = 'AGREE' and date_openings.opening_key = 'since'
                or not coalesce(list_has_any(date_openings.opening_classes, ['relative', 'that', 'subordinator']), false)
            )
        )
        and not (candidates.event_type = 'ACCUSE' and dates.token_start > candidates.token_end + 6)
        and (
            reported.mention_id is null
            or dates.char_start between reported.content_start and reported.content_end
        )
        and (candidates.event_type = 'AGREE' or coalesce(dates.key_before, '') not in ('since', 'until', 'till', 'с'))
        and (
            dates.noun_token is null
            or dates.noun_token between candidates.token_start and candidates.token_end
            or dates.is_meeting
            or nouns.event_type = candidates.event_type
            or dates.token_end between candidates.clause_start - 4 and candidates.clause_start - 1
            or candidates.telling = 'verb' and candidates.event_type in ('AGREE', 'CONSULT') and dates.clause_number = candidates.clause_number
        )
    qualify row_number() over (
        partition by candidates.mention_id
        order by
            dates.clause_number <> candidates.clause_number,
            dates.date_start is null,
            abs(dates.token_start - candidates.anchor_token),
            dates.token_start
    ) = 1
),

-- several places beside one act: their province where they share one, else none
listed as (
    select
        candidates.mention_id,
        count(distinct areas.admin1_name) as province_count,
        count(distinct places.location_id) filter (where areas.location_type not in ('country', 'governorate')) as site_count,
        min(places.location_id) filter (where areas.location_type = 'governorate') as province_id
    from candidates
    inner join places
        on candidates.sentence_id = places.sentence_id and candidates.clause_number = places.clause_number
    inner join {{ ref('int_locations') }} as areas on places.location_id = areas.location_id
    group by candidates.mention_id
),

nearest_places as (
    select
        candidates.mention_id,
        places.location_id,
        places.clause_number = candidates.clause_number as is_own_place
    from candidates
    inner join sentences on candidates.sentence_id = sentences.sentence_id
    inner join places on candidates.sentence_id = places.sentence_id
    left join countries on places.location_id = countries.location_id
    where
        case
            when sentences.document_kind = 'bulletin'
                then
                    countries.location_id is null and places.clause_number = candidates.clause_number
            else
                places.governor in (
                    'in', 'at', 'near', 'to', 'into', 'outside', 'inside', 'across', 'from', 'on', 'over', 'of',
                    'against', 'around', 'through', 'в', 'на', 'под', 'у'
                )
                and not (
                    countries.location_id is not null
                    and places.governor in ('to', 'of', 'on', 'from', 'against', 'at', 'over', 'into')
                )
                and (
                    places.clause_number = candidates.clause_number
                    or countries.location_id is null
                    and (
                        places.governor not in ('of', 'from', 'on')
                        or places.clause_number = 0 and regexp_matches(sentences.sentence_text, '^(?:In|At|Near|Inside|Across|Outside|В|На) ')
                    )
                )
                and not (
                    candidates.event_type in ('REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROMISE', 'SUPPORT')
                    and places.token_start > candidates.token_start
                )
        end
    qualify row_number() over (
        partition by candidates.mention_id
        order by
            places.clause_number <> candidates.clause_number,
            countries.location_id is not null,
            places.governor in ('of', 'from', 'to', 'on'),
            abs(places.token_start - candidates.anchor_token),
            places.token_start
    ) = 1
),

located as (
    select
        nearest_places.mention_id,
        case
            when listed.province_count >= 2 then null
            when listed.site_count >= 3 then listed.province_id
            else nearest_places.location_id
        end as location_id,
        nearest_places.is_own_place
    from nearest_places
    left join listed on nearest_places.mention_id = listed.mention_id
),

joined as (
    select
        candidates.*,
        sentences.document_kind, sentences.line_kind, sentences.sentence_text, sentences.line_number, sentences.sentence_number,
        clauses.clause_char_start, clauses.clause_char_end,
        openings.opening_classes,
        coalesce(actors.actor_count, 0) as actor_count,
        coalesce(actors.actor_ids, []) as actor_ids,
        coalesce(actors.source_count, 0) as source_count,
        coalesce(actors.target_count, 0) as target_count,
        reported.speech_id,
        reported.speaker_actor_id,
        dated.is_own_date,
        dated.date_mention_id is not null as has_date_mention,
        dated.date_start, dated.date_end, dated.date_precision,
        located.location_id, located.is_own_place,
        document_dates.as_of_date
    from candidates
    inner join sentences on candidates.sentence_id = sentences.sentence_id
    inner join clauses
        on candidates.sentence_id = clauses.sentence_id and candidates.clause_number = clauses.clause_number
    left join openings
        on candidates.sentence_id = openings.sentence_id and candidates.clause_number = openings.clause_number
    left join actors on candidates.mention_id = actors.mention_id
    left join reported on candidates.mention_id = reported.mention_id
    left join dated on candidates.mention_id = dated.mention_id
    left join located on candidates.mention_id = located.mention_id
    left join document_dates on candidates.document_id = document_dates.document_id
    where sentences.line_kind <> 'furniture'
),

told as (
    select
        *,
        event_type in ('REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROMISE', 'SUPPORT') as is_speech_act,
        max(case
            when regexp_matches(trigger_id, '^reject-(?:deny|refute|rebut|отрицает|отрицал|опроверг)')
                then clause_number
        end)
            over (partition by sentence_id
            )
            as denial_clause,
        max(case when is_passive and regexp_matches(trigger_id, '^reject-(?:deny|refute|rebut)') then token_start end) over (partition by sentence_id)
            as passive_denial,
        max(case
            when telling <> 'bare' and event_type in ('REQUEST', 'PROMISE', 'THREATEN', 'ACCUSE', 'REJECT', 'SUPPORT') then clause_number
        end) over (
            partition by sentence_id
            order by token_start
            rows between unbounded preceding and 1 preceding
        ) as act_clause,
        -- a denied attack is told where the denial names it
        not is_condition
        and (
            is_negated and event_type = 'ASSAULT' and telling = 'verb' and speaker_actor_id is not null
            or event_type in ('ASSAULT', 'COERCE', 'MOBILIZE', 'AGREE')
            and (
                coalesce(denial_clause <> clause_number and list_has_any(opening_classes, ['that', 'subordinator']), false)
                or coalesce(denial_clause = clause_number and passive_denial > token_start, false)
            )
        ) as is_denied,
        bool_or(telling not in ('bare', 'setting')) over (partition by sentence_id, event_type) as has_verb_telling,
        bool_or(telling = 'verb') over (partition by sentence_id, clause_number, event_type) as has_clause_verb,
        -- "an agreement on the deployment": only the first of nested nouns is told
        token_start - lag(token_end) over nouns_in_clause <= 6 as is_after_noun
    from joined
    window nouns_in_clause as (partition by sentence_id, clause_number, trigger_kind order by token_start)
),

final as (
    select
        *,
        -- "His country means to go on, Borisov said": who speaks, acts
        is_speech_act
        and source_count = 0
        and speaker_actor_id is not null
        and (event_type in ('REQUEST', 'PROMISE') or actor_pattern = 'target_only' or anchor_key_before in ('we', 'i', 'мы', 'я'))
            as is_speakers_act
    from told
    where
        not is_condition
        and not (
            document_kind = 'bulletin'
            and (
                line_kind in ('title', 'heading')
                -- running totals are no act of the day
                or regexp_matches(sentence_text, {{ running_total_wording() }})
                and not coalesce(is_own_date, false)
                or verb_form = 'perfect'
                and not coalesce(is_own_date, false)
                and (
                    list_has_any(opening_classes, ['relative', 'that'])
                    or regexp_matches(sentence_text, '\d[, ]\d{3}') and not regexp_matches(sentence_text, '24 hours|(?:past|last) day')
                )
                or trigger_kind = 'noun'
                and event_type = 'ASSAULT'
                and not coalesce(is_own_date, false)
                and not coalesce(kind_before = 'number' or key_before in ('one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'), false)
            )
        )
        and not (is_negated and event_type <> 'REJECT' and not is_denied)
        and case telling
            when 'setting' then actor_count >= 2 and not has_verb_telling
            when 'bare'
                then
                    not (has_verb_telling and not coalesce(is_own_date, false))
                    and not has_clause_verb
                    and not coalesce(is_after_noun, false)
                    and (actor_count > 0 or list_contains(classes_before, 'generic_actor') or event_type = 'COOPERATE' and is_own_date)
                    and coalesce(is_own_date and date_start is not null or is_own_place, document_kind = 'bulletin')
                    and event_type in ('CONSULT', 'AGREE', 'ASSAULT', 'COERCE', 'MOBILIZE', 'PROTEST', 'SANCTION', 'RETREAT', 'CONCEDE', 'REJECT', 'COOPERATE')
                    and (not coalesce(act_clause = clause_number, false) or coalesce(is_own_date, false))
            when 'verb'
                then
                    actor_count > 0 or coalesce(is_own_date, false) or document_kind = 'bulletin'
                    or (is_own_place or has_date_mention)
                    and event_type in ('ASSAULT', 'PROTEST', 'CONSULT', 'AGREE', 'COERCE', 'REJECT', 'MOBILIZE', 'RETREAT')
                    or is_denied
                    or event_type in ('REQUEST', 'PROMISE', 'ACCUSE') and speaker_actor_id is not null
            else
                not has_clause_verb
                and not coalesce(is_after_noun and telling = 'happening', false)
                and (actor_count > 0 or coalesce(is_own_date, false) or is_own_place or document_kind = 'bulletin')
        end
        and not (
            coalesce(clause_number > act_clause, false)
            and not is_denied
            and list_has_any(opening_classes, ['that', 'subordinator'])
            and not coalesce(is_own_date, false)
        )
        and not (line_kind in ('title', 'heading') and telling in ('bare', 'setting'))
        -- "a centre that monitors the truce": what somebody is for
        and not (
            document_kind = 'article'
            and is_present
            and trigger_kind = 'verb'
            and list_has_any(opening_classes, ['that', 'relative'])
            and event_type not in ('REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROMISE')
            and not coalesce(is_own_date, false)
        )
        and not (event_type = 'ACCUSE' and source_count = 0 and speaker_actor_id is null and actor_pattern = 'target_only')
        -- "aid that is delivered from inside Syria": no act, but a kind of thing
        and not (
            document_kind = 'article' and actor_count = 0 and not coalesce(is_own_date, false)
            and list_has_any(opening_classes, ['that', 'relative']) and not is_speech_act and not is_denied
        )
        and not (
            is_speech_act
            and source_count = 0
            and (speaker_actor_id is null and (is_passive or event_type = 'PROMISE') or event_type = 'SUPPORT' and anchor_key_before not in ('we', 'i'))
        )
)

select * from final
