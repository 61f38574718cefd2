with

mentions as (
    select * from {{ ref('int_trigger_mentions') }}
    where event_type <> 'NONE'
),

tokens as not materialized (
    select * from {{ ref('int_clause_tokens') }}
),

near_tokens as materialized (
    {{ tokens_at('tokens', 'mentions', [
        'token_start - 1', 'token_end + 1', 'token_end + 2', 'clause_start', 'clause_start - 1', 'clause_start - 2'
    ]) }}
),

lexical as (
    select
        sentence_id,
        clause_number,
        verb_number,
        token_number,
        chain_start,
        comma_count,
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
    inner join near_tokens as opening
        on
            mentions.sentence_id = opening.sentence_id
            and (
                opening.token_number between mentions.token_end + 1 and mentions.token_end + 2
                -- "конференция по возвращению беженцев, которая открылась"
                or opening.token_number between mentions.token_end + 3 and mentions.token_end + 6
                and mentions.event_type = 'CONSULT' and opening.token_key = 'котор'
            )
            and opening.token_number = opening.clause_start
            and list_has_any(opening.word_classes, ['relative', 'that'])
    inner join lexical
        on
            mentions.sentence_id = lexical.sentence_id
            and opening.clause_number = lexical.clause_number
            and lexical.verb_number = 1
            -- "the talks that took place on Monday"
            and (
                list_contains(lexical.word_classes, 'light_verb') and opening.token_number <= mentions.token_end + 2
                or mentions.event_type = 'CONSULT' and lexical.is_happening
                and (mentions.key_before in ('the', 'this', 'these') or opening.token_key = 'котор')
                -- "two days of fighting, which began between Lee and Kim"
                or mentions.event_type in ('ASSAULT', 'PROTEST') and lexical.is_happening
            )
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
        coalesce(
            max(lexical.token_number) filter (
                where lexical.token_number < mentions.token_start and lexical.verb_number = mentions.verb_number
            )
            = max(lexical.token_number) filter (
                where
                lexical.token_number between mentions.token_start - 6 and mentions.token_start - 1
                and lexical.verb_number = mentions.verb_number
                and mentions.language = 'ru' and lexical.is_happening
            ),
            false
        ) as is_happening_first,
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
            -- "Under a deal between Jordan and Syria": it is named as known, and so are both that made it
            when
                mentions.event_type = 'AGREE' and behind.token_key in ('between', 'межд')
                and (mentions.governor <> '' or list_contains(mentions.classes_before, 'coordinator'))
                then 'between'
            when carriers.is_light then 'light'
            when
                mentions.event_type = 'CONSULT' and mentions.token_start <= mentions.clause_start + 4
                and (
                    mentions.governor in ('in', 'at', 'during', 'on', 'after', 'following', 'на', 'в', 'после')
                    or mentions.key_before in ('after', 'following', 'после')
                    -- "After a meeting with Lee, Kim praised him"
                    or mentions.token_start = mentions.clause_start + 2
                    and mentions.key_before in ('a', 'the', 'his', 'her', 'their')
                    and opening.token_key in ('after', 'following', 'before', 'during')
                )
                then 'setting'
            when
                mentions.event_type = 'CONSULT'
                and mentions.key_before in ('after', 'following', 'during', 'at', 'итог', 'после', 'ход')
                then 'setting'
            else 'bare'
        end as telling,
        case
            -- "co-chaired": the verb is the second half
            when mentions.trigger_kind = 'verb' and {{ is_trigger("second_half", "mentions.trigger_id") }} then mentions.token_start + 1
            when mentions.trigger_kind <> 'noun' then mentions.token_start
            when carriers.is_happening and not coalesce(carriers.is_light, false) and coalesce(mentions.governor, '') = '' then carriers.verb_after
            when carriers.is_light or carriers.is_happening_first and coalesce(mentions.governor, '') = '' then carriers.verb_before
            else mentions.token_start
        end as anchor_token
    from mentions
    left join carriers on mentions.mention_id = carriers.mention_id
    left join related on mentions.mention_id = related.mention_id
    left join near_tokens as opening
        on mentions.sentence_id = opening.sentence_id and mentions.clause_start = opening.token_number
    left join near_tokens as behind
        on mentions.sentence_id = behind.sentence_id and mentions.token_end + 1 = behind.token_number
),

