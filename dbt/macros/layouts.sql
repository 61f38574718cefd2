{#- How a figure and its place stand side by side. Each pattern is matched against the text between them. -#}

{% macro admin_word() -%}
    (?:provinces?|governorates?|regions?|(?:sub-?)?districts?|areas?|city|town|camps?|cps?|checkpoints?|crossings?|провинци\p{L}*|мухафаз\p{L}*)
{%- endmacro %}

{#- Aleppo (20); Aleppo province (eight) -#}
{% macro place_bracket_figure() -%}
    '(?i)[»"”]?(?: {{ admin_word() }})?,? ?\([ ]*'
{%- endmacro %}

{#- Latakia - 8; Idlib-11 -#}
{% macro place_dash_figure() -%}
    {%- set way = "(?:,? (?:by way of|through|via|across|over|через) [^,;:.()\\d]{3,80},?)?" -%}
    '(?i)[»"”]?(?: {{ admin_word() }})?{{ way }}[ \x{a0}]*[-–—][ \x{a0}]*'
{%- endmacro %}

{#- Hama: 3 -#}
{% macro place_colon_figure() -%}
    '(?i)[»"”]?(?: {{ admin_word() }})?[ ]*:[ ]*'
{%- endmacro %}

{#- in the province of Damascus 6; Lebanon was left by 477; from Lebanon, by way of the Masnaa and Arida checkpoints, 223 -#}
{% macro place_figure() -%}
    {%- set got = "came|arrived|returned|received|had|saw|got|counted|recorded|registered"
        ~ "|прибыл\\p{L}*|вернул\\p{L}*|возвратил\\p{L}*|приехал\\p{L}*|въехал\\p{L}*" -%}
    {%- set words = "(?:(?: was left)?(?: by| with)?(?: (?:" ~ got ~ "))?[ \\r\\n]+" -%}
    {%- set mark = "[ ]*[\\t|][\\t| ]*|[ ]*[.…]{3,}[ ]*)" -%}
    {%- set way = "(?:, (?:by way of|through|via|across|over|через) [^,;:.()\\d]{3,80},)?" -%}
    '(?i)[»"”]?(?: {{ admin_word() }})?{{ way ~ words ~ "|" ~ mark }}'
{%- endmacro %}

{#- 15 in Aleppo; 26 - in the province of Hama; 372 of them (112 women) crossed from Lebanon; brackets are cut before -#}
{% macro figure_place(comma="") -%}
    {%- set dash = "(?:[–—-] *(?:in|from|at|во?|из|с территории) +)?" -%}
    {%- set whom = "(?:of (?:them|these|those)|each|apiece)?[ ]*" -%}
    {%- set moved = "(?:(?:have |had |has |were |was )?(?:been )?"
        ~ "(?:displaced|evacuated|crossed|came|come|arrived|went|gone|returned|passed)[ ]*)?" -%}
    {%- set stood = "(?:(?:were|was|are|is|live|lives|lived|occurred|happened|took place"
        ~ "|произошл\\p{L}*|было?|были|отмечен\\p{L}*|зафиксирован\\p{L}*)[ ]*)?(?:through |back )?" -%}
    {%- set preposition = "[ ]*(?:all )?(?:in|at|from|into|through|across|over|by way of|to|for|via|of|the|в|из|на|через|с территории)?[ ]*" -%}
    {%- set part = "(?:both |each of )?(?:the )?(?:(?:north|south|east|west)(?:ern)? (?:of )?)?" -%}
    {%- set russian = "|населенн\\p{L}* пункт\\p{L}*|деревн\\p{L}*|сел\\p{L}{1,2}|город\\p{L}{0,2}|посел\\p{L}*" -%}
    {%- set kind = "(?:(?:" ~ admin_word() ~ "|settlements?|villages?|countries" ~ russian ~ ") (?:of )?)?(?:the )?[ ]*" -%}
    '(?i)[ ]*(?:times |раза? )?{{ dash ~ whom ~ moved ~ stood ~ comma ~ preposition ~ part ~ kind }}'
{%- endmacro %}

{#- A figure's own place begins with one of these. -#}
{% macro placing_preposition() -%}
    '(?i)^[ ]*(?:in|at|near|from|over|via|through|в|во|из|у|через) '
{%- endmacro %}

{#- "13.4M", "2.5 million", "38 %" -#}
{% macro scale_mark() -%}
    (?: ?(?:M|m|mn|K|k|bn|million|billion|thousand|%))?
{%- endmacro %}

{#- A line that ends so is whole. -#}
{% macro ends_a_sentence() -%}
    '[.!?:;…]["”»)\]]*$'
{%- endmacro %}

{#- Cells of a table, or a name and its figure set apart. -#}
{% macro cuts_cells() -%}
    '[\p{L}\d.,;:)%"”»](?: *[|\t]| {3,})'
{%- endmacro %}

{#- What may open a line of a list: a mark, a number or a letter in brackets. -#}
{% macro bullet() -%}
    (?:(?:[-–—•*·▪●◦‣⁃|>][ \t]{0,3}|o[ \t]{1,3})[\p{L}\d|"«]|(?:\d{1,2}|[a-zа-я])\) )
{%- endmacro %}

{#- A line of a list or a table: a bullet, a pipe, or a name, a mark and a figure; see also the four below. -#}
{% macro list_line() -%}
    {%- set name_mark_figure = "^\\p{L}[^.!?:;|\\t]{0,50}[^\\d.!?:;|\\t](?: ?[:–—-]|[\\t|]+) ?\\d[\\d ,.\\x{a0}\\x{202f}]*"
        ~ "(?:[ \\x{a0}]\\p{Ll}[\\p{L} ]{0,25}|[MmKk%]|bn)?[;.,|]?$" -%}
    {%- set name = "^\\p{Lu}[\\p{L}''’-]*(?: \\p{Lu}[\\p{L}''’-]*){0,2}" -%}
    {%- set about = "(?:(?:over|around|about|some|nearly|almost|up to|more than|at least) )?" -%}
    {%- set name_figure = name ~ "(?: +|[ .…]{3,}|\\r?\\n)" ~ about ~ "\\d{1,3}(?:[, ]?\\d{3})*(?:\\.\\d{1,2})?" ~ scale_mark() ~ "[;,.]?$" -%}
    {%- set money = "(?:US\\$|USD|EUR|GBP|\\p{Sc}) ?\\d{1,3}(?:,\\d{3})+$" -%}
    {%- set name_money = "^\\p{Lu}[^.!?:;|\\t]{1,60}[|\\t]+ ?" ~ money ~ "|^[\\p{Lu}\\d/&-]+(?: [\\p{Lu}\\d/&-]+){0,3} +" ~ money -%}
    '{{ "^" ~ bullet() ~ "|" ~ name_mark_figure ~ "|" ~ name_figure ~ "|" ~ name_money }}'
{%- endmacro %}

{% macro amount_head() -%}
    (?:(?:US\$|USD|EUR|\p{Sc}) ?)?\d{1,3}
{%- endmacro %}
{% macro thousands() -%}
    (?:[, .\x{a0}\x{202f}]\d{3})
{%- endmacro %}
{% macro rest_words() -%}
    (?:Others?|All others?|Remaining|Total|Grand total|Rest|Unknown|Прочие|Другие|Остальные|Всего|Итого)
{%- endmacro %}

{#- A line of a box: "1,081 deaths", "4.5 million people assisted", "US$ 3.1 m paid", "62,481 January - May". -#}
{% macro boxed_line() -%}
    '^{{ amount_head() }}(?:{{ thousands() }}+|[.,]\d{1,2})?(?: ?(?:million|billion|thousand|m|bn|k|M|K))? *(?:[a-z%]|[A-Z][\p{L}-]+(?:\d+)? \p{Ll})|^{{ amount_head() }}{{ thousands() }}+ '
{%- endmacro %}

{#- "Other governorates 6,949" ends a list. -#}
{% macro rest_line() -%}
    '^{{ rest_words() }}(?: [\p{L}]+){0,2}:?[ \r\n]+\d[\d ,.\x{a0}\x{202f}]*$'
{%- endmacro %}

{#- "Families with tents    12,500": a name and, set apart by blanks, its figure, but no year. Few lines have three blanks; how long the
    name is tells a shape that knows no letters, as classes of letters that are counted take long to compile. -#}
{% macro is_gapped_line(line) -%}
    {%- set name = "^\\p{L}(?:[^.!?;|\\t]|\\.\\p{L})*[\\p{L})]" -%}
    {%- set about = "(?:(?:over|around|about|some|nearly|almost|up to|more than|at least) )?" -%}
    {%- set currency = "(?:US\\$ ?|USD ?|EUR ?|\\p{Sc} ?)?" -%}
    {%- set number = "(?:\\d{1,3}" ~ thousands() ~ "+|\\d{1,3}(?:[.,]\\d{1,2})?|1[0-8]\\d{2}|2[1-9]\\d{2}|[3-9]\\d{3}|\\d{5,7})" -%}
    case
        when contains({{ line }}, '   ')
            then
                regexp_matches({{ line }}, '{{ name ~ " {3,}" ~ about ~ currency ~ number ~ scale_mark() }}$')
                and regexp_matches({{ line }}, '(?s)^.(?:[^.]|\..){0,80}. {3,}[^ ]+(?: [^ ]+)*$')
        else false
    end
{%- endmacro %}

{#- A line of nothing but a figure: "13.5 million", "$84.8 M", "up to 224,684", "27 %", but not a year. -#}
{% macro figure_line() -%}
    {%- set about = "(?:up to |over |about |some |around |more than |at least |nearly |[~><+] ?)?" -%}
    {%- set currency = "(?:US\\$ ?|USD ?|EUR ?|\\p{Sc} ?)?" -%}
    {%- set number = "(?:\\d{1,3}|\\d{1,3}(?:[, \\x{a0}\\x{202f}]\\d{3})+|\\d{5,}|\\d+[.,]\\d{1,2})" -%}
    {%- set scale = "(?: ?(?:M|mn|K|bn|million|billion|thousand|%|per cent|percent|млн|тыс\\.?))?" -%}
    '(?i){{ about ~ currency ~ number ~ scale }}\+?'
{%- endmacro %}

{#- "II. Returns", "Table 2. Returns by crossing": the stop ends no sentence. -#}
{% macro line_number_mark() -%}
    '^(?:[IVX]+|[A-H]|\d+|(?:Table|Figure|Fig\.?|Chart|Box|Map|Annex|Таблица|Рис\.?) ?\d+)\. '
{%- endmacro %}

{#- A line of nothing but a number that may be no year: "831", "1 214". -#}
{% macro lone_number() -%}
    '\d{1,3}(?:[ ,.\x{a0}\x{202f}]\d{3})*|\d{5,7}'
{%- endmacro %}

{#- "SDF (and its police): 11 civilians, including two children." -#}
{% macro labelled_line() -%}
    {%- set opening = "^[\\p{Lu}«\"“]" -%}
    {%- set few = "\\d|one |two |three |four |five |six |seven |eight |nine |ten |eleven |twelve |none|nil" -%}
    '{{ opening }}[^.!?:;|\t]{0,90}: (?:{{ few }})[^:!?]{0,90}$|{{ opening }}[^!?:;|\t]{0,240}: ?\d[\d ,.\x{a0}\x{202f}]*$'
{%- endmacro %}

{#- "Aleppo 1,020,000 / 987,300", "Arsal / Zamrani / 215": cells cut by slashes. -#}
{% macro slashed_line() -%}
    ' / .* / |^[^\d/]+ \d[\d,.]* / \d[\d,.]*$'
{%- endmacro %}

{#- "October 2018 | 1,202 | 331": a row of figures below the names of its columns. -#}
{% macro row_line() -%}
    '^[^|\t]+(?:[|\t][^|\t\p{L}]*\d[^|\t\p{L}]*){2,}[|\t]?$'
{%- endmacro %}

{% macro bulleted_line() -%}
    ' / .* / |^{{ bullet() }}|\t| \| '
{%- endmacro %}

{#- A line of a table of several columns, and its pieces: the cells and what cuts them. -#}
{% macro table_line() -%}
    '[|\t].*[|\t]|[^ ] {3,}[^ ].*[^ ] {3,}[^ ]'
{%- endmacro %}
{% macro table_piece() -%}
    '[^|\t ]+(?: {1,2}[^|\t ]+)*|[|\t ]+'
{%- endmacro %}

{#- "March", "18 March 2019", "18-24 Mar", "18.03", "last week": a column that is named by a time only. -#}
{% macro time_cell() -%}
    {%- set english = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?" -%}
    {%- set russian = "январ[ьяе]|феврал[ьяе]|марта?|апрел[ьяе]|ма[йя]|ию[нл][ья]|августа?|сентябр[ьяе]|октябр[ьяе]|ноябр[ьяе]|декабр[ьяе]" -%}
    {%- set month = "(?:" ~ english ~ "|" ~ russian ~ ")[.]?" -%}
    {%- set day = "(?:\\d{1,2}(?: ?[-–] ?\\d{1,2})? )" -%}
    {%- set span = "(?:this|last|previous|past|current|reporting) (?:week|month|day|period|quarter|year)" -%}
    '(?i){{ day ~ "?" ~ month ~ "(?: \\d{1,2})?(?:,? \\d{4})?|\\d{1,2}[./]\\d{1,2}(?:[./]\\d{2,4})?|" ~ span }}'
{%- endmacro %}

{#- A mark between place and figure: "Hama (none)" divides a total as "Hama (2)" does. -#}
{% macro marked_layout() -%}
    places.layout in ('place (figure)', 'place - figure', 'place: figure')
{%- endmacro %}

{#- "Damascus, February 12, 2023 (Xinhua) - ", "Idlib, 18 January (Reuters) – ": where and when a story was filed. -#}
{% macro dateline() -%}
    {%- set town = "^\\p{Lu}[\\p{L}’''-]+(?: \\p{Lu}[\\p{L}’''-]+){0,2}(?:, \\p{Lu}\\p{L}+)?" -%}
    {%- set day = "(?:\\p{Lu}\\p{Ll}{2,8}\\.? \\d{1,2}|\\d{1,2} \\p{Lu}\\p{Ll}{2,8})(?:,? \\d{4})?" -%}
    '{{ town ~ ", " ~ day ~ ",? ?(?:[(][^)]{2,30}[)]|/[^/ ]{2,20}/[.]?)? ?[-–—:] " }}'
{%- endmacro %}

{#- A line begins with a day: "20:39, 7 January 2020", "Friday, 7 February 2014", "2019/10/05". -#}
{% macro day_stamp() -%}
    {%- set hour = "(?:\\d{1,2}:\\d{2},? )?" -%}
    {%- set weekday = "(?:\\p{L}{3,11},? )?" -%}
    {%- set day = "(?:\\d{1,2} \\p{L}{3,8}|\\p{L}{3,9} \\d{1,2}|\\d{1,4}[./-]\\d{1,2})" -%}
    '^{{ hour ~ weekday ~ day }},?[ ./-]+\d{1,4}'
{%- endmacro %}

{#- How the longer words of a line begin, each once: what a headline and the text below it share, whatever the endings. -#}
{% macro word_openings(line) -%}
    list_distinct(list_transform(regexp_extract_all(lower({{ line }}), '\p{L}{4,}'), lambda word: left(word, 5)))
{%- endmacro %}
