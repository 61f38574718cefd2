{#- What the yml files say of the marts, as rows of a VALUES list. -#}

{#- Kind, table, name, meaning, grain, type and checks of every table of the marts and of every column. -#}
{% macro described_marts() -%}
    {%- set entries = [] -%}
    {#- dbt knows its graph only when it runs, the linter never -#}
    {%- if execute and graph is defined -%}
        {%- set checks = checks_by_column() -%}
        {%- for model in graph.nodes.values() | selectattr("resource_type", "equalto", "model") | sort(attribute="name") -%}
            {%- if model.fqn[1] == "marts" -%}
                {%- set meaning, grain = model.description.strip().split(" Grain: ") -%}
                {%- do entries.append(["table", model.name, "", meaning, grain, "", checks.get((model.unique_id, ""), [])]) -%}
                {%- for column in model.columns.values() -%}
                    {%- set guards = checks.get((model.unique_id, column.name), []) -%}
                    {%- do entries.append(["column", model.name, column.name, column.description, "", column.data_type, guards]) -%}
                {%- endfor -%}
            {%- endif -%}
        {%- endfor -%}
    {%- endif -%}
    {%- for entry in entries or [[""] * 6 + [[]]] -%}
        {%- set texts = entry[:6] + [entry[6] | join(", ")] %}
        ({% for text in texts %}'{{ text | trim | replace("'", "''") }}'{{ ", " if not loop.last }}{% endfor %}){{ "," if not loop.last }}
    {%- endfor -%}
{%- endmacro %}

{#- Names of the tests by model and column; those of a whole table have no column. -#}
{% macro checks_by_column() -%}
    {%- set checks = {} -%}
    {%- for test in graph.nodes.values() | selectattr("resource_type", "equalto", "test") | sort(attribute="name") -%}
        {%- set listed = test.get("test_metadata", {}).get("kwargs", {}).get("columns", [""]) -%}
        {%- for model in ([test.attached_node] if test.attached_node else test.depends_on.nodes) -%}
            {%- for column in ([test.column_name] if test.column_name else listed) -%}
                {%- do checks.setdefault((model, column), []).append(test.name) -%}
            {%- endfor -%}
        {%- endfor -%}
    {%- endfor -%}
    {{- return(checks) -}}
{%- endmacro %}
