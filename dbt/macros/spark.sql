{#- What dbt-spark says to make a table; the session takes the query apart from it and writes the rows. -#}
{% macro spark__create_table_as(temporary, relation, compiled_code, language='sql') -%}
-- sitrep: rows of {{ relation }}
{{ compiled_code }}
{%- endmacro %}
