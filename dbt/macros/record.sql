{#- The record: rows of every document read so far, kept from one refresh to the next. -#}

{#- Names the dictionaries, macros and models that read a text; the refresh computes it from their content. -#}
{% macro coder_version() -%}
    {#- The linter knows no environment. -#}
    {%- set version = env_var("SITREP_CODER_VERSION", "development") if env_var is defined else "" -%}
    cast('{{ version }}' as varchar)
{%- endmacro %}

{#- The rows that were read now: of their columns those that some model of all documents reads. The list says whose rows these replace. -#}
{% macro recorded(model, columns) -%}
-- depends_on: {{ ref('stg_reading_list') }}
select {{ columns }}
from {{ ref(model) }}
{%- endmacro %}

{#- The rows of the documents read now replace those that the record has of them: also of those
    that were removed, and of those that now yield no row. Run twice it does the same, so that a
    killed refresh is repeated. -#}
{% macro get_incremental_by_document_sql(arguments) %}
    {%- set columns = arguments["dest_columns"] | map(attribute="quoted") | join(", ") -%}
    {%- set goes = "document_id in (select document_id from " ~ ref('stg_reading_list') ~ ")" -%}
    {%- if writes_touched_only() %}{{ remembered_rows(goes) }}{% endif -%}
    delete from {{ arguments["target_relation"] }} where {{ goes }};
    insert into {{ arguments["target_relation"] }} ({{ columns }})
    select {{ columns }} from {{ arguments["temp_relation"] }}
{% endmacro %}
