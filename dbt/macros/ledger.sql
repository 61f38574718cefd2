{#- What the explanations of the ledger are written with. -#}

{#- 26.0 -> 26, 1171278 -> 1,171,278, 3969.50 -> 3,969.5 -#}
{% macro readable_number(value) -%}
    regexp_replace(format('{:,.6f}', cast({{ value }} as double)), '\.?0+$', '')
{%- endmacro %}

{#- Bulletins say "Idlib" where the dictionary says "Idlib Governorate". -#}
{% macro readable_place(name) -%}
    regexp_replace({{ name }}, ' Governorate$', '')
{%- endmacro %}

{#- "1 day", "3 days" -#}
{% macro readable_days(days) -%}
    cast({{ days }} as varchar) || case when {{ days }} = 1 then ' day' else ' days' end
{%- endmacro %}

{#- "26", "about 1,700,000", "200 to 300", "? (damaged)" -#}
{% macro stated_number(qualifier, value, value_low, value_high) -%}
    case
        when {{ qualifier }} = 'range' and {{ value_low }} is not null
            then {{ readable_number(value_low) }} || ' to ' || {{ readable_number(value_high) }}
        when coalesce({{ value }}, {{ value_low }}, {{ value_high }}) is null then '? (damaged)'
        else case {{ qualifier }} when 'exact' then '' else replace({{ qualifier }}, '_', ' ') || ' ' end
            || {{ readable_number("coalesce(" ~ value ~ ", " ~ value_low ~ ", " ~ value_high ~ ")") }}
    end
{%- endmacro %}

{#- Money is named by its currency, areas as they are written. -#}
{% macro unit_words(unit, currency) -%}
    coalesce({{ currency }}, nullif(replace({{ unit }}, 'km2', 'km²'), ''), 'in all')
{%- endmacro %}