anchors as materialized (
    {{ tokens_at('tokens', 'anchored', ['anchor_token']) }}
),

chain_openings as (
    {{ tokens_at('tokens', 'anchors', ['chain_start']) }}
),

first_verbs as (
    select
        sentence_id,
        clause_number,
        min(chain_start) as chain_start,
        min(comma_count) as comma_count,
        first_value(min(chain_start)) over (partition by sentence_id order by clause_number) as main_chain_start
    from lexical
    where verb_number = 1
    group by sentence_id, clause_number
),

-- "The sides met and called for calm": a verb behind "and" shares the subject of the first, also that of the clause before a dependent one
joined_verbs as (
    select
        anchored.mention_id,
        anchored.sentence_id,
        if(chain.token_number = anchored.clause_start, first_verbs.main_chain_start, first_verbs.chain_start) - 1 as subject_token
    from anchored
    inner join anchors as anchor
        on anchored.sentence_id = anchor.sentence_id and anchored.anchor_token = anchor.token_number
    inner join chain_openings as chain
        on anchored.sentence_id = chain.sentence_id and anchor.chain_start = chain.token_number
    inner join first_verbs
        on anchored.sentence_id = first_verbs.sentence_id and anchored.clause_number = first_verbs.clause_number
    where anchored.trigger_kind = 'verb' and chain.key_before in ('and', 'but')
),

first_subjects as (
    {{ tokens_at('tokens', 'joined_verbs', ['subject_token']) }}
),

subjects as (
    {{ tokens_at('tokens', 'chain_openings', ['token_number - 1', 'token_number - 3', 'token_number - 4', 'token_number - 5']) }}
),

