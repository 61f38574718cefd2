{#- What the tests of the marts say of their keys, as rows of a VALUES list. -#}

{#- A column's own primary_key goes before a combination; of several combinations the first by name is taken. -#}
{% macro keys_of_marts() -%}
    {%- set entries = [] -%}
    {%- set keyed = [] -%}
    {#- dbt knows its graph only when it runs, the linter never -#}
    {%- if execute and graph is defined -%}
        {%- set marts = [] -%}
        {%- for model in graph.nodes.values() | selectattr("resource_type", "equalto", "model") -%}
            {%- if model.fqn[1] == "marts" -%}{%- do marts.append(model.unique_id) -%}{%- endif -%}
        {%- endfor -%}
        {%- set tests = graph.nodes.values() | selectattr("resource_type", "equalto", "test") | selectattr("test_metadata", "defined") | sort(attribute="name") -%}
        {%- for kind in ["primary_key", "unique_combination"] -%}
            {%- for test in tests if test.test_metadata.name == kind and test.attached_node in marts and test.attached_node not in keyed -%}
                {%- do keyed.append(test.attached_node) -%}
                {%- set columns = [test.column_name] if kind == "primary_key" else test.test_metadata.kwargs.combination_of_columns -%}
                {%- for column in columns -%}
                    {%- do entries.append([test.attached_node.split(".")[2], "primary", "primary", loop.index, column, "", ""]) -%}
                {%- endfor -%}
            {%- endfor -%}
        {%- endfor -%}
        {%- for test in tests if test.test_metadata.name == "relationships" and test.attached_node in marts -%}
            {%- set target = test.test_metadata.kwargs.to.split("'")[1] -%}
            {%- if "model.sitrep." ~ target in marts -%}
                {%- set name = test.attached_node.split(".")[2] -%}
                {%- do entries.append([name, "foreign", test.column_name, 1, test.column_name, target, test.test_metadata.kwargs.field]) -%}
            {%- endif -%}
        {%- endfor -%}
    {%- endif -%}
    {%- for entry in entries or [["", "", "", 0, "", "", ""]] %}
        ({% for value in entry %}{{ value if value is number else "'" ~ value ~ "'" }}{{ ", " if not loop.last }}{% endfor %}){{ "," if not loop.last }}
    {%- endfor -%}
{%- endmacro %}
