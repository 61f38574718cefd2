{#- Wordings that more than a dictionary entry tells; each is one constant pattern. -#}

{#- Words of the day or the week that a bulletin speaks of: what is told with them is no running total. -#}
{% macro reporting_period_wording() -%}
    '(?i)\b(?:24 hours|(?:past|last|reporting) (?:day|week)|(?:in|over|during) (?:the same|this|that) period|during the (?:day|week)|(?:this|last) week|today|yesterday)\b|за (?:прошедш\S+ |последн\S+ |минувш\S+ )?(?:день|сутки|неделю|24 часа)'
{%- endmacro %}

{#- A sentence that states a running total, which is no act of the day. -#}
{% macro running_total_wording() -%}
    '(?i)\b(?:in total|total number|number in total|so far|altogether|by now|adds? up|in all\b|since january|as before)|(?:уже|всего|общая площадь) '
{%- endmacro %}

{#- "Did they shell the town again?", "They shelled it, right?": who asks whether a thing happened does not tell that it did. -#}
{% macro asks_whether(text) -%}
    {%- set verbs = "did|does|do|has|have|had|is|are|was|were|will|would|can|could|should" -%}
    {%- set opening = "^[\"“«]?(?:(?i:question|q|вопрос) ?: )?(?:But |And |So )?(?i:" ~ verbs ~ ") " -%}
    {%- set tag = ", (?:right|correct|yes|no|is that right)\\?[\"”»’) ]*$" -%}
    case
        when contains(right({{ text }}, 4), '?') then regexp_matches({{ text }}, '{{ opening ~ "|" ~ tag }}|(?:^| )ли ')
        else false
    end
{%- endmacro %}

{#- "Turkish officials often use the term neutralized of those who surrendered": what a word means, and no act. -#}
{% macro explains_a_word(text) -%}
    case
        when contains({{ text }}, ' term') or contains({{ text }}, ' word') or contains({{ text }}, ' expression') or contains({{ text }}, 'термин')
            then
                regexp_matches(
                    {{ text }},
                    '(?i)\b(?:uses?|using|(?:often|usually|commonly) used) the (?:term|word|expression)\b|\bthe (?:term|word) is (?:\p{L}+ )?used\b|использу\p{L}+ термин'
                )
        else false
    end
{%- endmacro %}

{#- What stands before a verb that says more of a meeting told already: "details of the talks" held on Monday. -#}
{% macro definite_meeting() -%}
    {%- set meetings = "meetings?|talks|summit|visit|call|conversation|sessions?|negotiations|discussions?|consultations" -%}
    '(?i)\b(?:the|this|that|their|these|those) (?:\w+ )?(?:{{ meetings }}),? (?:that |which )?(?:was |were |had been |has been )?$'
{%- endmacro %}

{#- What stands between an agreement and what it is about. -#}
{% macro topic_opening() -%}
    ' (?:on|for|of|about|concerning|regarding) (?:the |a |an )?(?:\w+ )?$'
{%- endmacro %}
