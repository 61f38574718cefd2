{#- How a figure is written: the one place where digits become a number. -#}

{#- The value of a digit token; NULL where the writing is damaged. -#}
{% macro digits_to_number(token, scale, language) -%}
    case
        when regexp_full_match({{ token }}, '\d+ ,\d+|\d{1,3}(?:,\d{3})+,\d{1,2}') then null
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

{#- Russian has no article: the singular of a scale is one of it, and so is its genitive behind "more than". -#}
{% macro singular_scales() -%}
    'тысяча', 'тысячу', 'миллион', 'миллиард', 'триллион', 'дюжина', 'дюжину', 'сотня', 'сотню', 'десяток'
{%- endmacro %}
{% macro genitive_scales() -%}
    'тысячи', 'миллиона', 'миллиарда', 'триллиона', 'дюжины', 'сотни', 'десятка'
{%- endmacro %}
{% macro governing_genitive() -%}
    'более', 'больше', 'свыше', 'около', 'до', 'порядка', 'менее', 'меньше', 'чем', 'от'
{%- endmacro %}

{#- Behind them a letter at a figure is a scale: 1.2m people, but 200m from the border. -#}
{% macro counted_people() -%}
    'people', 'persons', 'children', 'women', 'civilians', 'syrians', 'refugees', 'idps', 'internally', 'displaced', 'returnees'
{%- endmacro %}

{#- A number behind one of these names it: Table 2. -#}
{% macro numbered_things() -%}
    'table', 'figure', 'fig', 'issue', 'box', 'map', 'ipc', 'graph', 'chart', 'part', 'wave', 'dtp', 'round', 'annex', 'appendix', 'tranche',
    'volume', 'vol', 'gate', 'sector', 'block', 'таблиц', 'рис'
{%- endmacro %}

{#- And of these there are more than a hundred: "Division 25", "Meeting 8746". -#}
{% macro numbered_bodies() -%}
    'division', 'brigade', 'battalion', 'regiment', 'squadron', 'meeting'
{%- endmacro %}

{#- Behind four digits they tell the hour: 2359 GMT. -#}
{% macro clock_words() -%}
    'gmt', 'utc', 'msk', 'hrs', 'мск', 'гринвич'
{%- endmacro %}

{#- "The dollar rose to 3,450 pounds": behind them "до" bounds nothing. -#}
{% macro russian_changes() -%}
    'возрос', 'возросл', 'вырос', 'выросл', 'довед', 'доведен', 'довел', 'достиг', 'подешевел', 'поднялас', 'поднялис', 'поднялос',
    'поднялс', 'подорожал', 'рухнул', 'снизилас', 'снизилис', 'снизилос', 'снизилс', 'сократилас', 'сократилис', 'сократилос',
    'сократилс', 'увеличилас', 'увеличилис', 'увеличилос', 'увеличилс', 'упал'
{%- endmacro %}

{#- Behind a hyphen they make a Russian number an ordinal: 5-го. -#}
{% macro russian_ordinal_endings() -%}
    'го', 'й', 'я', 'м', 'ой', 'му', 'х', 'е', 'ый', 'ю', 'ом', 'ая', 'ое', 'ые', 'ую', 'ых', 'ого'
{%- endmacro %}

{#- A year before them dates them: "a 2018 deal". -#}
{% macro things_of_a_year() -%}
    'deal', 'deals', 'agreement', 'agreements', 'accord', 'accords', 'pact', 'treaty', 'resolution',
    'operation', 'strategy', 'programme', 'program', 'budget', 'requirements', 'target', 'drive', 'memorandum', 'protocol', 'convention',
    'constitution', 'ceasefire', 'truce', 'armistice', 'war', 'wars', 'uprising', 'revolution', 'invasion', 'offensive', 'campaign', 'election',
    'elections', 'vote', 'referendum', 'coup', 'massacre', 'attack', 'attacks', 'siege', 'earthquake', 'earthquakes', 'drought', 'conference',
    'summit', 'appeal', 'plan', 'report', 'law', 'act', 'decree', 'disengagement', 'understanding', 'arrangement', 'sanctions', 'statement'
{%- endmacro %}

{#- "No larger convoy has ever come" denies that one was larger. -#}
{% macro comparatives() -%}
    'larger', 'bigger', 'greater', 'smaller', 'worse', 'better', 'higher', 'lower', 'graver', 'deadlier', 'stronger', 'longer', 'heavier', 'clearer'
{%- endmacro %}

{#- Behind them too: "the Union 560m euros". -#}
{% macro counted_money() -%}
    'euros', 'euro', 'dollars', 'dollar', 'pounds', 'usd', 'eur', 'gbp', 'kroner', 'francs', 'yen', 'roubles', 'rubles', 'liras', 'lira'
{%- endmacro %}

{#- Behind these stands a number that nobody counted. -#}
{% macro telephone_words() -%}
    'hotline', 'hotlines', 'inquiries', 'enquiries', 'telephone', 'telephones', 'phone', 'phones', 'tel', 'fax', 'whatsapp', 'viber', 'dial', 'call',
    'телефон', 'тел', 'факс', 'звоните', 'звонит'
{%- endmacro %}

{#- "Su-24", "BTR-80": with these a number is a name. -#}
{% macro designations() -%}
    'su', 'mig', 'mi', 'il', 'an', 'tu', 'ka', 'btr', 'bmp', 'bm', 't', 'f', 'b', 'uran', 'uh', 'ah', 'ch', 'rpg', 'ak', 'kh', 's', 'm', 'q',
    'mq', 'zsu', 'tos', 'orlan', 'covid', 'су', 'миг', 'ми', 'ил', 'ан', 'ту', 'ка', 'бтр', 'бмп', 'т', 'уран', 'с', 'рпг', 'ак', 'орлан'
{%- endmacro %}

{#- "(US$ million)", "(in thousands)", "(USD m)": a bracket that says the scale of the figures behind it. -#}
{% macro scale_word() -%}
    '(?i)(thousands?|millions?|billions?|mn|mln|bn|m|000)\)$'
{%- endmacro %}
{% macro stated_scale() -%}
    '(?i)\((?:in )?(?:(?:US\$|USD|EUR|SYP|\p{Sc}) ?|US dollars? )?(?:in )?(?:thousands?|millions?|billions?|mn|mln|bn|''?000)\)|\((?:in )?(?:US\$|USD|EUR|SYP|\p{Sc}) ?m\)'
{%- endmacro %}

{#- A day before one of these is no count, though no date could be made of it. -#}
{% macro month_keys() -%}
    'january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'
{%- endmacro %}

{#- How long the war has gone on. -#}
{% macro years_of_war() -%}
    '(?i)^\W*(?:plus )?(?:years of (?:[\w-]+ ){0,2}(?:war|conflict|crisis|fighting|hostilities|violence|unrest|strife)|лет (?:[\p{L}]+ )?(?:войны|конфликта))\b'
{%- endmacro %}

{#- Behind a hyphen: "a 15-member council", "a 23-page report". -#}
{% macro things_measured() -%}
    'page', 'pages', 'point', 'storey', 'story', 'step', 'phase', 'part', 'member', 'nation', 'state', 'country', 'seat', 'seater',
    'article', 'paragraph', 'lane', 'floor', 'round', 'match', 'volume', 'way', 'sided', 'party', 'judge', 'minute', 'hour', 'week', 'star',
    'kilowatt', 'megawatt', 'pound', 'inch', 'millimetre', 'millimeter', 'mm', 'carat', 'karat', 'gun',
    'членный', 'странич', 'страничный', 'дюймов', 'миллиметров', 'этажн'
{%- endmacro %}
{#- Of a gun, and the length of a report. -#}
{% macro bores() -%}
    'mm', 'millimetre', 'millimetres', 'millimeter', 'millimeters', 'caliber', 'calibre', 'carat', 'karat', 'carats', 'карат', 'мм', 'миллиметров', 'калибр', 'pages', 'страниц', 'страницах'
{%- endmacro %}
{% macro single_packages() -%}
    'parcel', 'basket', 'box', 'bag', 'sack', 'package', 'packet', 'kit', 'ration', 'bale', 'crate'
{%- endmacro %}
{% macro packages() -%}
    'parcels', 'baskets', 'boxes', 'bags', 'sacks', 'packages', 'packets', 'rations', 'parcel', 'basket', 'box', 'bag', 'sack', 'package'
{%- endmacro %}
