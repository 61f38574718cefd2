{#- How places are told from their context, as constant patterns over the text around a name. -#}

{#- The key by which two spellings of a place's name are one. -#}
{% macro place_key(name) -%}
    {{ fold_place(phrase_key(name)) }}
{%- endmacro %}

{#- Sides of the world, and words before a name that make it a governorate. -#}
{% macro side() -%}
    (?:north|south|east|west|north-?east|north-?west|south-?east|south-?west)
{%- endmacro %}
{% macro governorate_before() -%}
    {%- set unit = "(?:provinces?|governorates?)(?: of)?(?: the)?|provinces?:|мухафаз\\S*|провинци\\S+" -%}
    '(?i)(?:{{ unit }}|rural|countryside of|areas of|{{ side() }}ern|in the {{ side() }} of) ["“«]?$'
{%- endmacro %}

{#- Words behind a name that make it a governorate: "province", "''s northern countryside". -#}
{% macro governorate_after() -%}
    '(?i)^(?: ?(?:\(\w+\) )?(?:provinces?|governorates?|countryside|area)|[’'']s? (?:(?:{{ side() }}ern|rural) )?(?:countryside|province))\b'
{%- endmacro %}

{#- Behind the name of a governorate whose town is named next: "Idlib's Ariha". -#}
{% macro town_behind() -%}
    '^[''’ʼ‘`´][sS] '
{%- endmacro %}

{#- Words around a name that make it a settlement. -#}
{% macro settlement_before() -%}
    '(?i)(?:(?:city|town|village|port|outskirts|streets|parts?|districts|citizens|residents|office in|besieged|settlement|город[ауе]?|жител\S+)(?: of)?(?: the)?) $'
{%- endmacro %}

{% macro settlement_after() -%}
    '(?i)^,? (?:city|town|airport|port)\b'
{%- endmacro %}

{#- Words before the name of a village that only an added gazetteer knows; many are common first names. -#}
{% macro village_before() -%}
    {%- set preposition = "in|near|at|from|to|of|around|outside|between|towards?|into|through|в|во|из|под|у|около|близ|возле" -%}
    {%- set kind = "villages?|hamlets?|towns?|settlements?|camps?|деревн\\p{L}+|селени\\p{L}+|посел\\p{L}+|село|села|селе|пункт\\p{L}*|город\\p{L}*" -%}
    {%- set other_names = "(?:\\p{Lu}[\\p{L}''’ -]{2,}(?:,| and|, and| и) ){0,3}" -%}
    '(?i)(?:^|[^\p{L}])(?:{{ preposition }}|{{ kind }}) (?:the )?(?:(?:villages?|towns?|settlements?) (?:of )?)?{{ other_names }}$'
{%- endmacro %}

{#- Numbers as the breakdowns of bulletins write them. Cyrillic words have no \b in RE2. -#}
{% macro number_in_words() -%}
    {%- set english = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
        ~ "|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand" -%}
    {%- set russian = "одн?[аио]н?|дв[ае]|три|четыре|пять|шесть|семь|восемь|девять|десять|\p{Cyrillic}{2,6}надцать|двадцать"
        ~ "|тридцать|сорок|\p{Cyrillic}{4,6}десят|девяносто|сто|двести|триста|четыреста|\p{Cyrillic}{4,6}сот" -%}
    (?:\b(?:{{ english }})\b|{{ russian }})
{%- endmacro %}
{% macro number_in_digits() -%}
    \d(?:[\d, \x{a0}\x{202f}''’.]*\d)?
{%- endmacro %}

{#- A count right before or behind a name. -#}
{% macro count_word() -%}
    (?:{{ number_in_digits() }}|{{ number_in_words() }}(?:(?: and |[ -]){{ number_in_words() }})*)
{%- endmacro %}
{% macro count_before() -%}
    '(?i)(?:^|[^\p{L}\d]){{ count_word() }} in (?:the )?$'
{%- endmacro %}
{% macro count_after() -%}
    '(?i)^ ?(?:\({{ count_word() }}\)|[-–—:] ?(?:\d|{{ number_in_words() }})|(?:[.…]{3,} ?)?{{ count_word() }}(?: ?[MmK%])?(?:[,.;]|$)|[|\t] ?\d)'
{%- endmacro %}

{#- What may stand between two names of one list. -#}
{% macro list_gap() -%}
    '(?i)(?:[\s\x{a0}\x{202f},;:()–—-]|{{ number_in_digits() }}|\b(?:and|in|or|the|of|provinces?|governorates?)\b|{{ number_in_words() }}|(?:^| )(?:и|в|провинци\p{L}+)(?: |$))*'
{%- endmacro %}

{#- A capital that stands for its government: nothing says that something is or goes there, and it acts. -#}
{% macro place_before() -%}
    '(?i)(?:^|[^\p{L}])(?:in|to|from|at|near|into|around|outside|of|towards?|via|visit(?:s|ed|ing)?|left|leaves|в|во|из|до|под|около|для) (?:the )?(?:\p{Lu}[\p{L}-]+ and )?$'
{%- endmacro %}
{% macro government_before() -%}
    '(?i)(?:^|[^\p{L}])(?:between|for|with|against|by|urges?|urged|told|tells) $'
{%- endmacro %}
{% macro government_after() -%}
    '^(?:,? (?:and \p{Lu}\p{L}+|which|has|have|had|is|was|were|will|would|should|could|said|gave|told|wants|on)|[’'']s\b|,? \p{Ll}+(?:ed|es|ys|ts|ks|ns|ls)\b)'
{%- endmacro %}

{#- The longer name of a ministry, centre or treaty, which a country is a part of. -#}
{% macro institution_before() -%}
    '(?i)(?:(?:opposing|warring|conflicting) (?:sides|parties)|migration monitoring|de-?escalation (?:zones|areas)|враждующих сторон|зон деэскалации) (?:in|on the territory of|в|на территории) (?:the )?$'
{%- endmacro %}
{% macro institution_after() -%}
    '^ (?:Ministry|Defen[cs]e Ministry|Foreign Ministry)\b'
{%- endmacro %}

{#- What makes a company, a newspaper or an armed group of a name: "Levant People's Brigades", "Al Badia Cement". -#}
{% macro company_after() -%}
    {%- set media = "Post|Times|Press|Tribune|Herald|Gazette|Radio|TV|Television|Media|Point News" -%}
    {%- set armed = "Brigades?|Battalions?|Movement|Front" -%}
    {%- set firms = "Cement|Company|Co[.]|Bank|Holding|Group|Airlines|Airways|Petroleum|Policy|Think Tank" -%}
    '^ (?:(?:{{ media }}|{{ armed }}|{{ firms }})(?:[^\p{L}]|$)|(?:Workers|People|Martyrs)[''’])'
{%- endmacro %}

{#- A campaign that is named after a place. -#}
{% macro operation_before() -%}
    '(?i)(?:^|[^\p{L}])(?:operation|операци\p{L}+) ["“«]?$'
{%- endmacro %}

{#- A capitalised word right behind a name, be it behind an Arabic article. -#}
{% macro name_goes_on() -%}
    '^[ -](?:(?i:al|el|as|ar|ash|ad|an|at|az)[- ])?\p{Lu}'
{%- endmacro %}

{#- Lists of names in a sentence, over one letter a token (seed place_cue_words): c a capitalised word that no
    dictionary knows, P one that opens names of villages, a an article of a name, S a known place, G a known governorate,
    d a direction; e the word a, n a number, t a title; a dot is any other token. -#}
{% macro place_name_letters() -%}(?:a?(?:c|Pt?))+{%- endmacro %}
{% macro place_list_pattern() -%}
    {%- set inside = "(?:G+v?|vo?D?d?G+)" -%}
    {%- set governorate = "(?:\\(D?d?v?o?D?d?G+v?\\)|,D?d?v?o?D?d?G+v?|,?iD?d?" ~ inside ~ "|,?[io]S+|vG+)" -%}
    {%- set element = "(?:" ~ place_name_letters() ~ "|S+|D?G+v?)" ~ governorate ~ "?(?:\\([n.]{1,2}\\))?" -%}
    {%- set list = element ~ "(?:(?:,&?|&)i?D?" ~ element ~ ")*" -%}
    {%- set opening = "(?:V(?:[oi]D?d?(?:G+v?|vo?D?G+))?[(:-]|V[^_:]{0,10}?:|X[(:-]|[VR]oD?|V|iD)?" -%}
    {{- "'" ~ opening ~ list ~ "(?:,e[.]?V[,ino_)]|[VX](?:iD?d?G+v?)?)?|[.]+|(?s:.)'" -}}
{%- endmacro %}

{#- The word before a place, or before what kind of place it is. -#}
{% macro word_before_place() -%}
    {%- set kind = "(?:capital|city|town|port|village|province|столиц\\p{L}*|город\\p{L}*|порт\\p{L}*)" -%}
    '(\p{L}+)(?: {{ kind }}(?: city)?(?: of)?)? $'
{%- endmacro %}

{#- First words of Arabic place names: the name behind one of them is another place. Jdeideh and Judaydat, no Jordan and no Jeddah. -#}
{% macro name_opening() -%}
    '(?:^|[^\p{L}])(?:Little|Tell?|Tall?|Kafa?r|Umm|Deir|Dayr|Abu|Bir|A[iy]n|Jubb|Beit|Bayt|Hawsh|J[aeu]?d[aeiy][a-z]{1,4}|Телль|Кафе?р|Умм|Дейр|Абу|Бир|Айн|Бейт)[ -]$'
{%- endmacro %}

{#- Words before the name of a village, which as a whole is what they name. -#}
{% macro village_of() -%}
    '(?:^|[^\p{L}])(?:villages? of|деревн(?:и|е|ю|я|ей)|сел(?:о|а|е|ом)) $'
{%- endmacro %}

{#- Kilometres between two rows' positions, as good as needed for neighbours; NULL where one has none. -#}
{% macro km_between(one, other) -%}
    sqrt(
        power({{ one }}.latitude - {{ other }}.latitude, 2)
        + power(({{ one }}.longitude - {{ other }}.longitude) * cos(radians({{ one }}.latitude)), 2)
    ) * 111.2
{%- endmacro %}

{#- "в населенном пункте Зарка провинции Хомс ... В Зарке": a document that says once in which province a village lies means it throughout. -#}
{% macro parent_told() -%}
    {%- set in_document = "over (partition by document_id, name_key)" -%}
    coalesce(
            parent_location_id,
            case
                when min(parent_location_id) {{ in_document }} = max(parent_location_id) {{ in_document }}
                    then min(parent_location_id) {{ in_document }}
            end
        )
{%- endmacro %}

{#- How the folded name of a place sounds: its consonants, whatever stands for them and between them ("latamina", "ltamenah"). -#}
{% macro place_sound(name_key) -%}
    {%- set ns = namespace(sql=name_key) -%}
    {%- for pattern, sound in [
        ("sch|sh|ch", "š"), ("kh", "x"), ("gh", "g"), ("dzh|dj|zh", "j"), ("dh", "d"), ("th", "t"), ("q|ck|c", "k"), ("h$", ""), ("^[aeiou]", "."),
        ("^[аеиоуыэюя]", "."), ("[aeiouwyаеиоуыэюяйьъё]", "")
    ] -%}
        {%- set ns.sql = "regexp_replace(" ~ ns.sql ~ ", '" ~ pattern ~ "', '" ~ sound ~ "', 'g')" -%}
    {%- endfor -%}
    {{ ns.sql }}
{%- endmacro %}
