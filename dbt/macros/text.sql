{#- Patterns and folds of plain text: the one place where a token, a key or a sentence end is defined. -#}

{#- A token of a sentence and the white space before it, by alternatives in order; together they cover every character. -#}
{% macro token_pattern() -%}
    {%- set parts = [
        "https?://[^\\s]+|[\\w.+-]+@[\\w-]+\\.[\\w.]+|@\\w+",
        "\\d{1,2}(?:[./]\\d{1,2}[./]|-\\d{1,2}-)(?:19|20)\\d{2}\\b",
        "\\b\\d{1,2}(?:\\.\\d{1,2}){3,}\\b|\\b(?:(?:0[1-9]|[12]\\d|3[01])\\.(?:0[1-9]|1[0-2])|[1-9]\\.0[1-9])\\.[12]\\d\\b",
        "(?:19|20)\\d{2}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:Z|[+-]\\d{2}:?\\d{2})?",
        "(?:19|20)\\d{2}[-/.]\\d{1,2}[-/.]\\d{1,2}\\b",
        "\\d{1,2}(?:[.:]\\d{2})? ?[ap]\\.m\\.|\\d{1,2}(?:[.:]\\d{2})? ?[ap]m\\b",
        "\\d{1,2}\\.\\d{2} (?:мск|МСК|час|GMT|UTC|local time)",
        "\\d{1,2}:\\d{2}(?::\\d{2})?\\b|\\b0\\d\\.\\d{2}\\b|\\b[0-2]\\d{3} (?:hours|hrs|GMT|UTC|local time)\\b|\\b24/7\\b",
        "\\+\\d[\\d() -]{6,}\\d|\\b[78] ?\\(\\d{3,4}\\) ?[\\d-]{5,}\\d|\\d+(?:-\\d+){2,}\\b",
        "\\b[A-Z]{1,3}/(?:\\d+/)*\\d+\\b",
        "\\p{L}{2,}\\d+\\b",
        "\\bNos?\\. ?\\d+|№ ?\\d+",
        "\\d+(?:st|nd|rd|th)\\b|\\d+-(?:й|я|го|ой|му|м|х|е|ый)\\b",
        "\\b[A-Z]{1,5}-?\\d+[A-Za-z]*\\b",
        "\\d+ ,\\d+\\b|\\d{1,3}(?:,\\d{3})+,\\d{1,2}\\b",
        "\\d{1,3}(?:,\\d{3}\\b)+(?:\\.\\d+|\\. \\d+\\b)?|\\d{1,3}(?:, \\d{3}\\b)+(?:\\.[ ]?\\d+\\b)?",
        "\\d{1,3}(?:[ \\x{a0}\\x{202f}\\x{2009}'’]\\d{3}\\b)+(?:[.,]\\d+\\b)?",
        "\\d{1,3}(?:\\.\\d{3}\\b)+,\\d+\\b|\\d{1,3}(?:\\.\\d{3}\\b){2,}",
        "\\d+[.,]\\d+|\\d+[½¼¾⅓⅔]?",
        "(?:US|C|A)\\$",
        "(?:\\p{Lu}\\.){2,}",
        "(?:Ste?|Mt|Ft|пос|дер|н\\. ?п)\\.",
        "(?:кв|куб)\\.? ?к?м|(?:sq|cu)(?:\\. ?| )k?m\\b|(?:км|м|km|m)[²³]",
        "(?:тыс|млн|млрд|трлн|руб|долл|чел|ед)\\.",
        "[\\p{L}\\p{M}\\x{ad}]+(?:['’ʼ‘`´][\\p{L}\\p{M}\\x{ad}]+)*",
        "(?s:.)",
    ] -%}
    {{- "'\\s*(?:" ~ (parts | join("|") | replace("'", "''")) ~ ")|\\s+'" -}}
{%- endmacro %}

{#- What `\s` stands for in a pattern. -#}
{% macro white_space() -%}
    ' ' || chr(9) || chr(10) || chr(12) || chr(13)
{%- endmacro %}

{#- The kind of a token, from its own characters. -#}
{% macro token_kind(token) -%}
    case
        when regexp_full_match({{ token }}, '\d{1,2}[./]\d{1,2}[./]\d{4}|\d{1,2}-\d{1,2}-(?:19|20)\d{2}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:T.+)?|\d{1,2}\.\d{2}\.\d{2}')
            then 'date'
        when
            regexp_full_match(
                {{ token }},
                '\d{1,2}:\d{2}(?::\d{2})?|0\d\.\d{2}|\d{4} (?:hours|hrs|GMT|UTC|local time)|24/7|\d{1,2}(?:[.:]\d{2})? ?[ap]\.?m\.?|\d{1,2}\.\d{2} \D+'
            )
            then 'time'
        when regexp_full_match({{ token }}, '\d+(?:-\d+){2,}|\d+(?:\.\d{1,2}){3,}|[78] ?\(.+') then 'code'
        when regexp_matches({{ token }}, '^(?:\d+(?:st|nd|rd|th)|\d+-\p{Cyrillic}+)$') then 'ordinal'
        when regexp_matches({{ token }}, '^\d') then 'number'
        when regexp_matches({{ token }}, '^(?:\p{L}+[^\p{L}]*\d|[+@№]|https?:)|@') then 'code'
        when regexp_matches({{ token }}, '^[\p{L}\p{M}]') then 'word'
        else 'punct'
    end
{%- endmacro %}

{#- Russian words lose their inflection, so that a dictionary lists one form of each. -#}
{% macro stem_ru(key) -%}
    {%- set endings = [
        "ившими|ывшими|овавшись|ейшими|ейшего|ениями|аниями",
        "иями|ыми|ими|ями|ами|ого|его|ому|ему|ие[йи]|иею|иях|иям|ием|ешь|ишь|ена|ено|ены",
        "ая|яя|ое|ее|ые|ие|ы[йи]|и[йи]|о[йи]|е[йи]|ом|ем|ам|ям|ах|ях|ов|ев|ью|ия|ии|ию|ую|юю|ых|их|ым|им",
        "а|я|о|е|ы|и|у|ю|ь|й",
    ] -%}
    case
        -- "after", which is no ambassador; "earlier", which is no wound
        when {{ key }} in ('после', 'ранее') then {{ key }}
        -- a spelling of "Дара", which is no Darayya
        when {{ key }} = 'дараа' then 'дар'
        -- Nigeria, which is no Niger
        when regexp_full_match({{ key }}, 'нигери(?:я|и|ю|еи)') then 'нигерия'
        -- "освободить" is no "освободит"; numerals and these few are declined
        when
            {{ key }} like '%ть' and {{ key }} not like '%цать' and {{ key }} not in ('печать', 'память', 'треть', 'десять', 'девять', 'кровать')
            and regexp_matches({{ key }}, '^\p{Cyrillic}{2,}[аеиуыя]ть$')
            then {{ key }}
        -- "обвинение" is no "обвинен"
        when {{ key }} like '%ни%' and regexp_matches({{ key }}, '^\p{Cyrillic}{2,}[аеыя]ни(?:[еияю]|ем|е[ий]|ею|ям|ях|ями|й)$')
            then regexp_replace({{ key }}, '^(.+ни).*$', '\1')
        when regexp_matches({{ key }}, '^\p{Cyrillic}{4,}$')
            then regexp_replace({{ key }}, '^(.{3,}?)(?:{{ endings | join("|") }})$', '\1')
        else {{ key }}
    end
{%- endmacro %}

{#- The ending of "Syria's", in a line of capitals "SYRIA'S". -#}
{% macro possessive_ending() -%}
    [''’ʼ‘`´][sS]$
{%- endmacro %}

{#- Whether a token ends so: asked of every token, so by its last two letters, and these are counted of few. -#}
{% macro is_possessive(token) -%}
    case
        when {{ token }} like '%s' or {{ token }} like '%S' then lower(right({{ token }}, 2)) in ('''s', '’s', 'ʼs', '‘s', '`s', '´s')
        else false
    end
{%- endmacro %}

{#- Lower case, no accents, no apostrophes, no soft hyphens, no possessive; what two spellings of one word share. The letters with a stroke and
    the dotless i are no accents: "Yıldırım" is also written Yildirim. -#}
{% macro fold_word(token) -%}
    regexp_replace(
        lower(strip_accents(regexp_replace(translate({{ token }}, '²³ıøłđØŁĐ', '23ioldOLD'), '{{ possessive_ending() }}', ''))),
        '[''’ʼ‘`´ʻʾʿ.\x{ad}]', '', 'g'
    )
{%- endmacro %}

{% macro token_key(token) -%}
    {{ stem_ru(fold_word(token)) }}
{%- endmacro %}

{#- A dictionary's phrase, folded as int_ngrams folds the text: words, and commas, which are words there too, joined by one blank. They are
    folded before they are stemmed: the conditions of a stem name the word many times, and each would fold it anew. -#}
{% macro phrase_key(phrase) -%}
    array_to_string(
        list_transform(
            list_transform(
                regexp_extract_all({{ phrase }}, '(?:\p{Lu}\.){2,}|(?:кв|куб) км|,|[\p{L}\p{M}\d]+(?:[''’ʼ‘`´][\p{L}\p{M}]+)*'),
                lambda word: {{ fold_word("word") }}
            ),
            lambda word: {{ stem_ru("word") }}
        ),
        ' '
    )
{%- endmacro %}

{#- A Russian name as those of its cases are written whose stem is not the nominative's: "Китая" of Китай, "Кореи" of Корея, "Наваф Салам" and
    "Навафа Салама", "Джо Байден" and "Джо Байдена", "Сергей Лавров" and "Сергея Лаврова". Other names stay as they are. -#}
{% macro russian_oblique(name) -%}
    {%- set ns = namespace(sql=name) -%}
    {%- for pattern, written in [
        ("(\\p{Lu}\\p{L}*)ея( |-|$)", "\\1еи\\2"),
        ("(\\p{Lu}\\p{L}*)ья( |-|$)", "\\1ью\\2"),
        ("(\\p{Lu}\\p{L}*)ена( |-|$)", "\\1ену\\2"),
        ("(\\p{Lu}\\p{L}*[аеёоуыэю])й( |-|$)", "\\1я\\2"),
        ("(\\p{Lu}\\p{L}*(?:[оеё]в|[аеёиоыя]м|[аияы]х|ен))( |-|$)", "\\1а\\2"),
        ("^Павел ", "Павла "),
        ("(^| )Египет", "\\1Египта"),
    ] -%}
        {%- set ns.sql = "regexp_replace(" ~ ns.sql ~ ", '" ~ pattern ~ "', '" ~ written ~ "', 'g')" -%}
    {%- endfor -%}
    {{ ns.sql }}
{%- endmacro %}

{#- A Russian name in the spellings of its Arabic article: "Фейсал аль-Микдад" and "эль-Микдад", "Асаад аш-Шибани", "аль-Шибани" and "эш-Шибани". -#}
{% macro russian_articles(name) -%}
    {%- set article = "(^|[ -])(?:[аэ](?:ль|[лшстднрз])|е?ль)-(\\p{Lu})" -%}
    {%- set ns = namespace(assimilated="regexp_replace(" ~ name ~ ", '" ~ article ~ "', '\\1аль-\\2', 'g')") -%}
    {%- for letter in "штднрз" -%}
        {%- set ns.assimilated = "regexp_replace(" ~ ns.assimilated ~ ", 'аль-(" ~ letter | upper ~ "[^ж])', 'а" ~ letter ~ "-\\1', 'g')" -%}
    {%- endfor -%}
    {%- set ns.assimilated = "replace(" ~ ns.assimilated ~ ", 'аль-С', 'ас-С')" -%}
    list_distinct([
        {{ name }},
        regexp_replace({{ name }}, '{{ article }}', '\1аль-\2', 'g'),
        regexp_replace({{ name }}, '{{ article }}', '\1эль-\2', 'g'),
        {{ ns.assimilated }},
        regexp_replace({{ ns.assimilated }}, '(^|[ -])а([штднрзс])-(\p{Lu})', '\1э\2-\3', 'g')
    ])
{%- endmacro %}

{#- Words before a place's name that differ between its spellings. -#}
{% macro place_articles() -%}
    (?:al|ar|as|at|ad|an|az|ash|el|es|er|ed|esh|аль|ал|ас|ар|аш|ад|ан|ат|аз|эль|эл|эш|эс|эр|эт|эн|эд|эз|ез|ель|ел)
{%- endmacro %}

{% macro is_place_article(key) -%}
    regexp_full_match({{ key }}, '{{ place_articles() }}')
{%- endmacro %}

{#- Places differ most in articles, hyphens and doubled letters: drop them all. -#}
{% macro fold_place(key) -%}
    {%- set bare = "regexp_replace(" ~ key ~ ", '(^| )" ~ place_articles() ~ " ', '\\1', 'g')" -%}
    {#- "T-4" is one token, "T4" too -#}
    {%- set joined = "regexp_replace(" ~ bare ~ ", '(\\p{L})-(\\d)', '\\1\\2')" -%}
    {{ undouble("replace(" ~ joined ~ ", ' ', '')") }}
{%- endmacro %}

{#- RE2 has no back-references, so each double is named: nine at a time, as a replacement knows no tenth group. Most words have none.
    The lambda names the key: written out three times, its patterns would be compiled three times. -#}
{% macro undouble(key) -%}
    {%- set ns = namespace(sql="folded", all=[]) -%}
    {%- for letters in ["abdefghik", "lmnoprstu", "wyzаеклмн", "опрсту"] -%}
        {%- set doubles = [] -%}
        {%- set singles = [] -%}
        {%- for letter in letters -%}
            {%- do doubles.append("(" ~ letter ~ ")" ~ letter) -%}
            {%- do singles.append("\\" ~ loop.index) -%}
            {%- do ns.all.append(letter ~ letter) -%}
        {%- endfor -%}
        {%- set ns.sql = "regexp_replace(" ~ ns.sql ~ ", '" ~ doubles | join("|") ~ "', '" ~ singles | join ~ "', 'g')" -%}
    {%- endfor -%}
    list_transform(
        [{{ key }}],
        lambda folded: case when regexp_matches(folded, '{{ ns.all | join("|") }}') then {{ ns.sql }} else folded end
    )[1]
{%- endmacro %}

{#- The language of a text that no sidecar names, by the script that prevails; where that is the Latin one and three words of a sentence are
    another language's and "the", "of" and "and" are rarer than English has them and than those, that language. -#}
{% macro text_language(text) -%}
    {%- set latin = "length(regexp_replace(" ~ text ~ ", '[^A-Za-z]', '', 'g'))" -%}
    {%- set english = "len(regexp_extract_all(" ~ text ~ ", '(?i)\\b(?:the|of|and)\\b'))" -%}
    case
        when length(regexp_replace({{ text }}, '[^\p{Cyrillic}]', '', 'g')) > {{ latin }}
            then case when regexp_matches({{ text }}, '[іїєґІЇЄҐ]') and not regexp_matches({{ text }}, '[ыэъЫЭЪ]') then 'uk' else 'ru' end
        when regexp_matches({{ text }}, '[\p{Arabic}\p{Hebrew}\p{Han}]')
            and length(regexp_replace({{ text }}, '[^\p{Arabic}\p{Hebrew}\p{Han}]', '', 'g')) > {{ latin }}
            then case when regexp_matches({{ text }}, '\p{Arabic}') then 'ar' when regexp_matches({{ text }}, '\p{Hebrew}') then 'he' else 'zh' end
        when 100 * {{ english }} < length({{ text }})
            then case
                {%- for language, words in [
                    ("fr", "le|les|des|une|dans|est|pour|du|au|et|à|sur|qui|ont|été|selon|par|aux"),
                    ("it", "il|gli|della|dei|delle|nel|nella|sono|di|che|è"),
                    ("pt", "uma|não|em|dos|pelo|pela|foram|são|ao|à"),
                    ("es", "el|los|las|del|una|y|por|con|que|para|en|según|fueron|fue|más|se|sus|este|esta|desde|hasta"),
                    ("de", "der|das|und|den|mit|von|ist|hat|haben|wurden?|zu|ein|eine[mnrs]?|bei|sind|im|auf|für|sich|nach|worden|wird|nicht|auch|dem|des"),
                    ("tr", "ve|bir|bu|için|ile|olarak|dedi"),
                ] %}
                when len(regexp_extract_all({{ text }}, '(?i)(?:^|\s)(?:{{ words }})[\s,.]')) >= greatest(3, 2 * {{ english }}) then '{{ language }}'
                {%- endfor %}
                when 25 * len(regexp_extract_all({{ text }}, '[ışğİŞĞ]')) > length({{ text }}) then 'tr'
                else 'en'
            end
        else 'en'
    end
{%- endmacro %}

{#- White space and marks of direction that may stand around a line: blanks, tabs, no-break blanks, byte-order marks. -#}
{% macro blanks() -%}
    ' ' || chr(9) || chr(13) || '{{ odd_blanks() }}'
{%- endmacro %}

{#- What is a blank to a reader and none to a pattern: blanks that break no line or have a width of their own, other ends of lines and
    pages, and characters of no width that say where a line may break or which way it runs. -#}
{% macro odd_blanks() -%}
    {{ "\u000b\u000c\u0085\u00a0\u2002\u2003\u2007\u2009\u200a\u200b\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u202f\u2060\u2066\u2067\u2068\u2069\ufeff" }}
{%- endmacro %}

{#- A text of the same length with plain blanks. -#}
{% macro plain_blanks(text) -%}
    translate({{ text }}, '{{ odd_blanks() }}', '{{ " " * 26 }}')
{%- endmacro %}

{#- Words that are written short, with a point that ends neither a sentence nor a clause. -#}
{% macro shortened_words() -%}
    {{ return([
        "Mr", "Mrs", "Ms", "Dr", "St", "Ste", "Mt", "Ft", "No", "Nos", "Gen", "Col", "Lt", "Maj", "Capt", "Sgt", "Adm", "Sen", "Rep", "Gov", "Prof",
        "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec",
        "Conn", "Inc", "Ltd", "Co", "vs", "etc", "approx", "ca", "para", "paras", "pp",
        "кв", "тыс", "млн", "млрд", "руб", "гг", "ул", "им", "пос", "дер", "чел", "долл", "проц",
    ]) }}
{%- endmacro %}

{#- Dots that end no sentence become a middle dot, blanks after an end become chr(2): lengths stay. -#}
{% macro mark_sentence_ends(line) -%}
    {%- set abbreviations = shortened_words() + ["e\\.g", "i\\.e", "a\\.m", "p\\.m", "н\\. ?п", "т\\.е", "т\\.д", "т\\.ч"] -%}
    {#- "... on 8 January.[12] Jets ...": the number of a note stands behind the end -#}
    {%- set an_end = '([.!?…](?:["”»’)\\]*]|\\[\\d+\\])*)[ \\x{a0}]( *["“«(\\[‘—–-]*(?:\\p{Lu}|\\d))' -%}
    {#- neighbours share a blank ("Maj. Gen.", "U.S."), and a match takes it: hence twice -#}
    {%- set ns = namespace(sql=line) -%}
    {%- for _ in range(2) -%}
        {%- set ns.sql = "regexp_replace(" ~ ns.sql ~ ", '(^|[^\\p{L}\\p{N}])(" ~ abbreviations | join("|") ~ ")\\.( |$)', '\\1\\2·\\3', 'g')" -%}
        {%- set ns.sql = "regexp_replace(" ~ ns.sql ~ ", '((?:^|[^\\p{L}])\\p{Lu})\\.', '\\1·', 'g')" -%}
    {%- endfor -%}
    {#- A middle dot takes an end away and makes none: most lines are one sentence, and asked nothing else. -#}
    case
        when regexp_matches({{ line }}, '{{ an_end }}')
            then regexp_replace(
                regexp_replace(
                    regexp_replace(
                        -- "2017 г." may end a sentence, "в г. Хомс" does not
                        regexp_replace(
                            regexp_replace(
                                -- "5 млн долл. По данным ООН", but "5 млн долл. США"
                                regexp_replace({{ ns.sql }}, '( (?:руб|долл|чел))·( \p{Lu}[\p{Ll} ])', '\1.\2', 'g'),
                                '(\p{L},? [гдс])\.( \p{Lu})', '\1·\2', 'g'
                            ),
                            '(\d ?г)\.( [^\p{Lu}]|[)»,;]|$)', '\1·\2', 'g'
                        ),
                        '(\d,\d{3})\. (\d{1,4} \p{Ll})', '\1· \2', 'g'
                    ),
                    -- "update no. 12", and dots that lead to a figure: "Blankets ...... 1,200"
                    '([^\p{L}\p{N}]nos?|\.{3})\.( +\d)', '\1·\2', 'g'
                ),
                '{{ an_end }}', '\1' || chr(2) || '\2', 'g'
            )
        else {{ line }}
    end
{%- endmacro %}

{#- Whether a line is furniture of a scope. One pattern a rule: as one, their automata multiply. -#}
{% macro is_furniture(line, scope) -%}
    {%- if execute -%}
        {%- set rows = run_query("select pattern, must_contain from " ~ ref('furniture') ~ " where scope = '" ~ scope ~ "' order by rule_id") -%}
        (
        {%- for pattern, literal in rows.rows %}
            {%- set match -%}
                {{ "regexp_matches" if scope in ("line", "caption") else "regexp_full_match" }}({{ line }}, '{{ pattern | replace("'", "''") }}')
            {%- endset %}
            {{ "or " if not loop.first }}{{ "case when contains(" ~ line ~ ", '" ~ literal ~ "') then " ~ match ~ " else false end" if literal else match }}
        {%- endfor %}
        )
    {%- else -%}
        false
    {%- endif -%}
{%- endmacro %}

{#- A number in so many digits or more: `lpad` alone cuts what is longer. -#}
{% macro padded(number, width) -%}
    lpad(cast({{ number }} as varchar), cast(greatest({{ width }}, length(cast({{ number }} as varchar))) as integer), '0')
{%- endmacro %}

{#- Of overlapping matches in one sentence the longest stays, the leftmost among equals. -#}
{% macro longest_matches(relation, tie_break="word_count desc") -%}
    select *
    from {{ relation }} as candidate
    qualify
        not coalesce(
            max(reach) over (
                partition by sentence_id
                order by token_start, {{ tie_break }}
                rows between unbounded preceding and 1 preceding
            ) >= token_start,
            false
        )
{%- endmacro %}

{#- The tokens at some places of each row: few, where look-ups would each hash all tokens there are. -#}
{% macro tokens_at(tokens, relation, positions) -%}
    select {{ tokens }}.*
    from {{ tokens }}
    semi join (
        select
            sentence_id,
            unnest([{{ positions | join(", ") }}]) as token_number
        from {{ relation }}
    ) as wanted
        on {{ tokens }}.sentence_id = wanted.sentence_id and {{ tokens }}.token_number = wanted.token_number
{%- endmacro %}

{#- Characters before a piece when a text is cut into pieces in order, `gap` of them lost at each cut. -#}
{% macro length_before(piece, within, by, gap=0) -%}
    cast(coalesce(
        sum(length({{ piece }}) + {{ gap }}) over (
            partition by {{ within }}
            order by {{ by }}
            rows between unbounded preceding and 1 preceding
        ),
        0
    ) as integer)
{%- endmacro %}
