{#- A part is of its total's measure, unless it names another thing itself. -#}
{% macro keeps_own_measure() -%}
    heads.relation is null
    or own.rule_id = 'confirmed-cases'
    or (heads.relation = 'of which' and figures.noun_after_class in ('idp', 'refugee', 'family') and own.measure is not null)
{%- endmacro %}

{#- "put the losses at $226 billion": these count only with an "at" before the figure. -#}
{% macro placing_verbs() -%}
    ('put', 'puts', 'placed', 'pegged', 'pegs', 'valued', 'assessed', 'listed', 'identified')
{%- endmacro %}
