{#- Lists of words that an analyst extends in seed word_lists, as constants of SQL. -#}

{#- The words of a list, of all languages, to stand in brackets: `token_key in ({{ words("months") }})`. They are the same in
    a unit test, which has no seeds among its inputs: so their table is named here, not asked for by ref. -#}
{% macro words(word_list) -%}
    {%- if execute -%}
        {%- set seed = api.Relation.create(database=target.database, schema=generate_schema_name("seeds", none), identifier="word_lists") -%}
        {%- set rows = run_query("select words from " ~ seed ~ " where word_list = '" ~ word_list ~ "' order by language") -%}
        {%- if not rows.rows -%}
            {%- do exceptions.raise_compiler_error("seed word_lists has no list " ~ word_list) -%}
        {%- endif -%}
        '{{ (rows.columns[0].values() | join("|") | replace("'", "''")).split("|") | join("', '") }}'
    {%- else -%}
        {%- do ref("word_lists") -%}
        ''
    {%- endif -%}
{%- endmacro %}
