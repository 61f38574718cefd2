{#- Words and folds that the actor models share. -#}

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

{#- Small words inside a name that keep their lower case. -#}
{% macro name_particles() -%}
    ('al', 'el', 'as', 'an', 'at', 'de', 'da', 'di', 'du', 'del', 'van', 'von', 'der', 'bin', 'ibn', 'abu', 'bint', 'ul', 'эль', 'аль', 'бен', 'ибн', 'фон', 'де')
{%- endmacro %}

{#- The last words of a date before a clause: "On Monday they", "В марте стороны". -#}
{% macro calendar_words() -%}
    (
        'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'january', 'february', 'march', 'april', 'may', 'june',
        'july', 'august', 'september', 'october', 'november', 'december', 'today', 'yesterday', 'week', 'month', 'year', 'day',
        'января', 'феврал', 'марта', 'апреля', 'мая', 'июня', 'июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря', 'года'
    )
{%- endmacro %}

{#- Prepositions after which a state or a capital is a place. -#}
{% macro locative_words() -%}
    (
        'in', 'into', 'inside', 'within', 'to', 'from', 'across', 'through', 'throughout', 'near', 'around', 'at',
        'over', 'outside', 'toward', 'towards', 'via', 'off', 'reach', 'reached', 'left', 'leave', 'enter', 'entered',
        'visit', 'visited', 'neighbouring', 'neighboring', 'northern', 'southern', 'eastern', 'western', 'central',
        'north', 'south', 'east', 'west', 'northwest', 'northeast', 'southwest', 'southeast',
        'northwestern', 'northeastern', 'southwestern', 'southeastern',
        'в', 'во', 'из', 'с', 'со', 'на', 'под', 'близ', 'через', 'по', 'покинул', 'покинули'
    )
{%- endmacro %}

{#- Nouns whose "of X" tells where, not who. -#}
{% macro geographic_nouns() -%}
    (
        'area', 'areas', 'part', 'parts', 'region', 'regions', 'territory', 'territories', 'city', 'cities', 'town', 'towns',
        'north', 'south', 'east', 'west', 'northwest', 'northeast', 'southwest', 'southeast', 'capital', 'population', 'people',
        'province', 'provinces', 'border', 'borders', 'outskirts', 'suburb', 'suburbs', 'settlement', 'settlements', 'most',
        'district', 'districts', 'village', 'villages', 'coast', 'countries', 'citizens', 'residents', 'reconstruction',
        'outside', 'future', 'port', 'inhabitants', 'ruins', 'map', 'governorate', 'governorates',
        'airport', 'airports', 'airspace', 'streets', 'markets', 'skies', 'waters', 'shores',
        'территор', 'столиц', 'провинц', 'населен', 'границ', 'област', 'гражда', 'беженц', 'север', 'юг', 'восток', 'запад', 'район', 'город',
        'аэропорт', 'пригород', 'окрестност', 'окраин', 'центр', 'улиц', 'рынк', 'небо', 'неб', 'жител', 'порт'
    )
{%- endmacro %}

{#- What several people do together: "they agreed". -#}
{% macro joint_verbs() -%}
    (
        'agreed', 'discussed', 'signed', 'met', 'decided', 'called', 'urged', 'stressed', 'reviewed', 'exchanged', 'pledged', 'expressed', 'spoke',
        'reaffirmed', 'welcomed', 'condemned', 'announced', 'demanded', 'rejected', 'held', 'promised', 'vowed', 'talked', 'underlined', 'confirmed',
        'обсудил', 'договорил', 'договорилис', 'подписал', 'провел', 'призвал', 'подчеркнул', 'осудил', 'встретилис', 'согласовал', 'выразил'
    )
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

{#- Before an office: who held it once and does no more, and another one, who stands in for its holder. -#}
{% macro former_words() -%}
    ('former', 'ex', 'erstwhile', 'onetime', 'late', 'previous', 'ousted', 'deposed', 'toppled', 'бывш', 'экс', 'экспрезидент', 'свергнут', 'покойн')
{%- endmacro %}

{% macro deputy_words() -%}
    ('deputy', 'vice', 'assistant', 'заместител', 'зам', 'помощник', 'советник')
{%- endmacro %}

{#- A word that makes a capitalised run an organisation and no person. -#}
{% macro organisation_words() -%}
    (
        'group', 'centre', 'center', 'committee', 'commission', 'council', 'ministry', 'department', 'agency', 'fund', 'party',
        'organisation', 'organization', 'union', 'army', 'forces', 'force', 'brigade', 'front', 'movement', 'network', 'association',
        'foundation', 'institute', 'university', 'company', 'bank', 'news', 'television', 'radio', 'newspaper', 'times', 'post',
        'office', 'directorate', 'administration', 'authority', 'board', 'corps', 'league', 'federation', 'coalition', 'alliance',
        'conference', 'congress', 'court', 'parliament', 'assembly', 'government', 'airlines', 'air', 'society', 'service',
        'international', 'national', 'observatory', 'mission', 'programme', 'program', 'school', 'hospital', 'province',
        'governorate', 'district', 'airport', 'camp', 'bulletin', 'memorandum', 'agreement', 'resolution', 'convention', 'treaty',
        'street', 'square', 'road', 'bridge', 'river', 'sea', 'war', 'day', 'republic', 'kingdom', 'state', 'states', 'city',
        'corporation', 'affairs', 'resources', 'relations', 'development', 'services', 'studies', 'industry', 'industries', 'security',
        'rights', 'reconstruction', 'cooperation', 'north', 'south', 'west', 'east', 'media', 'press', 'team', 'cluster', 'crescent', 'cross', 'zone', 'crossing', 'house', 'palace', 'embassy', 'club',
        'центр', 'министерств', 'комитет', 'комисс', 'совет', 'парт', 'организац', 'фонд', 'агентств', 'арм', 'союз'
    )
{%- endmacro %}

{#- Words that make no name of their own before a word for a body: the Foreign Ministry, the Joint Committee. -#}
{% macro plain_words() -%}
    (
        'foreign', 'joint', 'planning', 'defence', 'defense', 'interior', 'health', 'finance', 'security', 'supreme', 'higher', 'high',
        'national', 'international', 'local', 'central', 'general', 'state', 'military', 'political', 'executive', 'special', 'public',
        'regional', 'united', 'federal', 'new', 'free', 'first', 'second', 'third', 'fourth', 'fifth', 'press', 'information',
        'the', 'and', 'ministry', 'department', 'army', 'armed', 'air', 'main', 'emergency', 'humanitarian', 'coordination',
        'negotiating', 'negotiation', 'working', 'contact', 'opposition', 'government', 'presidential', 'appeals', 'criminal',
        'constitutional', 'steering', 'follow', 'up', 'crisis', 'city', 'provincial', 'district', 'justice', 'economic',
        'energy', 'oil', 'petroleum', 'electricity', 'trade', 'tourism', 'culture', 'transport', 'agriculture', 'education', 'economy'
    )
{%- endmacro %}

{#- Capitalised words that begin sentences and belong to no name. -#}
{% macro opening_words() -%}
    (
        'the', 'a', 'an', 'in', 'on', 'at', 'by', 'of', 'for', 'from', 'to', 'with', 'and', 'but', 'or', 'as', 'it', 'he', 'she',
        'they', 'we', 'i', 'his', 'her', 'its', 'their', 'our', 'this', 'that', 'these', 'those', 'there', 'here', 'when', 'while',
        'after', 'before', 'since', 'until', 'if', 'although', 'though', 'because', 'so', 'then', 'also', 'however', 'last', 'next',
        'later', 'earlier', 'now', 'today', 'yesterday', 'tomorrow', 'meanwhile', 'according', 'about', 'over', 'under', 'more',
        'most', 'many', 'some', 'all', 'both', 'each', 'no', 'not', 'only', 'even', 'such', 'other', 'others', 'another', 'what',
        'who', 'whom', 'which', 'where', 'why', 'how', 'whoever', 'nobody', 'none', 'during', 'against', 'among', 'between',
        'under', 'without', 'within', 'once', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten',
        'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'january', 'february', 'march', 'april',
        'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december', 'islamic', 'muslim', 'christian',
        'europe', 'european', 'asia', 'african', 'africa', 'arab', 'kurdish', 'druze', 'god', 'covid', 'christmas', 'file',
        'в', 'во', 'на', 'по', 'из', 'за', 'с', 'со', 'к', 'ко', 'о', 'об', 'от', 'до', 'при', 'это', 'как', 'он', 'она', 'они',
        'мы', 'я', 'когд', 'кром', 'такж', 'всег', 'уже', 'генерал', 'народн', 'президент'
    )
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

{#- The consonants of a transliterated name in one spelling, with its vowels. `key` is a folded name in Latin letters; particles do not sound. -#}
{% macro name_consonants(key) -%}
    {%- set ns = namespace(sql=undouble(
        "' ' || array_to_string(list_filter(string_split(replace(replace(" ~ key ~ ", 'ee', 'i'), 'oo', 'u'), ' '), lambda word: not " ~ is_place_article("word")
        ~ " and word not in ('bin', 'ibn', 'ben')), ' ') || ' '"
    )) -%}
    {%- for pattern, sound in [("[cs]h", "š"), ("kh|q|ck|c", "k"), ("gh", "g"), ("dh|dj", "d"), ("th", "t"), ("ph", "f"), ("h ", " ")] -%}
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

{#- Words that may stand between a subject and its verb. -#}
{% macro verb_leaders() -%}
    (
        'has', 'have', 'had', 'also', 'once', 'more', 'again', 'later', 'earlier', 'then', 'in', 'turn', 'on', 'did', 'not', 'does',
        'do', 'will', 'would', 'could', 'may', 'might', 'further', 'now', 'recently', 'repeatedly', 'previously', 'already', 'still',
        'just', 'only', 'never', 'even', 'too', 'however', 'publicly', 'strongly', 'today', 'yesterday', 'back', 'therefore',
        'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'is', 'are', 'was', 'were', 'been', 'being', 'be',
        'не', 'такж', 'ранее', 'тоже', 'уже', 'зат', 'пот', 'вновь', 'снов', 'в', 'понедельник', 'вторник', 'сред', 'четверг',
        'пятниц', 'суббот', 'воскресень'
    )
{%- endmacro %}

{#- Who speaks in a slot of int_speech_slots, out of a relation of mentions: the best placed one. -#}
{#- Whether a folded Russian word is an office that its body follows: "глава МИД", "представитель ведомства". -#}
{% macro is_russian_office(key) -%}
    coalesce(regexp_matches({{ key }}, '^(?:глав|замглав|представит|руководит|начальник|командующ|командир|директор|спецпредстав|постпред|посол)'), false)
{%- endmacro %}

{#- Prepositions behind which nobody is the subject. -#}
{% macro oblique_words() -%}
    ('to', 'from', 'with', 'by', 'against', 'of', 'in', 'for', 'at', 'between')
{%- endmacro %}

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
        and not ({{ slots }}.is_conjoined and {{ slots }}.frame <> 'source')
        and case
            when {{ slots }}.frame = 'quoted' then false
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
                    coalesce(word_before.token_key, '') not in {{ oblique_words() }}
                    -- "the White Helmets, rescuers in areas held by the opposition, put"
                    and not (word_before.token_key = 'the' and coalesce(article_before.token_key, '') in {{ oblique_words() }})
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

{#- What goes to a state and not to its territory: "a proposal to Washington". -#}
{% macro giving_words() -%}
    (
        'sent', 'send', 'sends', 'proposal', 'proposals', 'letter', 'memo', 'message', 'appeal', 'appealed', 'support', 'help',
        'thanks', 'belong', 'belongs', 'according', 'assistance', 'close', 'loyal', 'grateful', 'question', 'warning', 'gave',
        'transferred', 'demand', 'demands', 'pressure', 'presented', 'response', 'reply', 'threat', 'threats', 'opposed',
        'addressed', 'aid', 'contribution', 'come', 'sanctions', 'permission', 'approval', 'backing',
        'minister', 'ministers', 'delegation', 'delegations', 'representatives', 'officials', 'diplomats', 'envoys', 'statement',
        'million', 'billion', 'dollars', 'euros', 'envoy', 'experts', 'presidents', 'leaders', 'counterpart', 'counterparts', 'colleague', 'colleagues', 'negotiators', 'lawmakers',
        'ambassadors', 'supplies', 'donation', 'donations', 'medicine', 'vaccines', 'cargo', 'gratitude', 'thankful', 'thanked',
        'appreciation', 'offers', 'offered', 'offer', 'condolences', 'congratulations', 'greetings', 'commitment', 'pledge', 'pledges',
        'wheat', 'flour', 'grain', 'fuel', 'equipment', 'tents', 'blankets', 'arms', 'weapons', 'funds', 'grant', 'loan',
        'соглашен', 'договор', 'меморандум', 'переговор', 'сотрудничеств', 'отношен', 'контакт', 'консультац', 'диалог', 'связ'
    )
{%- endmacro %}

{#- After these an "it" stands for nothing: "it is a firm decision", "it took years". -#}
{% macro expletive_verbs() -%}
    (
        'is', 'was', 'were', 'are', 'would', 'will', 'may', 'might', 'can', 'could', 'should', 'must', 'seems', 'seem', 'seemed',
        'appears', 'appeared', 'takes', 'took', 'remains', 'remained', 'became', 'becomes', 'comes', 'came', 'led', 'lies'
    )
{%- endmacro %}

{#- Between "said" and what was said: the day, the hearers, the medium. -#}
{% macro speech_fillers() -%}
    (
        'on', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'in', 'a', 'an', 'the', 'statement',
        'same', 'day', 'today', 'yesterday', 'last', 'week', 'month', 'year', 'reporters', 'journalists', 'publicly', 'public', 'earlier',
        'later', 'also', 'that', 'its', 'official', 'twitter', 'account', 'interview', 'news', 'conference', 'briefing', 'to', 'at',
        'them', 'him', 'her', 'newspaper', 'agency', 'tv', 'television', 'report', 'here', 'there', 'again', 'too', 'back',
        'this', 'regard', 'connection', 'context', 'joint', 'separate', 'televised', 'time', 'evening', 'morning', 'night', 'afternoon', 'late', 'early', 'phone', 'note',
        'correspondents', 'lawmakers', 'message', 'press', 'notes', 'letter', 'speech', 'remarks', 'comments', 'written', 'telegram',
        'channel', 'facebook', 'website', 'post', 'tweet', 'video', 'radio', 'by', 'telephone',
        'что', 'в', 'понедельник', 'вторник', 'сред', 'четверг', 'пятниц', 'суббот', 'воскресень', 'журналист', 'об', 'этом', 'эт'
    )
{%- endmacro %}

{#- What stands between a comma and who spoke: ", the ministry said", ", ministry spokesman Lee told reporters". -#}
{% macro words_before_speakers() -%}
    (
        'the', 'a', 'an', 'its', 'his', 'her', 'their', 'ministry', 'presidential', 'government', 'foreign', 'defence', 'defense',
        'army', 'military', 'police', 'party', 'opposition', 'rebel', 'local', 'state', 'senior', 'group', 'company', 'agency'
    )
{%- endmacro %}

{#- After "he said", these tell of the saying and not of what was said. -#}
{% macro circumstance_words() -%}
    ('after', 'before', 'during', 'when', 'while', 'following', 'as', 'for', 'by', 'with', 'after', 'на', 'после', 'во', 'перед')
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

{#- "they also agreed", "the two had met": the verb behind those who act together. -#}
{% macro verb_of_several(after, second_after) -%}
    if({{ after }} in ('also', 'both', 'then', 'have', 'had', 'такж'), {{ second_after }}, {{ after }})
{%- endmacro %}

{#- "они" is no "он", though they have one stem. -#}
{% macro is_they(token) -%}
    coalesce(lower({{ token }}) = 'они', false)
{%- endmacro %}
