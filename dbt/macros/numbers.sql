{#- How a figure is written: the one place where digits become a number. -#}

{#- The value of a digit token; NULL where the writing is damaged. -#}
{% macro digits_to_number(token, scale, language) -%}
    case
        when regexp_full_match({{ token }}, '\d+ ,\d+') then null
        when
            regexp_full_match({{ token }}, '\d{1,3},\d{1,3}')
            and {{ language }} = 'ru' and {{ scale }} >= 1000000
            then try_cast(replace({{ token }}, ',', '.') as double)
        when regexp_full_match({{ token }}, '\d{1,3}(?:, ?\d{3})+(?:\. ?\d+)?')
            then try_cast(regexp_replace({{ token }}, '[, ]', '', 'g') as double)
        when regexp_full_match({{ token }}, '\d{1,3}(?:\.\d{3})+,\d+')
            then try_cast(replace(replace({{ token }}, '.', ''), ',', '.') as double)
        else try_cast(
            replace(regexp_replace({{ token }}, '[\s\x{a0}\x{202f}\x{2009}''’]', '', 'g'), ',', '.') as double
        )
    end
{%- endmacro %}
