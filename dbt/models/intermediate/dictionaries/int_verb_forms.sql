{#- The numbers that an English verb's forms have, and one more for what Russian declines. -#}
{%- set kinds = [
    ('infinitive', 1),
    ('present', 2),
    ('future', 2),
    ('past', 3),
    ('passive', 4),
    ('reflexive', 4),
    ('gerund', 5),
    ('participle', 6),
] -%}
with

verbs as (
    select * from {{ ref('russian_verbs') }}
),

forms as (
    {%- for kind, form_number in kinds %}
    select
        verb,
        '{{ kind }}' as form_kind,
        {{ form_number }} as form_number,
        unnest(string_split({{ kind }}, '|')) as form
    from verbs
    where {{ kind }} <> ''
    {%- if not loop.last %}
    union all
    {%- endif %}
    {%- endfor %}
),

final as (
    select distinct
        verb,
        form_kind,
        form_number,
        {{ phrase_key('form') }} as form_key
    from forms
)

select * from final
