{#- How DuckDB writes a table anew. -#}

{#- In one transaction, without names in between. dbt's own way, which makes a second table, renames both and drops the first, is for
    engines that cannot replace one; a refresh of few documents would spend much of its models' time on that. -#}
{% materialization table, adapter="duckdb" %}
    {%- set relation = this.incorporate(type="table") -%}
    {%- set existing = load_cached_relation(this) -%}
    {{ run_hooks(pre_hooks, inside_transaction=False) }}
    {{ run_hooks(pre_hooks, inside_transaction=True) }}
    {%- if existing is not none and not existing.is_table -%}
        {%- do adapter.drop_relation(existing) -%}
    {%- endif -%}
    {%- call statement("main") -%}
        {%- if writes_touched_only() %}{{ remembered_rows("true") }}{% endif -%}
        {{ written_whole(relation) }}
    {%- endcall -%}
    {{ run_hooks(post_hooks, inside_transaction=True) }}
    {%- do adapter.commit() -%}
    {{ run_hooks(post_hooks, inside_transaction=False) }}
    {{ return({"relations": [relation]}) }}
{% endmaterialization %}

{#- A table of which a refresh of few documents writes anew only the rows that these touch. The model says by which column its rows
    are told apart (`kept_by`, or by which columns together), where the values of it are that are touched (`touched`, a model of these
    columns alone), and reads of its tables those alone, with `is_touched`. Nothing else that its rows are made of may change. Rows that
    are gone because those of another table are may name that table (`belongs_to`). Where the rows that go tell what else is touched,
    the table is `remembered`. -#}
{% materialization kept, adapter="duckdb" %}
    {%- set relation = this.incorporate(type="table") -%}
    {%- set columns = config.require("kept_by") -%}
    {%- set key = columns if columns is string else "(" ~ columns | join(", ") ~ ")" -%}
    {%- set owner = config.get("belongs_to") -%}
    {%- set goes -%}
        {{ key }} in (select * from {{ ref(config.require("touched")) }})
        {%- if owner %} or {{ key }} not in (select {{ key }} from {{ ref(owner) }}){% endif -%}
    {%- endset -%}
    {{ run_hooks(pre_hooks, inside_transaction=False) }}
    {{ run_hooks(pre_hooks, inside_transaction=True) }}
    {%- call statement("main") -%}
        {%- if writes_touched_only() -%}
            {{ remembered_rows(goes) }}
            delete from {{ relation }} where {{ goes }};
            insert into {{ relation }} {{ get_column_names() }} ({{ get_select_subquery(compiled_code) }});
        {%- else -%}
            {{ written_whole(relation) }}
        {%- endif -%}
    {%- endcall -%}
    {{ run_hooks(post_hooks, inside_transaction=True) }}
    {%- do adapter.commit() -%}
    {{ run_hooks(post_hooks, inside_transaction=False) }}
    {{ return({"relations": [relation]}) }}
{% endmaterialization %}

{% macro written_whole(relation) -%}
    {%- if config.get("contract").enforced -%}
        {{ get_assert_columns_equivalent(compiled_code) }}
        create or replace table {{ relation }} {{ get_table_columns_and_constraints() }};
        insert into {{ relation }} {{ get_column_names() }} ({{ get_select_subquery(compiled_code) }});
    {%- else -%}
        create or replace table {{ relation }} as ({{ compiled_code }});
    {%- endif -%}
    {{ comments_on(relation) }}
{%- endmacro %}

{#- What the yml says of a table and its columns, into the file. -#}
{% macro comments_on(relation) -%}
    {%- if config.persist_relation_docs() and model.description %}
        {{ alter_relation_comment(relation, model.description) }}
    {%- endif -%}
    {%- if config.persist_column_docs() -%}
        {%- for column in model.columns.values() if column.description %}
            comment on column {{ relation }}.{{ column.name }} is {{ duckdb_escape_comment(column.description) }};
        {%- endfor -%}
    {%- endif -%}
{%- endmacro %}
