{#- Which of two tellings of a document is the other one again. `weaker` and `fuller` are rows of int_ranked_tellings. -#}

{#- Of help: whether a humanitarian action is told, a single one, or what was handed out. -#}
{% macro aid_of_an_action() -%}
    {%- set clause = "substring(sentence_text, clause_char_start - sentence_char_start + 1, clause_char_end - clause_char_start)" -%}
    event_type = 'AID' and contains(trigger_id, '-with-aidaction') as is_action,
    event_type = 'AID'
    and contains(trigger_id, '-with-aidaction')
    and regexp_matches({{ clause }}, '(?i)(?:^|[^\d.,] ?)(?:one|an?|1|одну|одна|одной) (?:humanitarian|charit|гуманит|благотв)')
        as is_one_action,
    event_type = 'AID'
    and telling = 'verb'
    and {{ is_trigger("handing_out") }}
    and contains(trigger_id, '-with-aid')
    -- whom doctors see is another matter
    and not regexp_matches({{ clause }}, '(?i)medic|doctor|врач|медиц|медик')
        as is_handing_out
{%- endmacro %}

{#- "The Centre held a humanitarian action. Residents were given 500 food sets": what the action was. -#}
{% macro is_handed_out_at(weaker, fuller) -%}
    (
        {{ fuller }}.is_action
        and {{ weaker }}.is_handing_out
        and {{ weaker }}.sentence_number - {{ fuller }}.sentence_number between 0 and 1
        and {{ weaker }}.char_start > {{ fuller }}.char_start
        and {{ weaker }}.modality = {{ fuller }}.modality
        and (
            {{ weaker }}.location_id is null
            or {{ weaker }}.location_id = {{ fuller }}.location_id
            or {{ fuller }}.location_id is null and {{ fuller }}.is_one_action
        )
        and list_has_all({{ fuller }}.source_sides, {{ weaker }}.source_sides)
    )
{%- endmacro %}

{#- "has shelled the zone five times", and below it "five shellings of the zone were registered". -#}
{% macro is_summed_up_in_lead(weaker, fuller) -%}
    (
        {{ weaker }}.document_kind = 'bulletin'
        and {{ weaker }}.event_type = 'ASSAULT'
        and {{ weaker }}.line_kind = 'body'
        and {{ fuller }}.line_kind = 'body'
        and least({{ weaker }}.sentence_number, {{ fuller }}.sentence_number) <= 2
        and {{ weaker }}.modality = {{ fuller }}.modality
        and {{ weaker }}.event_date = {{ fuller }}.event_date
        and {{ weaker }}.location_id = {{ fuller }}.location_id
        and len({{ weaker }}.source_sides) > 0
        and {{ weaker }}.source_sides = {{ fuller }}.source_sides
        and list_has_any({{ weaker }}.amounts, {{ fuller }}.amounts)
    )
{%- endmacro %}

{#- "Jordan and Syria signed a memorandum"; "Safadi and Shaibani put their names to it": they do so for them. -#}
{% macro is_signed_for_states(weaker, fuller) -%}
    (
        {{ weaker }}.event_type in ('AGREE', 'COOPERATE')
        and {{ weaker }}.actor_nations = {{ fuller }}.actor_nations
        and len({{ weaker }}.actor_nations) > 0
        and {{ weaker }}.has_state <> {{ fuller }}.has_state
        and (
            len({{ weaker }}.nationless_ids) = 0
            or len({{ fuller }}.nationless_ids) = 0
            or list_has_any({{ weaker }}.nationless_ids, {{ fuller }}.nationless_ids)
        )
        and (
            abs({{ weaker }}.sentence_number - {{ fuller }}.sentence_number) <= if(len({{ weaker }}.actor_nations) > 1, 8, 2)
            or {{ weaker }}.location_id = {{ fuller }}.location_id
        )
    )
{%- endmacro %}

{#- 300 blankets and five kits are two gifts; who also calls for a truce, or blacklists one more, has called for something else before. -#}
{% macro is_another_gift(weaker, fuller) -%}
    coalesce(
        {{ weaker }}.line_kind = 'body' and {{ fuller }}.line_kind = 'body' and {{ weaker }}.sentence_id <> {{ fuller }}.sentence_id
        and {{ weaker }}.telling = 'verb' and {{ fuller }}.telling = 'verb'
        and (
            len({{ weaker }}.amounts) > 0 and len({{ fuller }}.amounts) > 0 and not list_has_any({{ weaker }}.amounts, {{ fuller }}.amounts)
            or {{ weaker }}.event_type in ('REQUEST', 'ACCUSE', 'PROMISE', 'AID', 'SANCTION')
            and if({{ weaker }}.char_start > {{ fuller }}.char_start, {{ weaker }}.has_also, {{ fuller }}.has_also)
            -- "also received Lee", "also thanked Kim": whom nobody met or thanked before
            or {{ weaker }}.event_type in ('CONSULT', 'SUPPORT')
            and if(
                {{ weaker }}.char_start > {{ fuller }}.char_start,
                {{ weaker }}.has_also and len({{ weaker }}.actor_sides) >= 2 and not list_has_all({{ fuller }}.actor_sides, {{ weaker }}.actor_sides),
                {{ fuller }}.has_also and len({{ fuller }}.actor_sides) >= 2 and not list_has_all({{ weaker }}.actor_sides, {{ fuller }}.actor_sides)
            )
        ),
        false
    )
{%- endmacro %}

{#- "met Lee in Geneva and received Kim": two verbs of one clause that tell of others or of another place. -#}
{% macro is_another_act_of_clause(weaker, fuller) -%}
    coalesce(
        {{ weaker }}.telling = 'verb' and {{ fuller }}.telling = 'verb'
        -- "thanked Lee and praised Kim" is one courtesy
        and {{ weaker }}.event_type <> 'SUPPORT'
        and not {{ weaker }}.is_toll and not {{ fuller }}.is_toll
        and {{ weaker }}.anchor_verb_number <> {{ fuller }}.anchor_verb_number
        and if({{ weaker }}.char_start > {{ fuller }}.char_start, {{ weaker }}.is_coordinated, {{ fuller }}.is_coordinated)
        and (
            len(list_intersect({{ weaker }}.actor_sides, {{ fuller }}.actor_sides))
            < least(len({{ weaker }}.actor_sides), len({{ fuller }}.actor_sides))
            or {{ weaker }}.location_id <> {{ fuller }}.location_id
            and not coalesce(
                list_contains({{ weaker }}.area_ids, {{ fuller }}.location_id) or list_contains({{ fuller }}.area_ids, {{ weaker }}.location_id), false
            )
        ),
        false
    )
{%- endmacro %}

{#- Who strikes in one telling is not who is struck in the other. -#}
{% macro is_strike_of_the_other_side(weaker, fuller) -%}
    coalesce(
        {{ weaker }}.event_type = 'ASSAULT'
        and {{ weaker }}.sentence_id <> {{ fuller }}.sentence_id
        and (
            len({{ weaker }}.source_sides) > 0 and len({{ fuller }}.source_sides) = 0
            and list_has_all({{ fuller }}.actor_sides, {{ weaker }}.source_sides)
            or len({{ fuller }}.source_sides) > 0 and len({{ weaker }}.source_sides) = 0
            and list_has_all({{ weaker }}.actor_sides, {{ fuller }}.source_sides)
        ),
        false
    )
{%- endmacro %}
