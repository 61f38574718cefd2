with

readings as (
    select * from {{ ref('int_trigger_readings') }}
),

actors as (
    select
        sentence_id,
        token_start,
        token_end,
        actor_id
    from {{ ref('int_event_actor_spans') }}
),

chosen as (
    select *
    from readings
    where
        case trigger_kind
            when 'verb'
                then
                    is_lexical
                    or language = 'ru'
                    -- "he left, accusing Lee of"
                    or form_numbers = [5] and (key_before = ',' or list_contains(classes_before, 'message'))
                    and event_type in ('REQUEST', 'ACCUSE', 'SUPPORT', 'REJECT', 'THREATEN', 'PROMISE', 'SANCTION')
                    or is_gerund_of_act
                    or is_verbal_noun
                    -- "began evacuating the town"
                    or form_numbers = [5] and list_contains(classes_before, 'phase_verb')
                    or (
                        word_count > 1
                        and (not is_compound or is_hyphenated)
                        and form_numbers <> [5]
                        and (is_after_subject or list_has_any(form_numbers, [3, 4]))
                        -- "An appeal for money was launched"
                        and not list_contains(classes_before, 'determiner')
                        and not (form_numbers = [1] and token_start = 1)
                    )
            -- "Washington Issues Sanctions Relief": what could be a verb is none in a noun of two words
            when 'noun' then (not is_lexical or word_count > 1) and not (word_count = 1 and gap_before = '-')
            else true
        end
    qualify row_number() over (
        partition by sentence_id, token_start, token_end
        order by
            -- "after shelling a market": the noun takes no object
            case when is_gerund_of_act then 0 when trigger_kind = 'noun' and not is_lexical then 1 else 2 end,
            needs is null,
            priority,
            trigger_id
    ) = 1
),

-- a word inside a name tells nothing: the Syrian opposition, the Reconciliation Agreement's Commission
free as (
    select chosen.*
    from chosen
    left join actors
        on
            chosen.sentence_id = actors.sentence_id
            and chosen.token_start >= actors.token_start
            and chosen.token_end <= actors.token_end
            -- "The National Dialogue Congress began on Monday": its last word says what it is
            and not (chosen.event_type = 'CONSULT' and chosen.trigger_kind = 'noun' and chosen.is_named and chosen.token_end = actors.token_end)
    where actors.actor_id is null
),

longest as (
    {{ longest_matches('free') }}
),

-- "cancelled the visit", "eased the sanctions": what the verb takes is told by the verb
objects as (
    select distinct
        nouns.sentence_id,
        nouns.token_start
    from longest as nouns
    inner join longest as verbs
        on
            nouns.sentence_id = verbs.sentence_id
            and nouns.clause_number = verbs.clause_number
            -- "discussed the fighting": a topic
            and (
                list_contains(nouns.word_classes, verbs.needs)
                or ends_with(verbs.needs, '+') and list_contains(nouns.word_classes, replace(verbs.needs, '+', ''))
                or {{ is_trigger("talking_over", "verbs.trigger_id") }} and nouns.event_type <> 'CONSULT'
                -- "issued a waiver of sanctions"
                or {{ is_trigger("waiving", "verbs.trigger_id") }} and nouns.event_type = 'SANCTION'
            )
            and nouns.event_type <> verbs.event_type
            and (
                nouns.token_start between verbs.token_end + 1 and verbs.token_end + if({{ is_trigger("waiving", "verbs.trigger_id") }}, 11, 8)
                or (list_contains(verbs.form_numbers, 4) or ends_with(verbs.needs, '+'))
                and nouns.token_start between verbs.token_start - 14 and verbs.token_start - 1
            )
    where nouns.trigger_kind = 'noun' and (verbs.trigger_kind = 'verb' or verbs.trigger_kind = 'noun' and verbs.needs is not null)
    union
    -- "the withdrawal agreement", "evacuation talks": what they are about
    select
        nouns.sentence_id,
        nouns.token_start
    from longest as nouns
    inner join longest as heads
        on
            nouns.sentence_id = heads.sentence_id
            and nouns.clause_number = heads.clause_number
            and nouns.token_end + 1 = heads.token_start
            and nouns.event_type <> heads.event_type
    where
        nouns.trigger_kind = 'noun' and heads.trigger_kind = 'noun' and heads.event_type in ('AGREE', 'CONSULT')
        and heads.language = 'en' and not heads.is_named
),

final as (
    select
        sentence_id || '-' || {{ padded('token_start', 4) }} as mention_id,
        sentence_id,
        document_id,
        token_start,
        token_end,
        char_start,
        char_end,
        trigger_id,
        event_type,
        if(is_verbal_noun, 'noun', trigger_kind) as trigger_kind,
        voice,
        actor_pattern,
        modality_hint,
        language,
        form_numbers,
        clause_number,
        clause_start,
        verb_number,
        key_before,
        kind_before,
        classes_before,
        governor,
        is_named,
        is_gerund_of_act
    from longest
    anti join objects
        on longest.sentence_id = objects.sentence_id and longest.token_start = objects.token_start
)

select * from final
