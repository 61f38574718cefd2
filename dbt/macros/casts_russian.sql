{#- "российскими военными", "сирийской армией": who acts in a Russian passive. -#}
{% macro is_russian_instrumental(text) -%}
    {#- each pattern for itself: one of all is compiled no faster, and reads worse -#}
    (
        -- "израильскими военными", "боевиками", "Ираном", "правительством Сирии", but not "Ибрагим Калын"
        regexp_matches({{ text }}, '^\p{Cyrillic}+(?:[иы]ми|[аяь]ми|ством|ью)(?: |$)')
        or regexp_matches({{ text }}, '^\p{Cyrillic}+(?:[ое]м|[ое]й|[иы]м)$') and not regexp_matches({{ text }}, '(?:Крым|Иерусалим|салем)$')
        -- "Сергеем Лавровым", "турецкой армией", "Советом Безопасности"
        or regexp_matches({{ text }}, '^\p{Cyrillic}+(?:[ое]м|[ое]й|[иы]м) .*(?:[ое]м|[ое]й|[иы]м|ью)$')
        or regexp_matches({{ text }}, '^\p{Cyrillic}+[ое]м .*(?:и|ы|а|я|ов|ей|РФ|США|ООН)$')
    )
{%- endmacro %}

{#- Names that have one form for all cases: "введены США", "обстрелян ЦАХАЛ". -#}
{% macro is_russian_undeclined(text) -%}
    regexp_matches({{ text }}, '^(?:\p{Lu}{2,6}|Мин[а-я]+[оы]н[ы]|НАТО)(?: |$)')
{%- endmacro %}

{#- "доставлена Россией": passive also where what it takes is told as its target. -#}
{% macro is_russian_passive() -%}
    ((is_passive or verb_form = 'passive') and ends_with(trigger_id, '-ru'))
{%- endmacro %}

{% macro is_russian_agent() -%}
    {#- "за сутки сирийской армией освобожден": what governs the day does not govern who acts -#}
    ({{ is_russian_passive() }} and agent_reach >= 2 and group_governor in ('', 'за', 'в', 'на', 'по'))
{%- endmacro %}

{#- How a Russian name ends, or its adjective does, that nothing governs. -#}
{% macro is_russian_nominative(text, is_person) -%}
    {#- each pattern for itself: one that differs by row is compiled for each row -#}
    case
        when {{ is_person }} then regexp_matches({{ text }}, '[бвгджзклнпрстфцчшщ]$|^(?i:глава|министр|президент|посол|представитель|король|эмир|генерал|канцлер|генсек|постпред) |^\p{L}+[ыи]й ')
        -- "Россия", but not "Центра примирения"
        else regexp_matches({{ text }}, '^\p{L}*(?:ия|Москва|Анкара|Хезболла|Хизбалла|Украина|Канада)$|^\p{L}+(?:[иы]е|[иы]й|ая) ')
    end
{%- endmacro %}

{#- How a Russian name ends that may stand in the nominative and in the accusative: "Иран", "США", "Минобороны", "правительство Сирии". -#}
{% macro is_russian_direct(text) -%}
    (
        regexp_matches({{ text }}, '^\p{Lu}\p{L}*[бвгджзклнпрстфхцчшщь](?: |$)|^\p{L}+ство(?: |$)') and not regexp_matches({{ text }}, '^\p{L}+(?:ов|ев)(?: |$)')
        or {{ is_russian_undeclined(text) }}
    )
{%- endmacro %}

{#- How the name of a state ends that is no subject: "Иорданию", "Израилю", "сирийскую армию". -#}
{% macro is_russian_oblique(text) -%}
    regexp_matches({{ text }}, '^\p{Lu}\p{Cyrillic}+[ую]$|^\p{Cyrillic}+(?:ую|ому) ')
{%- endmacro %}

{#- "Иорданию поддержал Египет", "Иранскую делегацию принял Лавров", "Санкции против Ирана ввели США": whom a Russian verb takes, before it; names relations of int_actor_standings. -#}
{% macro is_russian_object_before() -%}
    (
        telling = 'verb' and not is_passive and actor_pattern in ('source_target', 'participants') and ends_with(trigger_id, '-ru')
        and clause_number = trigger_clause and token_end < chain_start and verbs_between = 1
        -- "поблагодарил Москву и обвинил Израиль": whom the first verb takes
        and (verb_number = 0 or anchor_key_before not in ('и', 'а', 'но'))
        and (is_group_oblique and group_governor = '' or group_governor = 'против' and event_type in ('SANCTION', 'CONCEDE'))
    )
{%- endmacro %}

{#- Whether one of the groups before a verb can be no subject of it; names relations of int_actor_standings. -#}
{% macro has_russian_object_before() -%}
    bool_or(
        groups.is_group_oblique and groups.group_governor = '' and groups.token_end < candidates.chain_start
        and groups.clause_number = candidates.clause_number
        and (groups.verb_number = 0 or candidates.anchor_key_before not in ('и', 'а', 'но'))
    )
{%- endmacro %}

{#- What the form of a Russian name says of its part in a clause; names relations of int_actor_groups. -#}
{% macro russian_case_flags() -%}
    {{ is_russian_nominative("mentions.actor_text", "mentions.is_person") }} and mentions.actor_text >= 'А' as is_nominative,
        {{ is_russian_direct("mentions.actor_text") }} and mentions.actor_text >= 'А' and not mentions.is_person as is_direct,
        {{ is_russian_oblique("mentions.actor_text") }} and not mentions.is_person as is_oblique
{%- endmacro %}

{#- "резолюцию Норвегии", "проект Швеции": whose draft it is; names relations of int_actor_groups. -#}
{% macro is_behind_russian_draft() -%}
    (mentions.actor_text >= 'А' and lead_in.token_key in ('резолюц', 'законопроект', 'проект') and coalesce(first.governor, '') = '')
{%- endmacro %}

{#- "турецкими военными", "боевиками «Хезболлы»", "США": how far behind a Russian passive who acts may stand. -#}
{% macro russian_agent_reach() -%}
    case
            when {{ is_russian_instrumental("mentions.actor_text") }} then 4
            when lead_in.token_key in ({{ words("russian_fighters") }}) then 2
            when lead_in.token_key in ('«', '"') and drafting.token_key in ({{ words("russian_fighters") }}) then 3
            when {{ is_russian_undeclined("mentions.actor_text") }} then 1
            else 0
        end
{%- endmacro %}

{#- A Russian subject behind its verb; names relations of int_actor_standings. -#}
{% macro is_russian_subject_behind() -%}
    (
        telling = 'verb' and not is_passive and ends_with(trigger_id, '-ru') and verb_form in ('finite', 'infinitive')
        and clause_number = trigger_clause and group_governor = '' and group_start > trigger_end
        and (
            -- "В Москву прибыл глава МИД", "надо ждать, заявил Лавров"
            is_group_nominative and group_start - trigger_end <= 2
            and (anchor_key_before in (',', 'его', 'их', 'ее', 'ему', 'еи', 'им') or {{ is_trigger("arriving") }})
            -- "Из села отошли отряды группировки"
            or {{ is_trigger("walking") }} and verb_number = anchor_verb_number and group_start - trigger_end <= 6
            -- "Подписала соглашение с Турцией Россия"
            or is_group_nominative and verb_number = anchor_verb_number and group_start - trigger_end <= 12
            -- "Санкции ввели США": what this verb takes is no actor
            or is_group_direct and verb_number = anchor_verb_number and group_start - trigger_end <= 2
            and (event_type in ('AGREE', 'SANCTION', 'CONCEDE', 'MOBILIZE', 'RETREAT', 'COOPERATE', 'AID') or has_oblique_before)
            -- "нанес Израиль": its object stands before it
            or is_group_direct and verb_number = anchor_verb_number and group_start = trigger_end + 1 and trigger_kind = 'phrase'
        )
    )
{%- endmacro %}

{#- "Обвинив Израиль в этом, Иран прервал переговоры": who does what a gerund before the comma tells. -#}
{% macro is_russian_subject_of_gerund() -%}
    (
        telling = 'verb' and verb_form = 'participial' and ends_with(trigger_id, '-ru') and anchor_verb_number = 1
        and verb_number = 1 and group_governor = '' and comma_count = trigger_comma_count + 1
        and clause_number between trigger_clause and trigger_clause + 1 and trigger_start <= clause_start_token + 1
        and (is_group_nominative or is_group_direct)
    )
{%- endmacro %}

{#- "отразила атаку боевиков «Ахрар»", "удар Израиля отражен силами ПВО", "отражена атака ИГ": whose attack a Russian verb repels; "отразила боевиков"
    strikes them. Names relations of int_actor_standings. -#}
{% macro is_russian_repelled_attacker() -%}
    (
        {{ is_trigger("repelling") }} and ends_with(trigger_id, '-ru') and telling = 'verb' and clause_number = trigger_clause
        and group_governor in ('', 'со')
        and case
            when token_end < chain_start then is_passive and verb_number < anchor_verb_number and agent_reach < 4
            else verb_number = anchor_verb_number
                and not (is_passive and agent_reach = 4)
                and group_start - trigger_end between if(contains(trigger_id, '-отра'), 2, 1) and 6
        end
    )
{%- endmacro %}

{#- "сбитый самолет", "свергнутого президента": an adjective whose key is that of "сбит"; names relations of int_trigger_hits. -#}
{% macro is_russian_adjective() -%}
    (
        hits.voice = 'passive' and hits.language = 'ru' and hits.word_count = 1 and ends_with(hits.ngram_key, 'т')
        and hits.char_end - hits.char_start >= length(hits.ngram_key) + 2
    )
{%- endmacro %}
