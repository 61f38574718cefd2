{#- Wordings that more than a dictionary entry tells; each is one constant pattern. -#}

{#- A sentence that states a running total, which is no act of the day. -#}
{% macro running_total_wording() -%}
    '(?i)\b(?:in total|total number|number in total|so far|altogether|by now|adds? up|in all\b|since january|as before)|(?:уже|всего|общая площадь) '
{%- endmacro %}
