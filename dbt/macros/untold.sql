{#- Candidates that tell no act of their own; names columns of int_event_tellings. -#}
{% macro is_no_act_of_its_own() -%}
    (
        -- "began a campaign in support of Lee": how another act was meant
        {{ is_trigger("siding") }} and anchor_verb_number > 0
        -- "pledged to urge Lee to leave": the pledge tells it
        or verb_form = 'infinitive' and is_speech_act and coalesce(act_token < token_start, false)
        -- "urged the council to consider sending observers"
        or telling = 'light' and modality = 'planned' and coalesce(act_clause = clause_number and act_token < anchor_token, false)
        -- "those who ask us to leave", "men who refused to hand in their arms": which people
        or event_type in ('REQUEST', 'REJECT', 'ACCUSE') and coalesce(opening_key = 'who', false) and source_count = 0 and not is_passive
        -- "the victims whom the parties killed": whom a bulletin counts
        or document_kind = 'bulletin' and event_type in ('ASSAULT', 'COERCE') and actor_count = 0
        and list_has_any(opening_classes, ['that', 'relative'])
        and not coalesce(is_own_date or is_own_place, false)
        -- "214 refugees came back": a bulletin counts them
        or document_kind = 'bulletin' and {{ is_trigger("coming_home") }}
        -- "US$ 3 m distributed": a box of key figures
        or document_kind = 'bulletin' and telling = 'verb' and verb_form in ('finite', 'participle') and actor_count = 0
        and regexp_matches(sentence_text, '^(?:[•*-] ?)?(?:US ?)?[$€£] ?\d[^.]*(?:\.\d[^.]*)*$')
        -- "The aim of the agency is to help": what it is for
        or modality = 'planned' and regexp_matches(left(sentence_text, char_start - sentence_char_start), {{ purpose_opening() }})
        -- "called on Monday for a meeting of the Council"
        or telling = 'bare' and coalesce(act_clause = clause_number, false)
        and regexp_matches(left(sentence_text, char_start - sentence_char_start), '(?i)\bfor (?:an?|the|another|new) (?:[\w-]+ )?$')
        -- "in this photo, which the agency released": no prisoners
        or {{ is_trigger("releasing") }} and coalesce(has_media_source, false)
    )
{%- endmacro %}

{#- What stands before an infinitive that says what somebody or something is for. -#}
{% macro purpose_opening() -%}
    {%- set purposes = ["aim", "goal", "mission", "purpose", "objective", "task", "mandate", "role", "job", "idea"] -%}
    '(?i)\b(?:{{ purposes | join("|") }})s?\b[^,;:]{0,120}\b(?:is|are|was|were) to\b[^.,;]{0,60}$'
{%- endmacro %}
