{#- Words and senses by which a trigger in a sentence tells no act; names relations and columns of int_event_candidates. -#}

{#- What makes a condition of the words behind it: "should" before its subject, "once" and "until" behind what is to come. -#}
{% macro supposing_words(tokens) -%}
    select
        words.sentence_id,
        words.clause_number,
        words.token_number
    from {{ tokens }} as words
    left join {{ tokens }} as behind
        on words.sentence_id = behind.sentence_id and words.token_number + 1 = behind.token_number and words.token_key = 'should'
    left join {{ tokens }} as modals
        on
            words.sentence_id = modals.sentence_id
            and words.clause_number - 1 = modals.clause_number
            and words.token_key <> 'should'
            and modals.token_key in ('will', 'would', 'shall', 'can', 'could')
    where
        words.token_key in ('should', 'once', 'until')
        and (list_contains(behind.word_classes, 'determiner') or modals.token_key is not null and words.token_number = words.clause_start)
    union all
    -- "would lift its sanctions if reforms were made": neither has come about
    select
        modals.sentence_id,
        modals.clause_number,
        modals.token_number
    from {{ tokens }} as modals
    inner join {{ tokens }} as words
        on
            modals.sentence_id = words.sentence_id
            and modals.clause_number + 1 = words.clause_number
            and words.token_number = words.clause_start
            and words.token_key = 'if'
    where modals.token_key = 'would'
{%- endmacro %}

{#- "Two soldiers killed in Manbij", "3 fighters killed, 2 wounded": a headline leaves out "were"; who kills names at once whom. -#}
{% macro is_clipped_passive() -%}
    (
        {{ is_trigger("hurting") }}
        and list_contains(form_numbers, 4)
        and not list_contains(form_numbers, 1)
        and not has_be
        and not has_have
        and coalesce(key_after in ({{ words("behind_clipped_passives") }}, ',', '.', ';', ')'), true)
    )
{%- endmacro %}

{% macro has_another_sense() -%}
    (
        -- "the war has left 300,000 dead", "they left 17 dead": no attack, but the sum of many
        {{ is_trigger("leaving_dead") }}
        and anchor_key_before in ('war', 'conflict', 'crisis', 'and', 'which', 'that', 'they', 'these', 'it')
        or {{ is_trigger("costing_lives") }} and anchor_key_before in ('war', 'conflict', 'crisis', 'they', 'these', 'it')
        -- "carried out a part of his peace plan"
        or telling = 'light' and event_type = 'REQUEST' and starts_with(anchor_key, 'carr')
        -- "the food crisis gets worse"
        or {{ is_trigger("getting") }} and key_after in ({{ words("words_behind_get") }})
        -- "helped broker a deal between Lee and Kim"
        or {{ is_trigger("helping") }} and key_after in ({{ words("words_behind_help") }})
        -- "a fighter carries his weapon"
        or {{ is_trigger("bearing_arms") }} and key_after in ('his', 'her', 'their', 'its')
    )
{%- endmacro %}