final as (
    select
        anchored.* exclude (governor),
        anchor.chain_start,
        anchor.verb_number as anchor_verb_number,
        anchor.token_key as anchor_key,
        -- empty at the edge of a sentence, so that a comparison is never NULL
        coalesce(chain.key_before, '') as anchor_key_before,
        coalesce(after.token_key, '') as key_after,
        -- "the guarantors welcomed": somebody acts, though no name is told
        coalesce(list_has_any(subject.word_classes, ['party', 'pronoun', 'generic_actor']) or subject.is_name_part, false)
        or coalesce(
            (list_has_any(first_subject.word_classes, ['party', 'pronoun', 'generic_actor']) or first_subject.is_name_part)
            and first_subject.token_key <> 'it',
            false
        )
            as has_party,
        coalesce(list_contains(subject.word_classes, 'circumstance'), false) as has_circumstance,
        -- "reached besieged Duma": a verb takes no other verb behind it
        coalesce(
            before.is_lexical
            and list_contains(before.word_classes, 'verb_finite')
            and not list_has_any(before.word_classes, ['event_noun', 'ambiguous', 'belief'])
            and list_contains(anchored.form_numbers, 4)
            and not list_contains(anchored.form_numbers, 1)
            and anchored.trigger_kind = 'verb'
            and anchored.language = 'en'
            -- "mobile teams treated patients": the plural of a noun
            and (not ends_with(before.token_key, 's') or before.token_key in ('reaches', 'enters', 'delivers'))
            and after.token_kind = 'word'
            and not list_has_any(after.word_classes, ['determiner', 'preposition', 'pronoun'])
            -- "those who were hurt got help"
            and not list_has_any(first_token.word_classes, ['relative', 'that']),
            false
        ) as is_adjective,
        -- "suggests that they form a group"
        coalesce(
            list_contains(anchored.form_numbers, 1) and anchored.trigger_kind = 'verb'
            and if(opening.token_key = 'that', before_opening.token_key, opening.token_key) in ({{ words("verbs_of_request") }})
            -- "переговоры о том, чтобы отряды сложили оружие"
            -- "Чтобы помочь людям, центр в тот же день открыл": the verb behind the purpose
            or first_token.token_key = 'чтоб' and anchored.trigger_kind = 'verb' and not list_contains(anchored.form_numbers, 1)
            and anchored.token_start <= anchored.clause_start + 6,
            false
        ) as is_subjunctive,
        -- "The deal provides that the sides will build a port"
        coalesce(if(opening.token_key = 'that', before_opening.token_key, opening.token_key) in ({{ words("verbs_of_provision") }}), false)
        -- not "as an agreement foresees which they made in May"
        and not coalesce(list_contains(first_token.word_classes, 'relative'), false)
            as is_provided,
        -- "In a case which the office documented, gunmen opened fire": behind the relative clause
        coalesce(
            list_contains(first_token.word_classes, 'relative')
            and anchor.comma_count > first_verbs.comma_count
            and chain.key_before not in (',', 'and', 'but', 'or')
            -- "A plan that is to end the crisis has been adopted"
            or list_has_any(first_token.word_classes, ['relative', 'that'])
            and anchor.verb_number >= 2
            and list_has_any(chain.word_classes, ['be', 'have'])
            and chain.token_key not in ('be', 'been', 'being', 'have', 'having')
            and chain.key_before not in (',', 'and', 'but', 'or')
            and not coalesce(subject.is_lexical, false),
            false
        ) as is_behind_relative
    from anchored
    inner join anchors as anchor
        on anchored.sentence_id = anchor.sentence_id and anchored.anchor_token = anchor.token_number
    inner join chain_openings as chain
        on anchored.sentence_id = chain.sentence_id and anchor.chain_start = chain.token_number
    -- "The media, however, have accused", "They have, besides, lifted"
    left join subjects as aside
        on
            anchored.sentence_id = aside.sentence_id
            and anchor.chain_start - 3 = aside.token_number
            and chain.key_before = ','
            and aside.token_key = ','
    left join subjects as before_aside
        on anchored.sentence_id = before_aside.sentence_id and anchor.chain_start - 4 = before_aside.token_number
    left join subjects as subject
        on
            anchored.sentence_id = subject.sentence_id
            and anchor.chain_start - case
                when aside.token_number is null then 1
                when before_aside.is_chain then 5
                else 4
            end = subject.token_number
    left join first_verbs
        on anchored.sentence_id = first_verbs.sentence_id and anchored.clause_number = first_verbs.clause_number
    left join joined_verbs on anchored.mention_id = joined_verbs.mention_id
    left join first_subjects as first_subject
        on joined_verbs.sentence_id = first_subject.sentence_id and joined_verbs.subject_token = first_subject.token_number
    left join near_tokens as before
        on anchored.sentence_id = before.sentence_id and anchored.token_start - 1 = before.token_number
    left join near_tokens as after
        on anchored.sentence_id = after.sentence_id and anchored.token_end + 1 = after.token_number
    left join near_tokens as first_token
        on anchored.sentence_id = first_token.sentence_id and anchored.clause_start = first_token.token_number
    left join near_tokens as opening
        on anchored.sentence_id = opening.sentence_id and anchored.clause_start - 1 = opening.token_number
    left join near_tokens as before_opening
        on anchored.sentence_id = before_opening.sentence_id and anchored.clause_start - 2 = before_opening.token_number
    left join near_tokens as refused
        on anchored.sentence_id = refused.sentence_id and anchored.token_end + 2 = refused.token_number
    -- "declined to comment" is no act
    where
        not (
            anchored.event_type = 'REJECT'
            and coalesce(after.token_key = 'to' and refused.token_key in ('comment', 'elaborate', 'say', 'respond'), false)
        )
)

select * from final
