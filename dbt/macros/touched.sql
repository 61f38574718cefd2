{#- Which rows of the tables that are kept a refresh writes anew. How it writes them is beside the other tables' materialization. -#}

{#- Whether this run writes only what is touched: the refresh says so where all tables are as the last published one left them. -#}
{% macro writes_touched_only() -%}
    {#- The linter knows no environment. -#}
    {%- set asked = env_var("SITREP_ONLY_TOUCHED", "") == "yes" if env_var is defined else false -%}
    {{- return(asked and execute and load_cached_relation(this) is not none) -}}
{%- endmacro %}

{#- Of what a kept table is made of, the rows that are touched; all where the whole is written. -#}
{% macro is_touched(key, touched) -%}
    {%- if not execute -%}
        {%- do ref(touched) -%}
    {%- endif -%}
    {% if writes_touched_only() %}{{ key }} in (select * from {{ ref(touched) }}){% else %}true{% endif %}
{%- endmacro %}
