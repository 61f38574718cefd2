{#- Folds and judgements of words that the actor models share. -#}

{#- A folded phrase in British or in American spelling; int_actor_names keeps both. -#}
{% macro spelling(key, british) -%}
    {%- set pairs = [
        ("centre", "center"), ("defence", "defense"), ("organisation", "organization"),
        ("labour", "labor"), ("programme", "program"), ("neighbourhood", "neighborhood"),
    ] -%}
    {%- set ns = namespace(sql=key) -%}
    {%- for pair in pairs -%}
        {%- set ns.sql = "replace(" ~ ns.sql ~ ", '" ~ pair[0 if not british else 1] ~ "', '" ~ pair[1 if not british else 0] ~ "')" -%}
    {%- endfor -%}
    {{ ns.sql }}
{%- endmacro %}

{#- What an office is of, whatever its state calls it: those of one kind are counterparts. -#}
{% macro office_rank(role_key) -%}
    case
        when regexp_matches({{ role_key }}, '-(?:fm|secstate)$') then 'foreign minister'
        when regexp_matches({{ role_key }}, '-(?:defmin|secdef)$') then 'defence minister'
        when regexp_matches({{ role_key }}, '-(?:pm|chancellor)$') then 'head of government'
        when regexp_matches({{ role_key }}, '-(?:cgs|cjcs)$') then 'chief of staff'
        when regexp_matches({{ role_key }}, '-(?:president|king|emir|sultan)$') then 'head of state'
        when regexp_matches({{ role_key }}, '^[a-z]{3}-(?:interior|finance|health|energy|oil|vp|speaker|un-rep)$') then split_part({{ role_key }}, '-', 2)
    end
{%- endmacro %}

{#- The part of a long name that int_ngrams can hold: before a comma, at most eight words. -#}
{% macro ngram_part(name) -%}
    array_to_string(
        string_split(regexp_replace({{ name }}, '^((?:[^ ,]+ ){2,}[^ ,]+),.*$', '\1'), ' ')[1:8], ' '
    )
{%- endmacro %}

{#- The id of an actor whom only the texts know: from the folded name alone, the same in every document. -#}
{% macro text_actor_id(name_keys) -%}
    'x-' || array_to_string({{ name_keys }}, '-')
{%- endmacro %}

{#- Of the spellings of a name one that is not all in capitals, the shortest, which of Russian ones is the nominative, the first in order. -#}
{% macro plainest_name(name) -%}
    min_by({{ name }}, ({{ name }} = upper({{ name }}), length({{ name }}), {{ name }}))
{%- endmacro %}

{#- A word of a name, one in all cases of a Russian one: "Иванов" and "Иванова", "Рустам" and "Рустама", "Сергей" and "Сергея". `key` is the
    word's own, which takes the end of a nominative for that of a case. -#}
{% macro name_word(token, key) -%}
    case
        when regexp_matches({{ token }}, '^\p{Lu}\p{Cyrillic}{2,}(?:[оеё]в|[ая][мх]|(?:[^к]|[^сц]к)им)$') then {{ fold_word(token) }}
        when regexp_matches({{ token }}, '^\p{Lu}\p{Cyrillic}{2,}[гсрвф]ей$') then regexp_replace({{ fold_word(token) }}, '.$', '')
        when {{ token }} = 'Николая' then 'никола'
        else {{ key }}
    end
{%- endmacro %}

{#- The consonants of a transliterated name in one spelling, with its vowels. `key` is a folded name in Latin letters; particles do not sound,
    and "Abdul Rahman" is one name with "Abdelrahman". -#}
{% macro name_consonants(key) -%}
    {%- set ns = namespace(sql=undouble(
        "' ' || array_to_string(list_filter(string_split(replace(replace(" ~ key ~ ", 'ee', 'i'), 'oo', 'u'), ' '), lambda word: not " ~ is_place_article("word")
        ~ " and word not in ('bin', 'ibn', 'ben')), ' ') || ' '"
    )) -%}
    {%- for pattern, sound in [("[cs]h", "š"), ("kh|q|ck|c", "k"), ("gh", "g"), ("dh|dj", "d"), ("th", "t"), ("ph", "f"), ("h ", " "),
        (" abd[aeiou]l ", " abdal")] -%}
        {%- set ns.sql = "regexp_replace(" ~ ns.sql ~ ", '" ~ pattern ~ "', '" ~ sound ~ "', 'g')" -%}
    {%- endfor -%}
    {{ ns.sql }}
{%- endmacro %}

{#- How a name sounds: its consonants, and what sort of vowel each word ends in ("Murhef Abu Kasra", "Murhaf Abu Qasra"). `spelling` is of
    name_consonants: one expression for both is nested too deep to be linted. -#}
{% macro name_sound(spelling) -%}
    {%- set ns = namespace(sql=spelling) -%}
    {%- for pattern, sound in [
        (" [aeiouy]+", " ."),
        ("[aeou]*[iy][aeiouy]*([^aeiouy ]* )", "I\\1"),
        ("[ae]*[uo][aeou]*([^aeiouyI ]* )", "U\\1"),
        ("[ae]+([^aeiouyIU ]* )", "A\\1"),
        ("[aeiouy]", ""),
    ] -%}
        {%- set ns.sql = "regexp_replace(" ~ ns.sql ~ ", '" ~ pattern ~ "', '" ~ sound ~ "', 'g')" -%}
    {%- endfor -%}
    trim({{ ns.sql }})
{%- endmacro %}

{#- "anti-Assad", "pro-Turkish", "non-Syrian": who is for or against somebody, or no such one, is another. -#}
{% macro is_of_side(gap_before, key_before) -%}
    coalesce({{ gap_before }} = '-' and {{ key_before }} in ({{ words("prefixes_of_side") }}), false)
{%- endmacro %}

{#- Whether a folded Russian word is an office that its body follows: "глава МИД", "представитель ведомства". -#}
{% macro is_russian_office(key) -%}
    coalesce(regexp_matches({{ key }}, '^(?:глав|замглав|представит|руководит|начальник|командующ|командир|директор|спецпредстав|постпред|посол)'), false)
{%- endmacro %}

{#- What an office is told by before the body and the name of who holds it: "deputy head of the". -#}
{% macro is_before_a_name(key) -%}
    ({{ key }} in ({{ words("words_of_office") }}, {{ words("deputy_words") }}, {{ words("words_before_speakers") }}, 'of', 'for'))
{%- endmacro %}

{#- Who speaks in a slot of int_speech_slots, out of a relation of mentions: the best placed one. -#}
{% macro slot_speakers(slots, mentions, tokens) -%}
    select
        {{ slots }}.sentence_id,
        {{ slots }}.token_start as verb_start,
        {{ mentions }}.token_start as speaker_start,
        {{ mentions }}.token_end as speaker_end,
        {{ mentions }}.char_start as speaker_char_start,
        {{ mentions }}.char_end as speaker_char_end,
        {{ mentions }}.actor_id,
        {{ mentions }}.is_person
    from {{ slots }}
    inner join {{ mentions }} on {{ slots }}.sentence_id = {{ mentions }}.sentence_id
    left join {{ tokens }} as next_word
        on
            {{ mentions }}.sentence_id = next_word.sentence_id
            and {{ mentions }}.token_end + 1 = next_word.token_number
    left join {{ tokens }} as word_before
        on
            {{ mentions }}.sentence_id = word_before.sentence_id
            and {{ mentions }}.token_start - 1 = word_before.token_number
    left join {{ tokens }} as article_before
        on
            {{ mentions }}.sentence_id = article_before.sentence_id
            and {{ mentions }}.token_start - 2 = article_before.token_number
    left join {{ tokens }} as verb_object
        on
            {{ slots }}.sentence_id = verb_object.sentence_id
            and {{ slots }}.token_end + 1 = verb_object.token_number
    where
        not {{ slots }}.is_no_verb
        -- "Lee's wife said"
        and coalesce(next_word.token_key, '') not in ({{ words("kin") }})
        and not ({{ slots }}.is_conjoined and {{ slots }}.frame <> 'source')
        and case
            when {{ slots }}.frame = 'quoted' then false
            -- "According to the report the army shelled": the paper says so
            when
                {{ slots }}.frame = 'source' and verb_object.token_key in ('the', 'a', 'an', 'this', 'its', 'their')
                and (
                    coalesce(word_before.token_key, '') in ({{ words("cited_papers") }})
                    or word_before.token_key = 'the' and coalesce(article_before.token_key, '') in ({{ words("cited_papers") }})
                )
                then false
            -- "According to government sources, rebels have blocked the road": behind the comma they act
            when
                {{ slots }}.frame = 'source' and ',' in (word_before.token_key, if(word_before.token_key = 'the', article_before.token_key, ''))
                and regexp_matches(coalesce(next_word.token_key, ''), '^(?:ha[sd]|have|is|was|are|were|will|would|[a-z]+ed)$')
                then false
            when {{ slots }}.frame = 'source'
                then
                    {{ mentions }}.token_start between {{ slots }}.token_end + 1 and {{ slots }}.token_end + 4
                    -- "according to the state news agency SANA"
                    or (
                        {{ mentions }}.token_start between {{ slots }}.token_end + 5 and {{ slots }}.token_end + 7
                        and {{ mentions }}.clause_number = {{ slots }}.verb_clause_number
                        and (verb_object.token_key in ('the', 'a', 'an') or {{ slots }}.verb_id like 'ru-%' and {{ mentions }}.is_person)
                    )
            when {{ slots }}.is_passive or {{ slots }}.frame = 'counted' or ({{ slots }}.frame = 'count' and {{ slots }}.has_agent)
                then
                    {{ slots }}.has_agent
                    and {{ mentions }}.token_start between {{ slots }}.token_end + 2 and {{ slots }}.token_end + 4
            -- "said Borisov", "said a member of the White Helmets"
            when {{ mentions }}.token_start > {{ slots }}.token_start
                then
                    {{ slots }}.frame = 'speaker'
                    and ({{ slots }}.is_after_break or {{ slots }}.verb_id like 'ru-%')
                    -- "Kim, a professor in Kyoto, said Lee had met them": a verb goes on with what is said
                    and not (
                        {{ slots }}.verb_id not like 'ru-%'
                        and regexp_matches(coalesce(next_word.token_key, ''), '^(?:ha[sd]|have|is|was|are|were|will|would|could|may|might|should|must|[a-z]+ed)$')
                        and next_word.token_key not in ('based', 'quoted', 'cited', 'named', 'called', 'dressed', 'seated', 'asked', 'posted', 'published', 'released')
                        -- "Its head, Lee, said he feared"
                        and verb_object.token_key not in ('he', 'she', 'they', 'it', 'we')
                    )
                    -- "передал Хасану Рухани послание": in the dative he is told
                    and not (
                        {{ mentions }}.is_person and {{ mentions }}.token_start = {{ slots }}.token_end + 1
                        and {{ mentions }}.token_end > {{ mentions }}.token_start
                        and coalesce(regexp_matches(verb_object.token, '^\p{Lu}\p{Cyrillic}*(?:[бвгджзклмнпрстфхцчшщ]у|[еи]ю)$'), false)
                    )
                    and (
                        {{ mentions }}.clause_number = {{ slots }}.verb_clause_number
                        -- "said its foreign minister, Heiko Maas"
                        or (
                            {{ mentions }}.clause_number = {{ slots }}.verb_clause_number + 1
                            and {{ mentions }}.is_person
                            and word_before.token = ','
                            and verb_object.token_key in ('the', 'a', 'an', 'its', 'their', 'his')
                        )
                    )
                    and (
                        {{ mentions }}.token_start = {{ slots }}.token_end + 1
                        or (
                            {{ mentions }}.token_start <= {{ slots }}.token_end + 7
                            and verb_object.token_key in ('the', 'a', 'an', 'one', 'its', 'their', 'his')
                        )
                        or (
                            {{ slots }}.verb_id like 'ru-%'
                            and {{ mentions }}.token_start <= {{ slots }}.token_end
                            -- "сообщил глава российского Центра по примирению генерал-майор Виктор Купчишин"
                            + if({{ mentions }}.is_person and {{ is_russian_office('verb_object.token_key') }}, 16, 3)
                        )
                    )
            -- "Borisov said", "the Russian party of the commission reported"
            when not {{ slots }}.is_after_break
                then
                    {{ mentions }}.clause_number = {{ slots }}.clause_number
                    and {{ mentions }}.token_end <= {{ slots }}.subject_end
                    and {{ mentions }}.token_end
                    >= {{ slots }}.subject_end - case when next_word.token_key in ('of', 'in', 'for') then 12 else 4 end
            -- "Mizintsev, head of the centre, said", "the head of the department, Imad Sabuni, told"
            when {{ slots }}.is_after_comma
                then
                    coalesce(word_before.token_key, '') not in ({{ words("oblique_words") }})
                    -- "the White Helmets, rescuers in areas held by the opposition, put"
                    and not (word_before.token_key = 'the' and coalesce(article_before.token_key, '') in ({{ words("oblique_words") }}))
                    and (
                        (
                            {{ mentions }}.token_end = {{ slots }}.subject_end - 1
                            and coalesce(word_before.token_key, ',') in (',', 'the')
                        )
                        or (
                            next_word.token = ','
                            and {{ mentions }}.token_end between {{ slots }}.subject_end - 25 and {{ slots }}.subject_end - 2
                        )
                    )
            -- an organisation whose name stands in quotation marks
            else
                {{ mentions }}.token_end = {{ slots }}.subject_end - 1
                and {{ slots }}.verb_id like 'ru-%'
                and word_before.token in ('"', '«', '“')
                and next_word.token in ('"', '»', '”')
        end
    qualify
        row_number() over (
            partition by {{ slots }}.sentence_id, {{ slots }}.token_start
            order by
                case
                    when {{ mentions }}.token_start > {{ slots }}.token_start
                        then if({{ mentions }}.is_person and {{ slots }}.verb_id like 'ru-%' and {{ is_russian_office('verb_object.token_key') }}, 0, 1)
                    when {{ slots }}.is_after_comma and {{ mentions }}.is_person and {{ mentions }}.token_end = {{ slots }}.subject_end - 1
                        then 2
                    when {{ slots }}.is_after_comma and {{ mentions }}.is_person then 3
                    when not {{ slots }}.is_after_break and next_word.token_key = 'of' then 4
                    else 5
                end,
                abs({{ mentions }}.token_end - {{ slots }}.subject_end),
                {{ mentions }}.token_start,
                {{ mentions }}.actor_id
        ) = 1
{%- endmacro %}

{#- Quotation marks a sentence opens and does not close; straight marks count in pairs. -#}
{% macro opened_quotes(text) -%}
    (
        length({{ text }}) - length(regexp_replace({{ text }}, '[“«]', '', 'g'))
        - length({{ text }}) + length(regexp_replace({{ text }}, '[”»]', '', 'g'))
        + case
            when regexp_matches({{ text }}, '^[^"]*(?:"[^"]*"[^"]*)*$') then 0
            when regexp_matches({{ text }}, '(?:^|[ (])"[^ "][^"]*$') then 1
            else -1
        end
    )
{%- endmacro %}

{#- "Лидеры договорились", "Министры также обсудят": a verb in the plural, or an adverb before it, behind who acts. -#}
{% macro is_russian_plural_verb(token) -%}
    coalesce(regexp_matches(lower({{ token }}), '\p{Cyrillic}(?:ли(?:сь)?|[уюая]т(?:ся)?)$|^(?:уже|также|тоже|вновь|снова|затем|вместе)$'), false)
{%- endmacro %}

{#- "сообщила", "призывают": a Russian verb that has a subject, by its ending. -#}
{% macro is_russian_finite_verb(token) -%}
    coalesce(regexp_matches(lower({{ token }}), '\p{Cyrillic}(?:[аеиоуыя]л[аои]?(?:сь|ся)?|[уюаяеи]т(?:ся)?)$'), false)
{%- endmacro %}

{#- "they also agreed", "the two had met": the verb behind those who act together. -#}
{% macro verb_of_several(after, second_after) -%}
    if({{ after }} in ('also', 'both', 'then', 'have', 'had', 'такж'), {{ second_after }}, {{ after }})
{%- endmacro %}

{#- "они" is no "он", though they have one stem. -#}
{% macro is_they(token) -%}
    coalesce(lower({{ token }}) = 'они', false)
{%- endmacro %}

{#- Who may have written the report that a text goes on about; names relations of int_actor_mentions. -#}
{% macro is_author_of_reports() -%}
    (referring.noun in ('report', 'study', 'survey', 'доклад', 'отчет') and placed.actor_type in ('ngo', 'igo', 'unknown'))
{%- endmacro %}

{#- "На заседании Совета Безопасности Россия наложила вето": behind a word in another case a state in the nominative is another name than
    "Совет Безопасности России", whose key it shares. -#}
{% macro is_another_state(first_token, last_token) -%}
    (regexp_matches({{ last_token }}, '^(?:Росс|Турц|Сир|Иордан|Франц|Герман|Великобритан|Британ|Япон|Бельг|Швец|Норвег|Итал|Инд|Лив|Грец|Армен|Груз)ия$') and regexp_matches({{ first_token }}, '\p{Cyrillic}(?:[аи]|ого|ом|ым)$'))
{%- endmacro %}

{#- Who may be meant by "the three leaders", "the four countries", "the two sides", by sentence; `placed` are antecedents, `states` the states by
    country. -#}
{% macro possible_parties(placed, states) -%}
    select distinct
        placed.document_id,
        placed.sentence_number,
        'several' as antecedent,
        placed.token_start,
        placed.actor_id,
        placed.actor_id as side
    from {{ placed }} as placed
    where placed.is_person
    union
    select
        placed.document_id,
        placed.sentence_number,
        'several_states' as antecedent,
        placed.token_start,
        states.actor_id,
        states.actor_id as side
    from {{ placed }} as placed
    inner join {{ states }} as states on placed.country_iso3 = states.country_iso3
    -- an envoy of the United Nations stands for no state
    where placed.actor_type in ('state', 'government', 'military') or placed.actor_type = 'person' and not regexp_matches(placed.actor_code, '^[IN]GO')
    union
    select
        placed.document_id,
        placed.sentence_number,
        'sides',
        placed.token_start,
        placed.actor_id,
        -- a government, its ministry and its army are one side
        if(placed.actor_type in ('state', 'government', 'military'), coalesce(placed.country_iso3, placed.actor_id), placed.actor_id) as side
    from {{ placed }} as placed
    where not placed.is_person and coalesce(placed.actor_type, '') not in ('igo', 'ngo', 'media', 'company')
{%- endmacro %}
