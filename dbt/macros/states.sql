{#- How a state that acts is told from a country where something is, as constant patterns over the text around its name. -#}

{#- Names of a list, before the last one and behind the first. As many as there are: a counted name is copied so often into the automaton,
    and five times the five words of a name were half of what int_known_place_spans cost. -#}
{% macro state_name() -%}
    (?:the )?\p{Lu}[\p{L}.]*(?: (?:of )?\p{Lu}[\p{L}.]*){0,4}
{%- endmacro %}
{% macro states_before() -%}
    (?:{{ state_name() }}(?:,? and (?:of )?|,? or |, (?:ни )?| и ))*(?:the )?
{%- endmacro %}
{% macro states_after() -%}
    {%- set party = "(?:the governments? of )?" ~ state_name() ~ "(?: (?:opposition|government|army|authorities|side))?" -%}
    (?:(?:,? and |, | и ){{ party }})*(?: and (?:its|their) (?:\p{L}+ )?allies)?
{%- endmacro %}

{#- Something is in a country, goes there or lies at its border. -#}
{% macro country_before() -%}
    {%- set where = "in|to|from|at|near|into|around|outside|towards?|via|across|inside|over|through|throughout|within" -%}
    {%- set going = "neighbou?r(?:s|ing)|visit(?:s|ed|ing)?|left|leaves?|enter(?:s|ed|ing)?" -%}
    {%- set lines = "(?:borders?|links?|crossing|road|line|route|pipeline|highway|frontier|points?) (?:\\p{L}+ )?(?:with|between)" -%}
    {%- set russian = "в|во|из|до|над|за|под|около|для|через|к|у|на|(?:территори|границ|север|юг|восток|запад|столиц|жител|граждан|побереж)\\p{L}*(?: с)?" -%}
    '(?i:(?:^|[^\p{L}])(?:{{ where }}|{{ going }}|{{ lines }}|{{ russian }})) {{ states_before() }}$'
{%- endmacro %}

{#- No subject, whatever verb comes next: "the southern border of Turkey lies". -#}
{% macro no_subject_before() -%}
    '(?i:(?:^|[^\p{L}])(?:of|on|for)) {{ states_before() }}$'
{%- endmacro %}

{#- Whose office, army or embassy it is, who signed, who is accused or thanked. -#}
{% macro state_before() -%}
    {%- set offices = "presidents?|ministers?|ministr(?:y|ies)|ambassadors?|embass(?:y|ies)|consulates?|representatives?|envoys?|delegations?|leaders?" -%}
    {%- set bodies = "governments?|parliament|army|armies|forces|military|troops|secretary|spokes\\p{L}+|allies|ally|head" -%}
    {%- set doings = "support|attacks?|aggression|mediation|draft|veto|participation|work|presence|sanctions" -%}
    {%- set told = "(?:accus|prais|urg|blam)(?:e|es|ed|ing)|(?:condemn|thank|ask|warn)(?:s|ed|ing)?|call(?:s|ed|ing)? on|told|tells?" -%}
    {%- set russian_offices = "президент|министр|посол|посл|посольств|консульств|представител|постпред|делегаци|лидер|посланник|дипломат|спец(?:представител|посланник)" -%}
    {%- set russian_bodies = "правительств|арми|войск|сил|глав|МИД|МО|Минобороны|дел|обороны|ЖКХ|влад|парламент|власт|ВКС|Генштаб" -%}
    {%- set russian_doings = "резолюци|теракт|удар|подписан|достигнут|согласован|заключен|поддержан|контролируем" -%}
    {%- set russian_told = "обвин|осуд|поблагодар|призва|призыва|союзн|воздержал|договорил" -%}
    {%- set russian_stems = "(?:" ~ [russian_offices, russian_bodies, russian_doings, russian_told] | join("|") ~ ")\\p{L}*(?:(?: \\p{Ll}+){0,2}:)?(?: только| лишь)?(?: с| между)?" -%}
    {%- set russian = russian_stems ~ "|между|против|ни|(?:соглашени|договор|меморандум|переговор)\\p{L}* с" -%}
    {%- set english = "(?:" ~ [offices, bodies, doings] | join("|") ~ ") of|" ~ told ~ "|(?:its|his|her|their) all(?:y|ies),|against|with|between" -%}
    '(?:^|[^\p{L}])(?i:{{ english }}|{{ russian }}) {{ states_before() }}$'
{%- endmacro %}

{#- By whom it is done. A pattern of its own: as one with the words above, the two have more states than RE2 keeps, and it falls back on its
    slow way, thirty times as long. -#}
{% macro done_by_state() -%}
    {%- set day = "(?:upon |on (?:\\d+ \\p{Lu}\\p{L}+|\\p{Lu}\\p{L}+ \\d+,?)(?: \\d{4},?)? )?" -%}
    '(?:\p{Ll}+[^w]ed|led|\p{Ll}+(?:ght|wn)) {{ day }}by {{ states_before() }}$'
{%- endmacro %}

{#- "a group banned in Russia", as its papers must say. -#}
{% macro banned_before() -%}
    '(?i)(?:запрещ\p{L}+|banned|outlawed) (?:в|in) (?:the )?$'
{%- endmacro %}

{#- What it does, whose office it is, what it backs. Words in -s are nouns as often: of these, verbs that states are told of. -#}
{% macro state_after() -%}
    {%- set have = "(?:has|have|had) (?:\\p{Ll}+ly )?(?:not )?\\p{Ll}+(?:ed|wn|ut|ld|lt|de|ne|pt|nt)|(?:has|have) been \\p{Ll}+ing" -%}
    {%- set will = "will|would|should|could|did|do|does|held|struck|sent|met|made|built|shot|cut|left|lost|won|began|hit [^b]|gave|told|took|put|came to an" -%}
    {%- set says = "said|says?|wants?|seeks?|plans?|hopes?|denies|rejects?|accuses?|urges?|warns?|vows?|threatens?|insists?|demands?|claims?|believes?|stresses|confirms?" -%}
    {%- set does = "supports?|backs?|controls?|occupies|leads?|sends?|starts?|begins?|opens?|closes|signs?|joins?|gives?|keeps?|supplies|pays?|promises|pledges?" -%}
    {%- set treats = "condemns?|welcomes?|praises?|encourages?|agrees?|offers?|attacks?|strikes?|faces?|needs?|continues?|insists?|lifts?|imposes?|provides?" -%}
    {%- set verb = "(?:" ~ [have, will, says, does, treats] | join("|") ~ "|\\p{Ll}{2,}ed)" -%}
    {%- set offices = "president|presidential|prime|ministers?|ministry|foreign|defen[cs]e|ambassador|envoy|leaders?|king|representative|delegation|embassy" -%}
    {%- set bodies = "parliament|government|army|military|state|state-run|central|permanent|support|sanctions|attacks?|strikes?|intelligence|troops|forces" -%}
    {%- set titles = "Secretary|President|Ambassador|Department|Foreign|Defen[cs]e|Vice|Special|Treasury|Congress|Senate|Army|Navy|Office|State|Funds" -%}
    {%- set adjuncts = "envoy|ambassador|military|forces|troops|warplanes|jets|officials?|invasion|sanctions|dollars|government|embassy|delegation" -%}
    {%- set sides = "-(?:based|led|backed|sponsored|controlled|supported|funded|brokered|allied|mediated)" -%}
    '^(?:{{ states_after() }} (?:for (?:its|their) part )?{{ verb }}\b|(?i:[''’]s (?:\p{L}+ )?(?:{{ offices }}|{{ bodies }})\b)| (?:{{ titles }}|{{ adjuncts }})\b|{{ sides }}\b)'
{%- endmacro %}

{#- A Russian verb behind a state, which is its subject where a clause begins with it. -#}
{% macro russian_state_after() -%}
    '^{{ states_after() }} (?:\p{Ll}+ ){0,2}(?:не )?\p{Ll}{2,}(?:л|ла|ли|лся|лась|лись|ет|ют|ит|ят|ется|ются|ится)(?:[^\p{L}]|$)'
{%- endmacro %}
{% macro russian_clause_after() -%}
    '^{{ states_after() }} \p{Ll}'
{%- endmacro %}
{% macro russian_subject_before() -%}
    {%- set words = "что|и|а|но|как|когда|где|если|пока|также|впервые|ранее|вчера|сегодня|году|года|сутки|котор\\p{L}+" -%}
    '(?:^|[,:;.!?«"“(–—-] *|(?:^|[^\p{L}])(?i:{{ words }}) ){{ states_before() }}$'
{%- endmacro %}

{#- What a country has as a place, in which others are: "Jordan hosts", "Lebanon has received", "Damascus and Homs provinces". -#}
{% macro host_after() -%}
    {%- set hosts = "hosts?|hosted|hosting|receives?|received|shelters?|sheltered|houses?|borders?|taken in|lies|приняла|принимает|приютила|граничит" -%}
    {%- set areas = "provinces|governorates|districts|regions|areas|cities|towns|villages|suburbs|outskirts|camps|crossings|checkpoints|roads|streets|ports|airports" -%}
    {%- set people = "refugees|residents|families|households|returnees|civilians" -%}
    '^(?:{{ states_after() }} (?:(?:has|have|had|will|would|is to|was to) )?(?:{{ hosts }})|{{ states_after() }} (?:{{ areas }}|{{ people }}))(?:[^\p{L}]|$)'
{%- endmacro %}
