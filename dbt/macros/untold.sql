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
        -- "In contact with the agency, waiting for registration 57,468": a line of a table
        or anchor_verb_number = 0 and regexp_matches(sentence_text, '^[^.!?]*\pL[):]? +\d[\d,]*$')
        -- "The aim of the agency is to help": what it is for
        or modality = 'planned' and regexp_matches(left(sentence_text, char_start - sentence_char_start), {{ purpose_opening() }})
        -- "called on Monday for a meeting of the Council"
        or telling = 'bare' and coalesce(act_clause = clause_number, false)
        and regexp_matches(left(sentence_text, char_start - sentence_char_start), '(?i)\bfor (?:an?|the|another|new) (?:[\w-]+ )?$')
        -- "Russia helped turn the war": only who will help a state, aids it
        or {{ is_trigger("helping") }} and modality not in ('planned', 'promised')
        -- "those whose hands are stained are to be held to account": of whom one speaks
        or event_type = 'ACCUSE' and is_passive and source_count = 0
        and (modality = 'planned' or coalesce(opening_key in ('who', 'whose'), false))
        -- "against those who oppose it": which people
        or {{ is_trigger("opposing") }} and is_present and coalesce(opening_key in ('who', 'that', 'which'), false)
        -- "a draft under which their rights are suspended": what it says
        or telling = 'verb' and is_passive and has_present_be and modality = 'happened' and source_count = 0 and key_before <> 'being'
        and coalesce(opening_key in ('which', 'that', 'who'), false) and list_contains(opening_classes, 'relative')
        and not coalesce(is_own_date, false)
        -- "rebels who fought against him": which ones
        or {{ is_trigger("fighting") }} and telling = 'verb' and coalesce(opening_key = 'who', false)
        and not coalesce(is_own_date or is_own_place, false)
        -- "houses and roads are damaged": how they stand
        or event_type = 'ASSAULT' and is_passive and has_present_be and actor_count = 0 and key_before <> 'being'
        and not coalesce(is_own_date, false)
        -- "as part of the agreement", "the commission on the truce": one that was made before
        or event_type = 'AGREE' and telling in ('bare', 'light') and not coalesce(is_date_of_act, false)
        and regexp_matches(left(sentence_text, char_start - sentence_char_start), {{ known_accord_opening() }})
        -- "in this photo, which the agency released": no prisoners
        or {{ is_trigger("releasing") }} and coalesce(has_media_source, false)
    )
{%- endmacro %}

{#- What stands before an agreement or a truce that others keep, break or watch. -#}
{% macro known_accord_opening() -%}
    {%- set ties = [
        "part of", "line with", "accordance with", "commission (?:on|for)", "violations? of", "breach(?:es)? of", "compliance with", "observance of",
        "spirit of", "framework of", "terms of",
    ] -%}
    '(?i)\b(?:{{ ties | join("|") }}) (?:[\w-]+ ){0,5}$'
{%- endmacro %}

{#- What stands before an infinitive that says what somebody or something is for. -#}
{% macro purpose_opening() -%}
    {%- set purposes = ["aim", "goal", "mission", "purpose", "objective", "task", "mandate", "role", "job", "idea"] -%}
    '(?i)\b(?:{{ purposes | join("|") }})s?\b[^,;:]{0,120}\b(?:is|are|was|were) to\b[^.,;]{0,60}$'
{%- endmacro %}
