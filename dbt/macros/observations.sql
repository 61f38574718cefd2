{#- A part is of its total's measure, unless it names another thing itself. -#}
{% macro keeps_own_measure() -%}
    heads.relation is null
    or own.rule_id in ('confirmed-cases', 'schools-repair')
    or (heads.relation in ('of which', 'breakdown') and figures.noun_after_class in ('idp', 'refugee', 'family') and own.measure is not null)
    -- "required 84.8; received 31.2; gap 53.6" adds up, and is three things
    or (heads.relation = 'breakdown' and figures.currency is not null and own.measure is not null and own.measure <> 'other')
    -- "864 casualties (290 killed, 574 injured)"
    or (heads.relation = 'breakdown' and own.rule_id in ('killed', 'injured') and own.measure <> coalesce(first_head.measure, second_head.measure))
{%- endmacro %}

{#- What is handed over may be needed or promised without having been given. -#}
{% macro handed_over(measure) -%}
    {{ measure }} in ('other', 'goods_delivered', 'food_packages_distributed', 'convoy_trucks', 'people_given_aid', 'people_given_medical_aid')
{%- endmacro %}

{#- "put the losses at $226 billion": these count only with an "at" before the figure. -#}
{% macro placing_verbs() -%}
    ('put', 'puts', 'placed', 'pegged', 'pegs', 'valued', 'assessed', 'listed', 'identified')
{%- endmacro %}
