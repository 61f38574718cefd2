{#- How a figure is written: the one place where digits become a number. -#}

{#- The value of a digit token; NULL where the writing is damaged. -#}
{% macro digits_to_number(token, scale, language) -%}
    case
        when regexp_full_match({{ token }}, '\d+ ,\d+|\d{1,3}(?:,\d{3})+,\d{1,2}') then null
        -- "3½ million"
        when regexp_matches({{ token }}, '[½¼¾⅓⅔]$')
            then try_cast(left({{ token }}, -1) as double)
                + case right({{ token }}, 1) when '½' then 0.5 when '¼' then 0.25 when '¾' then 0.75 when '⅓' then 0.333333 else 0.666667 end
        when
            regexp_full_match({{ token }}, '\d{1,3},\d{1,3}')
            and {{ language }} = 'ru' and {{ scale }} >= 1000000
            then try_cast(replace({{ token }}, ',', '.') as double)
        when regexp_full_match({{ token }}, '\d{1,3}(?:, ?\d{3})+(?:\. ?\d+)?')
            then try_cast(regexp_replace({{ token }}, '[, ]', '', 'g') as double)
        when regexp_full_match({{ token }}, '\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}')
            then try_cast(replace(replace({{ token }}, '.', ''), ',', '.') as double)
        else try_cast(
            replace(regexp_replace({{ token }}, '[\s\x{a0}\x{202f}\x{2009}''’]', '', 'g'), ',', '.') as double
        )
    end
{%- endmacro %}

{#- Whether a run of number words opens with "a hundred", "a dozen". -#}
{% macro has_article() -%}
    (first(number_kind order by token_number) in ('hundred', 'scale', 'dozen') and first(key_before order by token_number) in ('a', 'an'))
{%- endmacro %}

{#- "(US$ million)", "(in thousands)", "(USD m)": a bracket that says the scale of the figures behind it. -#}
{% macro scale_word() -%}
    '(?i)(thousands?|millions?|billions?|mn|mln|bn|m|000)\)$'
{%- endmacro %}
{% macro stated_scale() -%}
    '(?i)\((?:in )?(?:(?:US\$|USD|EUR|SYP|\p{Sc}) ?|US dollars? )?(?:in )?(?:thousands?|millions?|billions?|mn|mln|bn|''?000)\)|\((?:in )?(?:US\$|USD|EUR|SYP|\p{Sc}) ?m\)'
{%- endmacro %}

{#- How long the war has gone on, or a rule, a siege. -#}
{% macro years_of_war() -%}
    {%- set war = "war|conflict|crisis|fighting|hostilities|violence|unrest|strife|turmoil|bloodshed|destruction|insecurity" -%}
    {%- set rule = "terror|terrorism|repression|oppression|tyranny|dictatorship|rule|occupation|siege|sanctions|isolation|exile|neglect|drought" -%}
    {%- set russian = "войны|конфликта|кризиса|насилия|репрессий|террора|правления|диктатуры|оккупации|осады|санкций|изоляции" -%}
    '(?i)^\W*(?:plus )?(?:years of (?:[\w-]+ ){0,2}(?:{{ war ~ "|" ~ rule }})|лет (?:[\p{L}]+ )?(?:{{ russian }}))(?:[^\p{L}]|$)'
{%- endmacro %}

