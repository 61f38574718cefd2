{#- Which tellings may be one event: the words that are compared, and what speaks against. -#}

{#- A quote without the dateline that it may begin with: "BEIRUT, May 3 (Wire) - ". -#}
{% macro without_dateline(text) -%}
    regexp_replace({{ text }}, '^\p{Lu}{3}[^.–—-]{0,60} [–—-] ', '')
{%- endmacro %}

{#- The words of a quote that tell what happened, without their endings: "agreed" meets "agreement". When it happened its date tells. -#}
{% macro telling_words(text) -%}
    list_filter(
        list_distinct(list_transform(
            list_filter(
                regexp_extract_all(lower({{ without_dateline(text) }}), '\p{L}{4,}|\d{2,}'),
                lambda word: not list_contains([
                    'that', 'this', 'these', 'those', 'with', 'from', 'into', 'over', 'about', 'after', 'before', 'between',
                    'have', 'been', 'were', 'will', 'would', 'could', 'should', 'their', 'they', 'them', 'there', 'which', 'what',
                    'when', 'where', 'while', 'also', 'more', 'most', 'than', 'then', 'some', 'such', 'other', 'said', 'says',
                    'told', 'year', 'years', 'день', 'года', 'году', 'этом', 'также', 'были', 'было', 'которые', 'который'
                ], word)
            ),
            lambda word: left(word, 5)
        )),
        lambda stem: not list_contains([
            'monda', 'tuesd', 'wedne', 'thurs', 'frida', 'satur', 'sunda',
            'janua', 'febru', 'march', 'april', 'june', 'july', 'augus', 'septe', 'octob', 'novem', 'decem',
            'понед', 'вторн', 'среду', 'четве', 'пятни', 'суббо', 'воскр',
            'январ', 'февра', 'марта', 'апрел', 'июня', 'июля', 'авгус', 'сентя', 'октяб', 'ноябр', 'декаб'
        ], stem) and not regexp_matches(stem, '^(?:19|20)\d\d$')
    )
{%- endmacro %}

{#- Whether a word tells the form of an act or the day, and not what it is about: "today signed an executive order". -#}
{% macro word_of_an_instrument(word) -%}
    list_contains([
        'accor', 'accus', 'adopt', 'agree', 'annou', 'appea', 'appro', 'calle', 'commi', 'conde', 'contr', 'deal', 'decis', 'decla', 'decre',
        'deliv', 'deman', 'docum', 'donat', 'execu', 'forma', 'gover', 'impos', 'joint', 'memor', 'minis', 'offic', 'order', 'pledg', 'presi',
        'promi', 'propo', 'proto', 'resol', 'sanct', 'sign', 'signe', 'signi', 'state', 'thank', 'today', 'unani', 'under', 'urged', 'voted',
        'vowed', 'warne', 'yeste',
        'ввел', 'ввели', 'вчера', 'догов', 'докум', 'доста', 'заявл', 'мемор', 'обвин', 'обеща', 'осуди', 'побла', 'подпи', 'прези', 'призв',
        'прини', 'приня', 'прото', 'распо', 'резол', 'решен', 'санкц', 'сегод', 'согла', 'указ'
    ], {{ word }})
{%- endmacro %}

{#- Which of a series a telling means: "their 16th joint patrol", "the third round". -#}
{% macro telling_ordinals(text) -%}
    {%- set ordinals = namespace(text="lower(" ~ text ~ ")") -%}
    {%- for word in ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"] -%}
        {%- set ordinals.text = "replace(" ~ ordinals.text ~ ", '" ~ word ~ " ', '" ~ loop.index ~ "th ')" -%}
    {%- endfor -%}
    {#- They number offices, troops and time, and not what happened. -#}
    {%- set others = [
        "vice", "deputy", "lady", "minist", "secretar", "corps", "division", "brigade", "regiment", "battalion", "army", "fleet",
        "time", "hour", "day", "week", "month", "quarter", "year", "annivers", "century", "of ", "january", "february", "march ", "april",
        "may ", "june", "july", "august", "september", "october", "november", "december", "замест", "корпус", "дивизи", "бригад", "полк",
        "арми", "флот", "раз", "час", "день", "дня", "недел", "месяц", "квартал", "год", "век", "числ", "январ", "феврал", "март", "апрел",
        "мая", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр",
    ] -%}
    list_transform(
        list_filter(
            regexp_extract_all({{ ordinals.text }}, '\d+(?:st|nd|rd|th|-(?:й|я|е|ю|го|му|м)) (?:\p{L}+ ?)?'),
            lambda ordinal: not regexp_matches(ordinal, '^[^ ]+ (?:{{ others | join("|") }})')
        ),
        lambda ordinal: regexp_extract(ordinal, '^\d+')
    )
{%- endmacro %}

{#- A quote without its dateline, where "12 500" and "12,500" are one figure, and "1,5 млрд" is no 15. -#}
{% macro with_bare_figures(text) -%}
    {%- set mark = "[, \\x{00A0}\\x{202F}]" -%}
    {%- set bare = "lower(" ~ without_dateline(text) ~ ")" -%}
    {%- set bare = "regexp_replace(" ~ bare ~ ", '\\b(\\d{1,3})" ~ mark ~ "(\\d{3})" ~ mark ~ "(\\d{3})\\b', '\\1\\2\\3', 'g')" -%}
    {%- set bare = "regexp_replace(" ~ bare ~ ", '\\b(\\d{1,3})" ~ mark ~ "(\\d{3})\\b', '\\1\\2', 'g')" -%}
    regexp_replace({{ bare }}, '(\d),(\d)', '\1.\2', 'g')
{%- endmacro %}

{#- Figures of a quote that few events share: of three digits or more, or so many millions; no years. "$7 billion" meets "7 млрд". -#}
{% macro telling_figures(text) -%}
    list_filter(
        list_distinct(list_transform(
            regexp_extract_all(
                {{ with_bare_figures(text) }},
                '\d+(?:\.\d+)? ?(?:billion|bn|million|mln|mn|млрд|миллиард|млн|миллион)|\d+(?:\.\d+)? (?:thousand|тыс)|\d{3,}'
            ),
            lambda figure: regexp_extract(figure, '^[\d.]+')
            || case
                when regexp_matches(figure, '[.].*(?:th|ты)') then ' th'
                when regexp_matches(figure, 'th|ты') then '000'
                when regexp_matches(figure, 'bi|bn|млрд|миллиа') then ' bn'
                when regexp_matches(figure, 'm|м') then ' mn'
                else ''
            end
        )),
        lambda figure: not regexp_matches(figure, '^(?:19|20)\d\d$')
    )
{%- endmacro %}

{#- How many people a quote counts: the 7 of "seven Turkish soldiers", the 12 of "12 civilians", the 4 of "погибли четверо". -#}
{% macro telling_tolls(text) -%}
    {%- set words = [
        "one|один|одного", "two|два|двух", "three|три|тр[её]х", "four|четыре|четыр[её]х", "five|пять|пяти", "six|шесть|шести",
        "seven|семь|семи", "eight|восемь|восьми", "nine|девять|девяти", "ten|десять|десяти", "eleven|одиннадцать", "twelve|двенадцать",
    ] -%}
    {#- These count people by themselves. -#}
    {%- set companies = ["двое", "трое", "четверо", "пятеро", "шестеро", "семеро", "восьмеро", "девятеро", "десятеро"] -%}
    {%- set people = [
        "soldier", "troops", "servicem", "people", "person", "civilian", "fighter", "militant", "terrorist", "member", "child", "wom[ae]n",
        "worker", "medic", "police", "journalist", "солдат", "военн", "человек", "мирн", "боевик", "террорист", "жител", "дет", "женщин",
    ] -%}
    {%- set counted = "(?:[0-9]{1,6}|" ~ words | join("|") ~ ") (?:\\p{L}+ ){0,2}(?:" ~ people | join("|") ~ ")" -%}
    list_filter(
        list_distinct(list_transform(
            -- behind a blank: "1.5 million people" are not five
            regexp_extract_all(' ' || {{ with_bare_figures(text) }}, '[ («"](?:{{ counted }}|{{ companies | join("|") }})'),
            lambda toll:
            case
                {% for forms in words -%}
                when regexp_matches(toll, '^.(?:{{ forms }}) ') then '{{ loop.index }}'
                {% endfor -%}
                {% for form in companies -%}
                when substring(toll, 2) = '{{ form }}' then '{{ loop.index + 1 }}'
                {% endfor -%}
                else regexp_extract(toll, '[0-9]+')
            end
        )),
        lambda toll: not regexp_matches(toll, '^(?:19|20)\d\d$')
    )
{%- endmacro %}

{#- Whom a quote has killed, hurt or seized by his trade: `judge` of "shot dead a judge". Words of one trade are one. -#}
{% macro telling_victims(text) -%}
    {%- set trades = [
        ["doctor", "doctor|physician|surgeon|dentist|врач|хирург|доктор"], ["nurse", "nurse|midwife|медсестр"],
        ["judge", "judge|судь[юеия]"], ["lawyer", "lawyer|attorney|адвокат|юрист"], ["prosecutor", "prosecutor|прокурор"],
        ["teacher", "teacher|headmaster|headteacher|schoolmaster|учител"], ["lecturer", "professor|lecturer|профессор"],
        ["engineer", "engineer|инженер"], ["pharmacist", "pharmacist|аптекар|фармацевт"],
        ["journalist", "journalist|reporter|cameraman|photographer|correspondent|журналист|репортер|корреспондент|фотограф"],
        ["cleric", "imam|preacher|cleric|muezzin|имам|муфти|проповедник"], ["priest", "priest|bishop|pastor|священник|епископ"],
        ["mayor", "mayor|mukhtar|councillor|мэр|мухтар"], ["farmer", "farmer|фермер|крестьян"], ["shepherd", "shepherd|herder|пастух"],
        ["driver", "driver|водител"], ["student", "student|студент"],
    ] -%}
    {%- set stems = trades | map(attribute=1) | join("|") -%}
    list_distinct(list_transform(
        -- capitals are names: Sheikh Miskin
        regexp_extract_all({{ text }}, '[^\p{L}](?:{{ stems }})'),
        lambda victim:
        case
            {% for trade, forms in trades -%}
            when regexp_matches(victim, '^.(?:{{ forms }})') then '{{ trade }}'
            {% endfor -%}
        end
    ))
{%- endmacro %}

{#- By what a quote has somebody struck: `air` of "warplanes bombed", `bomb` of "a car bomb". Blasts and missiles may be of either. -#}
{% macro telling_means(text) -%}
    {%- set means = [
        ["air", "air ?(?:strikes?|raids?|attacks?)|air-strikes?|warplanes?|fighter jets?|jets|aircraft|barrel bomb|helicopter|авиаудар|авиац|самол[её]т|вертол[её]т"],
        ["shells", "shell(?:s|ed|ing)|artillery|mortar|обстрел|артилл|мином[её]т|снаряд"],
        ["bomb", "car bomb|booby|roadside|improvised|(?:land ?)?mines?(?:[^\p{L}]|$)|suicide|заминированн|смертник|фугас|самодельн"],
        ["gun", "gunm[ae]n|gunfire|shot dead|sniper|snipers|stabbed|застрел|снайпер"],
        ["ground", "captured|recaptured|retook|seized|took control|захватил|освободил|взяли под контроль"],
    ] -%}
    {%- set forms = means | map(attribute=1) | join("|") -%}
    list_distinct(list_transform(
        regexp_extract_all(' ' || lower({{ text }}), '[^\p{L}](?:{{ forms }})'),
        lambda mean:
        case
            {% for name, stems in means -%}
            when regexp_matches(mean, '^.(?:{{ stems }})') then '{{ name }}'
            {% endfor -%}
        end
    ))
{%- endmacro %}

{#- Figures that are sums: so many millions. -#}
{% macro sums_of_figures(figures) -%}
    list_filter({{ figures }}, lambda figure: regexp_matches(figure, ' [bm]n$'))
{%- endmacro %}

{#- The words of a topic that tell what it is about: neither of the act nor the unit of a sum. -#}
{% macro subjects_of(topic_words) -%}
    list_filter({{ topic_words }}, lambda word: not {{ word_of_a_sum('word') }})
{%- endmacro %}

{#- Whether a word tells of how much and not of what: "$50 million". -#}
{% macro word_of_a_sum(word) -%}
    regexp_matches({{ word }}, '^(?:milli|billi|thous|dolla|euros|poun[dst]*|worth|млрд|милли|тысяч|долла|евро|рубле)$')
{%- endmacro %}

{#- Whether the words of a telling, their beginnings, tell of a call. -#}
{% macro telling_of_a_call(words) -%}
    list_has_any({{ words }}, ['phone', 'telep', 'video', 'позво', 'созво', 'телеф', 'видео'])
{%- endmacro %}

{#- Whether they tell that somebody came. -#}
{% macro telling_of_an_arrival(words) -%}
    list_has_any({{ words }}, ['arriv', 'flew', 'lande', 'прибы', 'прибу', 'приле', 'приех'])
{%- endmacro %}

{#- Whether a quote begins as one that the day of another clause follows: "since he fell, were announced on Monday". -#}
{% macro telling_of_what_was_before(text) -%}
    regexp_matches({{ text }}, '(?i)^(?:ever )?(?:since|after|following|после|с тех пор|с момента) ')
{%- endmacro %}

{#- Whether they tell of a patrol: "held a joint patrol". -#}
{% macro telling_of_a_patrol(words, trigger_words) -%}
    (
        list_has_any({{ words }}, ['patro', 'патру'])
        and coalesce(list_has_any({{ trigger_words }}, ['patro', 'патру', 'joint', 'совме']), false)
    )
{%- endmacro %}

{#- Whether they tell of a visit. -#}
{% macro telling_of_a_visit(words) -%}
    list_has_any({{ words }}, ['visit', 'trip', 'tour', 'came', 'trave', 'визит', 'поезд', 'посет', 'посещ', 'побыв'])
{%- endmacro %}

{#- Whether they tell of talks that some of a larger company hold among themselves. -#}
{% macro telling_of_separate_talks(words) -%}
    list_has_any({{ words }}, ['separ', 'bilat', 'sidel', 'margi', 'отдел', 'двуст', 'полях'])
{%- endmacro %}

{#- The columns of int_event_profiles by which tellings_conflict keeps two tellings apart, with their keys. -#}
{% macro telling_claims() -%}
event_id,
document_id,
event_type,
modality,
event_date,
event_date_end,
published_date,
weekday,
country_iso3,
site_id,
area_ids,
actor_ids,
person_ids,
body_ids,
state_ids,
source_ids,
target_ids,
source_state_ids,
source_body_ids,
ordinals,
landmark_id,
is_call,
is_arrival,
is_meeting
{%- endmacro %}

{#- What two tellings of one event cannot have: other days, places, doers, moods or numbers in a series. `one` and `two` are rows of int_event_profiles. -#}
{% macro tellings_conflict(one, two) -%}
    coalesce(
        -- a landmark is one event wherever, by whom and on what day it is told
        {{ one }}.landmark_id <> {{ two }}.landmark_id
        or not coalesce({{ one }}.landmark_id = {{ two }}.landmark_id, false)
        and (
            (
                case
                    when {{ one }}.event_date is not null and {{ two }}.event_date is not null
                        then {{ one }}.event_date > {{ two }}.event_date_end or {{ two }}.event_date > {{ one }}.event_date_end
                    when {{ one }}.event_date is null and {{ two }}.event_date is null
                        then
                            abs({{ one }}.published_date - {{ two }}.published_date) > 7
                            -- who will meet has not met yet: they met another time before
                            or {{ one }}.modality = 'planned' and {{ two }}.modality = 'happened' and {{ one }}.published_date > {{ two }}.published_date
                            or {{ two }}.modality = 'planned' and {{ one }}.modality = 'happened' and {{ two }}.published_date > {{ one }}.published_date
                    -- what is planned without a day is of the next few
                    when {{ one }}.event_date is null and {{ one }}.modality = 'planned'
                        then {{ two }}.event_date > {{ one }}.published_date + 7 or {{ two }}.event_date_end < {{ one }}.published_date
                    when {{ two }}.event_date is null and {{ two }}.modality = 'planned'
                        then {{ one }}.event_date > {{ two }}.published_date + 7 or {{ one }}.event_date_end < {{ two }}.published_date
                    -- what an outlet tells without a day is news of the last few
                    when {{ one }}.event_date is null
                        then {{ two }}.event_date > {{ one }}.published_date or {{ two }}.event_date_end < {{ one }}.published_date - 7
                    else {{ one }}.event_date > {{ two }}.published_date or {{ one }}.event_date_end < {{ two }}.published_date - 7
                end
            )
            or {{ one }}.weekday <> {{ two }}.weekday
            -- they met somewhere, and spoke by telephone another time
            or {{ one }}.is_call and not {{ two }}.is_call and {{ two }}.country_iso3 is not null
            or {{ two }}.is_call and not {{ one }}.is_call and {{ one }}.country_iso3 is not null
            -- whom he meets after he came is another matter, unless one telling has both
            or {{ one }}.is_arrival and {{ two }}.is_meeting
            or {{ two }}.is_arrival and {{ one }}.is_meeting
            -- the 16th patrol is not the 17th
            or (
                len({{ one }}.ordinals) > 0 and len({{ two }}.ordinals) > 0
                and not list_has_any({{ one }}.ordinals, {{ two }}.ordinals)
            )
            -- two who agree twice on a day do so on one thing: where they met is one place, what they agreed on another
            or not coalesce(
                {{ one }}.event_type = 'AGREE' and {{ two }}.event_type = 'AGREE'
                and {{ one }}.event_date = {{ one }}.event_date_end and {{ one }}.event_date = {{ two }}.event_date
                and len(list_intersect({{ one }}.state_ids, {{ two }}.state_ids))
                + len(list_intersect({{ one }}.body_ids, {{ two }}.body_ids)) >= 2,
                false
            )
            and (
                {{ one }}.country_iso3 <> {{ two }}.country_iso3
                or {{ one }}.site_id is not null and {{ two }}.site_id is not null
                and not list_contains({{ one }}.area_ids, {{ two }}.site_id)
                and not list_contains({{ two }}.area_ids, {{ one }}.site_id)
            )
            or (
                len({{ one }}.actor_ids) > 0 and len({{ two }}.actor_ids) > 0
                and not list_has_any({{ one }}.actor_ids, {{ two }}.actor_ids)
                and not list_has_any({{ one }}.state_ids, {{ two }}.state_ids)
                and not list_has_any({{ one }}.body_ids, {{ two }}.body_ids)
            )
            -- ministers sign on the day that presidents agree
            or (
                len({{ one }}.person_ids) > 0 and len({{ two }}.person_ids) > 0
                and not list_has_any({{ one }}.person_ids, {{ two }}.person_ids)
            )
            -- each struck at the other: two acts
            or (
                len({{ one }}.source_ids) > 0 and len({{ two }}.source_ids) > 0
                and not list_has_any({{ one }}.source_ids, {{ two }}.source_ids)
                and not list_has_any({{ one }}.source_state_ids, {{ two }}.source_state_ids)
                and not list_has_any({{ one }}.source_body_ids, {{ two }}.source_body_ids)
            )
            -- who is welcomed in one and promises in the other, does not do the same
            or (
                (
                    list_has_any({{ one }}.target_ids, {{ two }}.source_ids)
                    or list_has_any({{ two }}.target_ids, {{ one }}.source_ids)
                )
                and not list_has_any({{ one }}.source_ids, {{ two }}.source_ids)
                and not list_has_any({{ one }}.target_ids, {{ two }}.target_ids)
            )
        )
        or (
            {{ one }}.modality <> {{ two }}.modality
            and ({{ one }}.modality in ('called_for', 'promised') or {{ two }}.modality in ('called_for', 'promised'))
        ),
        false
    )
{%- endmacro %}

{#- Pairs of the rows of one block, each with the next few in the order given, so that the work grows with the rows and not with their square. `keys` has block_key and `id`. -#}
{% macro block_neighbours(keys, id, order_by, reach) -%}
    select distinct
        block_key,
        least(id, other_id) as id,
        greatest(id, other_id) as other_id
    from (
        select
            block_key,
            {{ id }} as id,
            unnest([
                {% for distance in range(1, reach + 1) -%}
                lead({{ id }}, {{ distance }}) over in_block{{ "," if not loop.last }}
                {% endfor %}
            ]) as other_id
        from {{ keys }}
        window in_block as (partition by block_key order by {{ order_by }})
    )
    where other_id <> id
{%- endmacro %}

{#- Two documents that are compared, one value for both orders. -#}
{% macro document_pair(one, other) -%}
    least({{ one }}, {{ other }}) || ' ' || greatest({{ one }}, {{ other }})
{%- endmacro %}

{#- The block of the tellings of two documents of one story. -#}
{% macro story_key(document_pair) -%}
    'story ' || {{ document_pair }}
{%- endmacro %}
