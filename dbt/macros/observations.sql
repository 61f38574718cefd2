{#- A part is of its total's measure, unless it names another thing itself. -#}
{% macro keeps_own_measure() -%}
    heads.relation is null
    or own.rule_id in ('confirmed-cases', 'schools-repair')
    -- "six were killed, two others wounded"
    or (heads.relation = 'of which' and own.measure in ('people_killed', 'people_injured'))
    or (heads.relation in ('of which', 'breakdown') and figures.noun_after_class in ('idp', 'refugee', 'family') and own.measure is not null)
    -- "needs $4.2 billion, of which $400 million has been received"
    or (heads.relation = 'of which' and own.rule_id in ('money-paid-beside', 'money-received'))
    -- "required 84.8; received 31.2; gap 53.6" adds up, and is three things
    or (heads.relation = 'breakdown' and figures.currency is not null and own.measure is not null and own.measure <> 'other')
    -- "Total: 11,042" below "Lebanon: 7,630" does not say that they came from abroad
    or (heads.relation = 'breakdown' and own.measure = 'refugees_returned' and coalesce(first_head.measure, second_head.measure) = 'idps_returned')
    -- "864 casualties (290 killed, 574 injured)"
    or (heads.relation = 'breakdown' and own.rule_id in ('killed', 'injured') and own.measure <> coalesce(first_head.measure, second_head.measure))
{%- endmacro %}

{#- A month or a day without its year that lies more than three months ahead, of a figure that is not to come. -#}
{% macro month_to_come() -%}
    dates.date_precision in ('month', 'day')
    and not dates.has_year
    and not dates.is_relative
    and coalesce(figures.rule_modality, '') not in ('planned', 'needed')
    and dates.date_start - document_dates.published_date between 90 and 366
{%- endmacro %}

{#- What is handed over may be needed or promised without having been given. -#}
{% macro handed_over(measure) -%}
    {{ measure }} in ('other', 'goods_delivered', 'food_packages_distributed', 'convoy_trucks', 'construction_materials_delivered', 'people_given_aid', 'people_given_medical_aid')
{%- endmacro %}

{#- The returnees of a table that has a column of IDPs beside theirs. -#}
{% macro came_from_within() -%}
    case
        when figures.header_start is not null and figures.noun_after like 'returnee%' and list_contains(coalesce(sibling_cues.cues, []), 'internally')
            then ['internally']
        else []
    end
{%- endmacro %}

{#- Fields are cleared in hectares, courtyards in square metres. -#}
{% macro to_hectares() -%}
    case when named.final_measure = 'area_demined' and named.unit = 'm2' then 0.0001 when named.final_measure = 'area_demined' and named.unit = 'km2' then 100 else 1 end
{%- endmacro %}

{% macro classes_of_people() -%}
    'people', 'refugee', 'idp', 'family', 'woman', 'child', 'man', 'elderly', 'person', 'soldier', 'staff'
{%- endmacro %}

{#- Of these cues each belongs to the figure that is nearest to it. -#}
{% macro cues_of_the_nearest() -%}
    'confirm', 'kill', 'injure', 'eliminate', 'pledge', 'paid', 'damage', 'cost', 'need', 'sign', 'meant', 'ask', 'ballot', 'restore',
    'repairing', 'detain', 'registered', 'population', 'granted', 'assisted', 'both_fates', 'displace', 'invest',
    'as_refugees', 'education', 'moving', 'left', 'leave_zone', 'wish', 'affected', 'unit_price', 'wires', 'cut_off', 'staying',
    'vaccinated', 'wage', 'peak', 'stranded', 'internally', 'lost', 'process_member', 'registration', 'millions', 'quit'
{%- endmacro %}

{#- What is counted beside the dead and wounded. -#}
{% macro classes_that_do_not_die() -%}
    'attack', 'settlement', 'location', 'country', 'house', 'school', 'medical_facility', 'structure', 'truck', 'convoy', 'flight', 'explosive', 'weapon'
{%- endmacro %}

{#- A figure without a noun, behind nothing but people. -#}
{% macro may_be_of_people(figures) -%}
    {{ figures }}.is_bare and coalesce({{ figures }}.noun_before_class, 'people') in ({{ classes_of_people() }})
{%- endmacro %}

{#- And there are not a few of them. -#}
{% macro may_count_people() -%}
    {{ may_be_of_people('figures') }} and coalesce(figures.value, figures.value_high) >= 100
{%- endmacro %}

{#- "Syrian and international experts": what adjectives joined by "and" stand before. -#}
{% macro noun_behind_joined_adjectives() -%}
    '^ (\p{L}+(?:an|ish|ese|ic|al|ary|di|qi) and (?:\p{L}+-)?\p{L}+(?:an|ish|ese|ic|al|ary|di|qi|ed) \p{Ll}+s)\b'
{%- endmacro %}

{#- So many words behind a figure it may be said that it is planned; those who leave are named at length. -#}
{% macro reach_of_a_plan() -%}
    case when figures.measure = 'people_left_zone' then 9 else 5 end
{%- endmacro %}

{#- "Hygiene kits    2,500" below "Beneficiaries were given:": the row's name says what is counted, unless it says where. -#}
{% macro names_its_row() -%}
    coalesce(list_rows.is_gapped, false) and nouns.term_class not in ('settlement', 'country', 'checkpoint')
{%- endmacro %}

{#- "Fires put out: 12", "Families reached (May)    1,200": what stands before a mark, or in a row before a gap. -#}
{% macro label_of_figure(text, text_before) -%}
    case
        when {{ is_gapped_line(text) }} then regexp_extract({{ text_before }}, '(\p{L}[\p{L} ''’/-]*?)(?: \([^()]*\))? {3,}$', 1)
        else regexp_extract({{ text_before }}, '(\p{L}[\p{L} ''’/-]*)[ ]?(?:[:|\t]|[–—-])[ |\t]*$', 1)
    end
{%- endmacro %}

{#- "Volunteers on duty", "Fires put out": the head of a label stands before its first preposition. -#}
{% macro head_of_label() -%}
    '^(\p{L}[\p{L} -]*?) (?:of|on|in|to|from|for|with|at|put|by|since|per|under|who|that|assessed|surveyed|visited|covered|monitored)\b'
{%- endmacro %}

{#- "None of the volunteers was hurt" states a zero, "none of these figures could be checked" does not. -#}
{% macro is_none_of_people() -%}
    (coalesce(noun_after_class, '') in ({{ classes_of_people() }}) or words_after in ('of them', 'из них'))
{%- endmacro %}

{#- "So far" is up to now, unless a month is told ("in July 14,300 so far") or it is the toll of an attack that an article tells of. -#}
{% macro may_run_on() -%}
    coalesce(own_dates.date_precision, '') not in ('week', 'month', 'quarter')
    and not (figures.document_kind = 'article' and figures.measure in ('people_killed', 'people_injured'))
{%- endmacro %}

{#- "The three sides", "residents of four besieged towns": a small number in words tells which they are. -#}
{% macro is_a_few_of_a_kind() -%}
    (
        noun_after in (
            'countries', 'groups', 'parties', 'sides', 'states', 'nations', 'стран', 'групп', 'сторон', 'государств'
        )
        or (qualifier = 'exact' and (noun_after_class = 'settlement' or noun_after in ({{ words("kinds_of_area") }})))
    )
{%- endmacro %}

{#- "The cargo weighs six tons in total", says a bulletin of the day: too little to be what was given so far. -#}
{% macro is_of_one_delivery() -%}
    (
        (series.is_daily or day_digests.document_id is not null)
        and figures.value <= 0.02 * daily_limits.most_in_a_day
        and nearest_marks.since_date is null
        and running.sentence_id is null
    )
{%- endmacro %}

{#- "Six of these took place", "120 of which occurred": what is counted was told before. -#}
{% macro of_those_counted() -%}
    '^of(?: (?:these|them|those|it|whom|which)(?: (?:took|take|occurred|happened|were|was|are|is|have|has|had|came|went)\b.*)?)?$'
{%- endmacro %}

{#- "In April 3,400 refugees returned", "3,400 returned in April": what even a bulletin of the day counts by the month. -#}
{% macro stands_beside_its_date() -%}
    (
        (dates.token_start <= 3 and figures.token_start between dates.token_end + 1 and dates.token_end + 5)
        or dates.token_start between figures.unit_end + 1 and figures.unit_end + 8
    )
{%- endmacro %}

{#- "Seven more settlements joined the truce": what a day adds to a running total, unless a longer time is told. -#}
{% macro adds_to_a_count() -%}
    figures.measure in ('settlements_reconciled', 'armed_groups_joined')
    and figures.default_period = 'cumulative'
    and nearest_marks.mark is null
    and coalesce(own_dates.date_precision, 'day') = 'day'
    and (figures.key_before in ('another', 'further', 'additional', 'еще') or regexp_matches(figures.subject, '^(?:more|additional|further)\b'))
{%- endmacro %}

{#- "57 женщин», - сказал он", "обстрелов со стороны «": a quotation that was opened before the words or behind them. -#}
{% macro without_closing_quote(words) -%}
    trim(regexp_replace({{ words }}, '^([^"«“]*?) *(?:["»”]+|[«“])$', '\1'))
{%- endmacro %}

{#- "2,000 women and 4,000 children" of those who are to leave: the groups and rows of what is planned, promised, needed or estimated are so, too. -#}
{% macro modality_of_part() -%}
    case
        when
            family.modality = 'happened'
            and family.part_relation in ('subgroup', 'breakdown')
            and totals.modality in ('planned', 'promised', 'needed', 'estimated')
            and family.number_kind <> 'zero'
            and coalesce(family.measure = totals.measure, true)
            then totals.modality
        else family.modality
    end
{%- endmacro %}
