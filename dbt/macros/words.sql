{#- What an analyst extends in a seed and a model asks for by name, as constants of SQL. -#}

{#- Values of a column of a seed. They are the same in a unit test, which has no seeds among its inputs: so the seed's table is
    named here where dbt runs, and asked for by ref only where it makes its graph. Two hundred places ask for some: the first reads the
    seed, and the others find it in `graph`, which lives as long as a run of dbt does. -#}
{% macro seed_values(seed, column, name_column, name) -%}
    {%- if execute -%}
        {%- set read = graph.setdefault("seed_values", {}) -%}
        {%- if seed not in read -%}
            {#- Spark knows no databases. -#}
            {%- set table = api.Relation.create(database=target.database or none, schema=generate_schema_name("seeds", none), identifier=seed) -%}
            {%- set values = {} -%}
            {%- for row in run_query("select " ~ name_column ~ ", " ~ column ~ " from " ~ table ~ " order by " ~ column).rows -%}
                {%- do values.setdefault(row[0], []).append(row[1]) -%}
            {%- endfor -%}
            {%- do read.update({seed: values}) -%}
        {%- endif -%}
        {%- if name not in read[seed] -%}
            {%- do exceptions.raise_compiler_error("seed " ~ seed ~ " has no " ~ name_column ~ " " ~ name) -%}
        {%- endif -%}
        {{- return(read[seed][name]) -}}
    {%- else -%}
        {%- do ref(seed) -%}
    {%- endif -%}
{%- endmacro %}

{#- The words of a list, of all languages, to stand in brackets: `token_key in ({{ words("month_keys") }})`. -#}
{% macro words(word_list) -%}
    {%- set rows = seed_values("word_lists", "words", "word_list", word_list) if execute else seed_values("word_lists") -%}
    '{{ (rows | join("|") | replace("'", "''")).split("|") | join("', '") if execute }}'
{%- endmacro %}

{#- Whether a trigger has a trait of seed trigger_traits. -#}
{% macro is_trigger(trait, trigger_id="trigger_id") -%}
    {%- set rows = seed_values("trigger_traits", "trigger_pattern", "trait", trait) if execute else seed_values("trigger_traits") -%}
    regexp_matches({{ trigger_id }}, '{{ rows | join("|") | replace("'", "''") if execute }}')
{%- endmacro %}
