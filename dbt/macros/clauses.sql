{#- What a clause is told by, as bits of one number: numbers sort and compare faster than lists of words. -#}

{#- Flags of a token by the classes of its word (seed clause_words). -#}
{% macro clause_class_flags() -%}
    {{- return({
        "aux": ["be", "have", "do", "modal"],
        "chain_word": ["be", "have", "do", "modal", "adverb", "negation"],
        "preposition": ["preposition"],
        "determiner": ["determiner"],
        "finite": ["verb_finite"],
        "verb": ["verb_finite", "generic_verb", "causative", "deciding_verb"],
        "ing": ["verb_ing"],
        "event_noun": ["event_noun"],
        "ambiguous": ["ambiguous"],
        "nominal": ["event_noun", "ambiguous"],
        "adverb": ["adverb"],
        "before_ing": ["be", "adverb", "negation"],
        "before_verb": ["be", "have", "do", "modal", "pronoun", "relative", "negation"],
        "behind_subject": ["be", "have", "do", "modal", "pronoun", "relative", "negation", "adverb", "coordinator"],
        "have": ["have"],
        "opening": ["relative", "subordinator"],
        "that": ["that"],
        "coordinator": ["coordinator"],
        "unsolid": ["determiner", "body_noun"],
        "time": ["time_word"],
        "event": ["event_noun", "meeting"],
        "planning": ["planning_verb"],
        "joint": ["coordinator", "relative", "that", "subordinator"],
    }) -}}
{%- endmacro %}

{#- Flags of a token by its own key and kind. -#}
{% macro clause_key_flags() -%}
    {{- return({
        "word": "token_kind = 'word'",
        "number": "token_kind = 'number'",
        "punct": "token_kind = 'punct'",
        "quote": "token_key in ('“', '\"', '«')",
        "to": "token_key = 'to'",
        "comma": "token_key = ','",
        "by": "token_key = 'by'",
        "with": "token_key = 'with'",
        "together": "token_key in ('together', 'along', 'jointly')",
        "light": "token_key in (',', '(', ')', 'and', 'or', 'the', 'a', 'an', '&', 'и', 'both', '–', 'as', 'well', 'а', 'такж', 'then')",
        "as": "token_key = 'as'",
        "well": "token_key = 'well'",
        "stop": "token_kind = 'punct' and token_key in (';', ':', '—', '–', '!', '?', '…', '|')",
        "point": "token_kind = 'punct' and token_key = '.'",
        "shortened": "(length(token_key) <= 1 or token_key in ('" ~ shortened_words() | map("lower") | reject("in", ["no"]) | join("', '") ~ "'))",
        "divider": "token_kind = 'punct' and token_key in (';', ':', '—', '–', '|')",
        "verb_opener": "token_key in ('to', 'that', 'also')",
        "subject_end": "token_key in ('to', 'that', ',', ')')",
        "ly": "token_key like '%ly'",
        "s": "token_key like '%s'",
        "ss": "token_key like '%ss'",
        "back": "token_key = 'back'",
        "military": "token_key = 'military'",
        "wounded": "token_key = 'wounded'",
        "announcing": "token_key in ('announced', 'announces', 'announce', 'declared', 'declares', 'proclaimed', 'unveiled')",
        "year": "regexp_full_match(token_key, '(?:19|20)\\d\\d')",
    }) -}}
{%- endmacro %}

{#- Flags of a token by how it is written and by its neighbours, set in int_clause_tokens. -#}
{% macro clause_token_flags() -%}
    {{- return([
        "joined", "spaced", "capital", "possessive", "name_part", "aside", "speech_edge", "aux_before", "aux_next",
        "chain", "chain_before", "after_subject", "own_edge", "may_be_edge",
    ]) -}}
{%- endmacro %}

{#- The bit of a flag. -#}
{% macro clause_bit(flag) -%}
    {{- 0 if not execute else 2 ** (
        (clause_class_flags().keys() | list) + (clause_key_flags().keys() | list) + clause_token_flags()
    ).index(flag) -}}
{%- endmacro %}

{#- The bits of a word's classes. -#}
{% macro clause_class_bits(classes) -%}
    cast(0 as bigint)
    {%- for flag, wanted in (clause_class_flags() if execute else {}).items() %}
    + case when list_has_any({{ classes }}, ['{{ wanted | join("', '") }}']) then {{ clause_bit(flag) }} else 0 end
    {%- endfor -%}
{%- endmacro %}

{#- The bits of a token's own key and kind. -#}
{% macro clause_key_bits(of) -%}
    cast(0 as bigint)
    {%- for flag, condition in (clause_key_flags() if execute else {}).items() %}
    + case when {{ condition | replace("token_k", of ~ "token_k") }} then {{ clause_bit(flag) }} else 0 end
    {%- endfor -%}
{%- endmacro %}

{#- Whether a token's bits hold a flag; NULL where there is no token. -#}
{% macro has_flag(flag, bits="bits") -%}
    ({{ bits }} & {{ clause_bit(flag) }}) > 0
{%- endmacro %}

{#- The bits of those flags whose condition holds. -#}
{% macro clause_bits(conditions) -%}
    cast(0 as bigint)
    {%- for flag, condition in conditions.items() %}
    + case when {{ condition }} then cast({{ clause_bit(flag) }} as bigint) else 0 end
    {%- endfor -%}
{%- endmacro %}

{#- Whether a token of these bits may stand in the chain of auxiliaries and adverbs before a verb; NULL where there is no token. -#}
{% macro may_be_in_chain(bits) -%}
    (
        {{ has_flag("chain_word", bits) }}
        or {{ has_flag("to", bits) }}
        or {{ has_flag("quote", bits) }}
        or ({{ has_flag("word", bits) }} and {{ has_flag("ly", bits) }} and not {{ has_flag("finite", bits) }})
    )
{%- endmacro %}

{#- Whether a token is the verb of its clause, by its own flags and those of the tokens beside it;
    the last token has none behind it. -#}
{% macro is_verb_in_place() -%}
    {{ has_flag("word") }}
    and (
        {{ has_flag("verb") }}
        or (
            {{ has_flag("ing") }}
            and ({{ has_flag("before_ing", "bits_before") }} or {{ has_flag("quote", "bits_before") }})
        )
    )
    and not {{ has_flag("aux") }}
    and not {{ has_flag("preposition") }}
    and not ({{ has_flag("joined") }} or coalesce({{ has_flag("joined", "bits_after") }}, false))
    and not {{ has_flag("name_part") }}
    -- "since Lee's fall", but "it's destroyed"
    and not coalesce({{ has_flag("possessive", "bits_before") }} and not {{ has_flag("before_verb", "bits_before") }}, false)
    -- "Turkey in 2019 launched"
    and not ({{ has_flag("number", "bits_before") }} and not {{ has_flag("year", "bits_before") }})
    -- "first deployed", "the military killed": a word that may be something else too does not make a noun of a plain verb
    and not (
        {{ has_flag("determiner", "bits_before") }}
        and not (
            ({{ has_flag("adverb", "bits_before") }} or {{ has_flag("military", "bits_before") }}) and not {{ has_flag("nominal") }}
        )
    )
    and (not {{ has_flag("preposition", "bits_before") }} or {{ has_flag("to", "bits_before") }})
    and (
        not {{ has_flag("nominal") }}
        or {{ has_flag("before_verb", "bits_before") }}
        or {{ has_flag("verb_opener", "bits_before") }}
        or (
            {{ has_flag("s", "bits_before") }} and not {{ has_flag("ss", "bits_before") }} and {{ has_flag("ambiguous") }}
            and not {{ has_flag("event_noun") }} and not {{ has_flag("s") }} and not {{ has_flag("back") }}
        )
        -- "A bomb wounded two people", "The blast wounded the mayor"
        or coalesce(
            {{ has_flag("wounded") }} and {{ has_flag("word", "bits_before") }}
            and ({{ has_flag("determiner", "bits_after") }} or {{ has_flag("number", "bits_after") }}), false
        )
        -- "Russia and Syria plan to sign"
        or coalesce(
            {{ has_flag("planning") }} and {{ has_flag("to", "bits_after") }} and {{ has_flag("capital", "bits_before") }}, false
        )
        or (
            {{ has_flag("capital", "bits_before") }}
            and coalesce({{ has_flag("capital", "bits_after") }} or {{ has_flag("determiner", "bits_after") }}, false)
        )
    )
{%- endmacro %}

{#- Whether a clause or a verb may begin at a token; names relations of int_clause_tokens. -#}
{% macro is_mark_of_clause() -%}
    (token_number = 1 or is_verb_start or {{ has_flag("own_edge") }} or {{ has_flag("speech_edge") }} or {{ has_flag("may_be_edge") }})
{%- endmacro %}

{#- "after meeting Lee", "by closing the road", ", deploying troops": a form in -ing whose subject is that of the clause beside it, told from
    a noun by the object right behind it; names relations of int_trigger_hits. -#}
{% macro is_gerund_of_act() -%}
    coalesce(
        hits.trigger_kind = 'verb'
        and hits.language = 'en'
        and hits.form_numbers = [5]
        and not first.is_compound
        and (
            first.key_before in ({{ words("words_before_gerunds") }})
            -- "the jet crashed while landing in Latakia"
            and not (first.key_before = 'while' and coalesce(hits.needs = 'place', false))
            -- "Shelling two villages, the army advanced", but not "Advancing rebel forces took the town"
            or first.token_number = 1
            and (after.token_kind <> 'word' or after.is_name_part or list_contains(after.word_classes, 'determiner'))
            -- "with Lee visiting the camp"
            or first.governor = 'with' and not first.is_preposition and first.key_before <> 'with'
            -- who dies in an attack is told by the attack
            or first.key_before = ',' and not {{ is_trigger("of_toll", "hits.trigger_id") }}
        )
        and (
            -- "holding talks": the object is part of the trigger
            hits.word_count > 1
            or hits.event_type = 'PROTEST'
            or (after.token_kind in ('word', 'number') or after.token_key in ('$', '€', '£'))
            and not after.is_preposition
            -- "while urging both sides"
            and (not after.is_chain or after.token_key = 'both')
            and not after.is_lexical
            and not list_has_any(after.word_classes, ['coordinator', 'relative', 'that', 'subordinator'])
            -- "after bombing raids"
            and (hits.needs is not null or not list_contains(after.word_classes, 'event_noun'))
        ),
        false
    )
{%- endmacro %}

{#- "the signing of the deal", "Jordan's reopening of the crossing": a form in -ing that is a noun; names relations of int_trigger_hits. -#}
{% macro is_verbal_noun() -%}
    coalesce(
        hits.trigger_kind = 'verb' and hits.form_numbers = [5] and after.token_key = 'of' and (first.key_before = 'the' or before.is_possessive),
        false
    )
{%- endmacro %}
