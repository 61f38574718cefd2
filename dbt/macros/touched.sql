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

{#- Before a table that is `remembered` is written: the rows that go, so that what they touched can be told when they are gone. -#}
{% macro remembered_rows(goes) -%}
    {%- if config.get("remembered") -%}
        create schema if not exists replaced;
        create or replace table replaced.{{ this.name }} as select * from {{ this }} where {{ goes }};
    {%- endif -%}
{%- endmacro %}

{#- The rows of a remembered table that this refresh took out or wrote anew, as they were; none where the whole is written. -#}
{% macro replaced_rows(model) -%}
    {#- The linter knows no environment. -#}
    {%- if env_var is defined and writes_touched_only() -%}
        select * from replaced.{{ model }}
    {%- else -%}
        select * from {{ ref(model) }} where false
    {%- endif -%}
{%- endmacro %}

{#- Values of a column of a remembered table in whose rows anything changed: of those written anew, where not all were; none where the
    whole is written. -#}
{% macro changed_values(model, column, written="true") -%}
    {#- The linter knows no environment. -#}
    {%- if env_var is defined and writes_touched_only() -%}
        select {{ column }} from (
            select * from {{ ref(model) }} where {{ written }}
            except
            {{ replaced_rows(model) }}
        ) as brought
        union
        select {{ column }} from (
            {{ replaced_rows(model) }}
            except
            select * from {{ ref(model) }} where {{ written }}
        ) as taken
    {%- else -%}
        select {{ column }} from {{ ref(model) }} where false
    {%- endif -%}
{%- endmacro %}
