{#- The grammar of dates, over one letter a token (seed date_classes), and how its dates are reckoned. -#}

{#- Letters that a token has by its own form: d day number, e the same after a hyphen, m a number too large for a day, y and z years
    alike, q a day and its year ("March 5,2019"), r the same after a hyphen, x a whole date, H a quarter ("Q1");
    punctuation stands for itself, a full stop is an underscore. -#}
{% macro date_pattern() -%}
    {%- set unit = "[uvYQ]" -%}
    {%- set year = "[yz](?:g_?|Y)?" -%}
    {%- set pointed_year = "f?D?lY" -%}
    {%- set own_year = "(?:,?f?" ~ year ~ "|" ~ pointed_year ~ ")" -%}
    {%- set weekday = "[pft(]*(?:l?W,?p?)?" -%}
    {%- set more_days = "(?:(?:,dj?){1,2},?&d|[&t-]p?d|e)" -%}
    {%- set month_behind = "j?f?M_?" ~ own_year ~ "?" -%}
    {%- set month_first = "M_?(?:q|d(?:" ~ own_year ~ ")?)" -%}
    {%- set alternatives = [
        "[pft(]*(?:d?f?M_?|M_?d,?)f?D?[BS][.]?Y",
        weekday ~ "d" ~ month_behind ~ "(?:[t-]p?d|e)" ~ month_behind,
        weekday ~ month_first ~ "[t-]?p?" ~ month_first,
        weekday ~ "dj?" ~ more_days ~ "?" ~ month_behind,
        weekday ~ "M_?D?(?:(?:d[&t-])?q|dr|d" ~ more_days ~ "?" ~ own_year ~ "?)",
        weekday ~ "x(?:[t-]x)?",
        "[pft(]*M_?" ~ own_year ~ "[t-]p?M_?" ~ own_year,
        "[pft(]*(?:D?bf?D?)?M_?(?:[t&-]p?M_?)?" ~ own_year,
        "[pft]*D?ohf?D?M_?" ~ own_year ~ "?",
        "[pft]*(?:D?[od][hQ]|H)(?:[fp]?" ~ year ~ "|[fp]?D?lY)",
        "[pft]*D?s(?:[fp]?" ~ year ~ "|" ~ pointed_year ~ ")|[pft]*ls",
        "[ptf(]+D?v?b?" ~ year ~ "(?:z|[&t-]p?" ~ year ~ ")?|bf?D?" ~ year ~ "|" ~ year ~ "(?:z|-y)",
        "(?:[pft]*l|[pft]+b?|bf?)M_?(?:[t&-]p?M)?",
        "i[dna]" ~ unit,
        "(?:[dmna]" ~ unit ~ "|[uYQ])A",
        "[dmna]?" ~ unit ~ "E",
        "(?:[dmna]" ~ unit ~ "|[uYQ])L|[dmna]" ~ unit ~ "p[,_]|[CL][dmna]?" ~ unit,
        "[BS][.]?[uYQ]",
        "Vf",
        "L?l[uYQk]",
        "[pft]+D?(?:[od]Q|H)|[ptf(]+D?Y" ~ year,
        "W,?lu|l?W(?:[&t-]l?W)?",
        "upT|T(?:&T)?",
    ] -%}
    {{- "'" ~ (alternatives | join("|")) ~ "|[.]+|(?s:.)'" -}}
{%- endmacro %}

{#- "5,2019" behind a month: a day and its year. -#}
{% macro day_and_year() -%}
    '(?:[1-9]|[12]\d|3[01]),(?:19\d{2}|20[0-3]\d)'
{%- endmacro %}

{#- A date from its parts, NULL where there is no such day. -#}
{% macro day_of(year, month, day) -%}
    try_cast(format('{:04d}-{:02d}-{:02d}', {{ year }}, {{ month }}, {{ day }}) as date)
{%- endmacro %}

{#- The first day of a date that states its year: what goes from December to January begins in the year before. -#}
{% macro own_first_day() -%}
    {{ day_of(
        "year_from - case when year_from = year_to and month_from > month_to then 1 else 0 end", "month_from", "day_from"
    ) }}
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

{#- A numeric date as yyyymmdd: with dots the day comes first, with slashes whatever fits. A year of two digits is of this century. -#}
{% macro day_from_digits(token) -%}
    {%- set year = "case when regexp_matches(" ~ token ~ ", '\.\d{2}$') then 2000 else 0 end + try_cast(regexp_extract(" ~ token
        ~ ", '(?:\d{4}|\d{2})$') as integer)" -%}
    case
        when regexp_matches({{ token }}, '^\d{4}')
            then try_cast(regexp_extract({{ token }}, '^(\d{4})', 1) as integer) * 10000
                + try_cast(regexp_extract({{ token }}, '^\d{4}.(\d+)', 1) as integer) * 100
                + try_cast(regexp_extract({{ token }}, '^\d{4}.\d+.(\d{1,2})', 1) as integer)
        when try_cast(regexp_extract({{ token }}, '^\d+.(\d+)', 1) as integer) > 12
            then ({{ year }}) * 10000
                + try_cast(regexp_extract({{ token }}, '^(\d+)', 1) as integer) * 100
                + try_cast(regexp_extract({{ token }}, '^\d+.(\d+)', 1) as integer)
        else ({{ year }}) * 10000
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
