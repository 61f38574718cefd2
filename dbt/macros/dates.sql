{#- The grammar of dates, over one letter a token (seed date_classes), and how its dates are reckoned. -#}

{#- Letters that a token has by its own form: d day number, e the same after a hyphen, y and z years
    alike, x a whole date; punctuation stands for itself, a full stop is an underscore. -#}
{% macro date_pattern() -%}
    {%- set year = "[yz](?:g_?|u)?" -%}
    {%- set weekday = "[pft(]*(?:l?W,?p?)?" -%}
    {%- set day_first = "df?M_?(?:,?f?" ~ year ~ ")?" -%}
    {%- set month_first = "M_?d(?:,?" ~ year ~ ")?" -%}
    {%- set alternatives = [
        "[pft(]*(?:d?f?M_?|M_?d,?)f?D?[BS][.]?u",
        weekday ~ day_first ~ "[t-]p?" ~ day_first,
        weekday ~ month_first ~ "[t-]p?" ~ month_first,
        weekday ~ "d(?:[&t-]p?d|e)?f?M_?(?:,?f?" ~ year ~ ")?",
        weekday ~ "M_?D?d(?:[&t-]d|e)?(?:,?" ~ year ~ ")?",
        weekday ~ "x(?:[t-]x)?",
        "[pft(]*M_?(?:[t&-]p?M_?)?,?f?" ~ year,
        "[pft]*D?o[hu][fp]?" ~ year,
        "[pft]*D?s[fp]?" ~ year ~ "|[pft]*ls",
        "[ptf(]+D?v?b?" ~ year ~ "(?:z|[&t-]p?" ~ year ~ ")?|bf?D?" ~ year ~ "|" ~ year ~ "(?:z|-y)",
        "(?:[pft]*l|[pft]+b?|bf?)M_?(?:[t&-]p?M)?",
        "i[dna][uv]",
        "[dna][uv]A",
        "[dna]?[uv]E",
        "[BS][.]?u",
        "Vf",
        "L?l[uk]",
        "l?W(?:[&-]l?W)?",
        "T(?:&T)?",
    ] -%}
    {{- "'" ~ (alternatives | join("|")) ~ "|[.]+|(?s:.)'" -}}
{%- endmacro %}

{#- A date from its parts, NULL where there is no such day. -#}
{% macro day_of(year, month, day) -%}
    try_cast(format('{:04d}-{:02d}-{:02d}', {{ year }}, {{ month }}, {{ day }}) as date)
{%- endmacro %}

{#- The year that brings a month nearest to an anchor. -#}
{% macro nearest_year(month, anchor) -%}
    year({{ anchor }}) + case
        when {{ month }} - month({{ anchor }}) > 6 then -1
        when {{ month }} - month({{ anchor }}) < -6 then 1
        else 0
    end
{%- endmacro %}

{#- The last day of a month that starts on a day. -#}
{% macro month_end(first_day) -%}
    cast(last_day({{ first_day }}) as date)
{%- endmacro %}

{#- The same day of another year; 29 February becomes the 28th. -#}
{% macro year_shifted(day, years) -%}
    cast({{ day }} + to_years({{ years }}) as date)
{%- endmacro %}

{#- A numeric date as yyyymmdd: with dots the day comes first, with slashes whatever fits. -#}
{% macro day_from_digits(token) -%}
    case
        when regexp_matches({{ token }}, '^\d{4}')
            then try_cast(regexp_extract({{ token }}, '^(\d{4})', 1) as integer) * 10000
                + try_cast(regexp_extract({{ token }}, '^\d{4}.(\d+)', 1) as integer) * 100
                + try_cast(regexp_extract({{ token }}, '^\d{4}.\d+.(\d{1,2})', 1) as integer)
        when try_cast(regexp_extract({{ token }}, '^\d+.(\d+)', 1) as integer) > 12
            then try_cast(regexp_extract({{ token }}, '(\d{4})$', 1) as integer) * 10000
                + try_cast(regexp_extract({{ token }}, '^(\d+)', 1) as integer) * 100
                + try_cast(regexp_extract({{ token }}, '^\d+.(\d+)', 1) as integer)
        else try_cast(regexp_extract({{ token }}, '(\d{4})$', 1) as integer) * 10000
            + try_cast(regexp_extract({{ token }}, '^\d+.(\d+)', 1) as integer) * 100
            + try_cast(regexp_extract({{ token }}, '^(\d+)', 1) as integer)
    end
{%- endmacro %}

{#- The labels of seed date_labels that have one of some roles, as one alternation. -#}
{% macro date_labels(roles) -%}
    {%- if execute -%}
        {%- set rows = run_query(
            "select pattern from " ~ ref('date_labels') ~ " where role in ('" ~ (roles | join("', '")) ~ "') order by label_id"
        ) -%}
        {{- rows.columns[0].values() | join("|") | replace("'", "''") -}}
    {%- endif -%}
{%- endmacro %}
