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
                {%- set guards = checks.get((model.unique_id, ""), []) + ["row_counts_are_true"] -%}
                {%- do entries.append(["table", model.name, "", meaning, grain, "", guards]) -%}
                {%- for column in model.columns.values() -%}
                    {%- set guards = checks.get((model.unique_id, column.name), []) + [contract_of(column)] -%}
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

{#- What the enforced contract makes sure of for a column, whatever the tests do. -#}
{% macro contract_of(column) -%}
    {%- set rules = [column.data_type] -%}
    {%- for constraint in column.constraints or [] -%}
        {%- do rules.append(constraint.type.value if constraint.type.value is defined else constraint.type) -%}
    {%- endfor -%}
    {{- return("contract (" ~ rules | join(", ") | replace("_", " ") ~ ")") -}}
{%- endmacro %}

{#- Names of the tests by model and column; those of a whole table have no column. A test with SQL of its own guards
    the columns that its SQL names. -#}
{% macro checks_by_column() -%}
    {%- set checks = {} -%}
    {%- for test in graph.nodes.values() | selectattr("resource_type", "equalto", "test") | sort(attribute="name") -%}
        {%- set kind = test.get("test_metadata", {}) -%}
        {%- set arguments = kind.get("kwargs", {}) -%}
        {%- set listed = arguments.get("columns", arguments.get("combination_of_columns", [])) -%}
        {%- for model in ([test.attached_node] if test.attached_node else test.depends_on.nodes) -%}
            {%- if test.column_name -%}
                {%- set columns = [test.column_name] -%}
            {%- elif kind -%}
                {%- set columns = [""] + listed -%}
            {%- else -%}
                {%- set columns = [""] + columns_named_in(test.raw_code, graph.nodes.get(model, {}).get("columns", {})) -%}
            {%- endif -%}
            {%- for column in columns -%}
                {%- do checks.setdefault((model, column), []).append(test.name) -%}
            {%- endfor -%}
        {%- endfor -%}
    {%- endfor -%}
    {{- return(checks) -}}
{%- endmacro %}

{% macro columns_named_in(sql, columns) -%}
    {%- set named = [] -%}
    {%- for column in columns -%}
        {%- if modules.re.search("\\b" ~ column ~ "\\b", sql) -%}{%- do named.append(column) -%}{%- endif -%}
    {%- endfor -%}
    {{- return(named) -}}
{%- endmacro %}

{#- Table, column and a value of the column: that of the row with the lowest key among the first
    rows of the table that have one, the least of all where none of those has. -#}
{% macro examples_of_columns(tables) -%}
    {%- for table in tables %}
        {%- set relation = ref(table) -%}
        {%- set columns = (graph.nodes["model.sitrep." ~ table].columns.values() | list) if execute and graph is defined else [{"name": "1"}] -%}
        {%- set key = columns[0].name %}
        select
            '{{ table }}' as table_name,
            unnest([{% for column in columns %}'{{ column.name }}'{{ ", " if not loop.last }}{% endfor %}]) as entry_name,
            unnest([
                {%- for column in columns %}
                coalesce(first_rows.c{{ loop.index }}.v, all_rows.c{{ loop.index }})
                {{- ", " if not loop.last }}
                {%- endfor %}
            ]) as example
        from (
            select
                {%- for column in columns %}
                min(struct_pack(k := {{ key }}, v := left(cast({{ column.name }} as varchar), 80)))
                    filter (where {{ column.name }} is not null) as c{{ loop.index }}{{ ", " if not loop.last }}
                {%- endfor %}
            from {{ relation }}
            where {{ key }} <= (select max(k) from (select {{ key }} as k from {{ relation }} order by k limit 1000))
        ) as first_rows
        cross join (
            select
                {%- for column in columns %}
                left(cast(min({{ column.name }}) as varchar), 80) as c{{ loop.index }}{{ ", " if not loop.last }}
                {%- endfor %}
            from {{ relation }}
        ) as all_rows
        {{- " union all" if not loop.last }}
    {%- endfor %}
{%- endmacro %}

{#- The checks of a column of the marts by name, as one text. -#}
{% macro guards_of(model, column) -%}
    {%- if execute and graph is defined -%}
        {{- checks_by_column().get(("model.sitrep." ~ model, column), []) | join(", ") -}}
    {%- endif -%}
{%- endmacro %}
