{%- set longest = 8 -%}
{%- set longest_place = 6 -%}
with

tokens as not materialized (
    select * from {{ ref('int_tokens') }}
),

-- sentences and words are numbered for this model alone: windows and joins over short keys are several times faster
sentences as materialized (
    select
        sentence_id,
        document_id,
        cast(row_number() over () as integer) as sentence_key
    from {{ ref('int_sentences') }}
),

phrases as (
    select * from {{ ref('int_phrases') }}
),

place_names as (
    select distinct name_key from {{ ref('int_place_names') }}
),

lowercase_openers as (
    select distinct split_part({{ phrase_key("regexp_replace(alias, '^the ', '')") }}, ' ', 1) as first_word
    from {{ ref('place_aliases') }}
    where regexp_matches(alias, '^\p{Ll}')
),

words as materialized (
    select
        token_key,
        cast(row_number() over () as integer) as word_key,
        token_key in (select phrase_key from phrases) as is_phrase,
        token_key in (select first_word from lowercase_openers) as is_opener
    from (select distinct token_key from tokens) as distinct_words
),

numbered as materialized (
    select
        sentences.sentence_key,
        tokens.token_number,
        words.word_key,
        tokens.char_start,
        tokens.char_end,
        tokens.is_capitalised,
        tokens.token_kind in ('word', 'code') as may_open,
        words.is_phrase,
        tokens.is_capitalised or tokens.token_kind = 'code' or words.is_opener as may_open_place
    from tokens
    inner join sentences on tokens.sentence_id = sentences.sentence_id
    inner join words on tokens.token_key = words.token_key
),

runs as materialized (
    select
        sentence_key,
        token_number,
        char_start,
        char_end,
        is_capitalised,
        may_open,
        is_phrase,
        may_open_place,
        {% for n in range(1, longest) %}
        lead(word_key, {{ n }}) over in_sentence as key_{{ n }},
        {% endfor %}
        word_key as key_0
    from numbered
    window in_sentence as (partition by sentence_key order by token_number)
),

-- Most words open no phrase: what two words a phrase begins with says how far it may reach.
phrase_openings as (
    select
        first_words.word_key as key_0,
        second_words.word_key as key_1,
        max(phrases.word_count) as reach
    from phrases
    inner join words as first_words on phrases.first_word = first_words.token_key
    inner join words as second_words on phrases.second_word = second_words.token_key
    where phrases.word_count > 1
    group by first_words.word_key, second_words.word_key
),

-- Names of places are compared without articles and blanks: the two words that begin one begin its key.
place_openings as (
    select distinct left(name_key, cast(unnest(range(1, length(name_key) + 1)) as integer)) as opening from place_names
),

opening_pairs as materialized (
    select distinct
        key_0,
        key_1
    from runs
    where may_open_place
),

folded_words as (
    select
        words.word_key,
        words.token_key,
        {{ is_place_article('words.token_key') }} as is_article,
        {{ fold_place('words.token_key') }} as opening
    from words
    semi join opening_pairs on words.word_key = opening_pairs.key_0
),

place_words as materialized (
    select
        folded_words.word_key,
        folded_words.token_key,
        folded_words.is_article
    from folded_words
    left join place_openings on folded_words.opening = place_openings.opening
    where folded_words.is_article or place_openings.opening is not null
),

folded_pairs as (
    select
        opening_pairs.key_0,
        opening_pairs.key_1,
        place_words.is_article or {{ is_place_article('second_words.token_key') }} as has_article,
        {{ fold_place("place_words.token_key || ' ' || second_words.token_key") }} as opening
    from opening_pairs
    inner join place_words on opening_pairs.key_0 = place_words.word_key
    inner join words as second_words on opening_pairs.key_1 = second_words.word_key
),

place_pairs as (
    select
        folded_pairs.key_0,
        folded_pairs.key_1
    from folded_pairs
    left join place_openings on folded_pairs.opening = place_openings.opening
    where folded_pairs.has_article or place_openings.opening is not null
),

reaching as (
    select
        runs.*,
        greatest(
            coalesce(phrase_openings.reach, 0),
            case when place_pairs.key_0 is not null then {{ longest_place }} else 0 end
        ) as reach
    from runs
    left join phrase_openings
        on runs.key_0 = phrase_openings.key_0 and runs.key_1 = phrase_openings.key_1
    left join place_pairs
        on runs.key_0 = place_pairs.key_0 and runs.key_1 = place_pairs.key_1
    where runs.may_open
),

single_words as materialized (
    select
        sentence_key,
        token_number,
        char_start,
        char_end,
        is_capitalised,
        is_phrase,
        key_0,
        may_open_place or reach > 0 as may_be_place
    from reaching
    where
        is_phrase
        or reach > 0
        or (may_open_place and key_0 in (select word_key from place_words))
),

openings as materialized (
    select
        {% for n in range(longest) %}
        word_{{ n }}.token_key as word_{{ n }},
        {% endfor %}
        reaching.* exclude (char_end, may_open, is_phrase, may_open_place)
    from reaching
    {% for n in range(longest) %}
    left join words as word_{{ n }} on reaching.key_{{ n }} = word_{{ n }}.word_key
    {% endfor %}
    where reaching.reach > 1
),

-- each length for itself: no row makes a string that its opening does not ask for
grown as materialized (
    {%- for n in range(1, longest) %}
    select
        sentence_key,
        token_number,
        char_start,
        is_capitalised,
        {{ n + 1 }} as word_count,
        word_0
        {%- for m in range(1, n + 1) %}
        || ' ' || word_{{ m }}
        {%- endfor %} as ngram_key
    from openings
    where reach > {{ n }} and key_{{ n }} is not null
    {{ "union all" if not loop.last }}
    {%- endfor %}
),

folded as (
    select
        ngram_key,
        {{ fold_place('ngram_key') }} as name_key
    from (
        select distinct ngram_key from grown
        where word_count <= {{ longest_place }}
        union
        select words.token_key as ngram_key from words
        semi join (
            select key_0 from single_words
            where may_be_place
        ) as candidates
            on words.word_key = candidates.key_0
    ) as ngrams
),

known_places as materialized (
    select folded.ngram_key
    from folded
    inner join place_names on folded.name_key = place_names.name_key
),

found_words as (
    select
        single_words.sentence_key,
        single_words.token_number,
        single_words.char_start,
        single_words.char_end,
        single_words.is_capitalised,
        1 as word_count,
        words.token_key as ngram_key
    from single_words
    inner join words on single_words.key_0 = words.word_key
    where
        single_words.is_phrase
        or (single_words.may_be_place and words.token_key in (select ngram_key from known_places))
),

found_phrases as (
    select * from grown
    where
        ngram_key in (select phrase_key from phrases)
        or ngram_key in (select ngram_key from known_places)
),

found as (
    select * from found_words
    union all by name
    select
        found_phrases.*,
        last_words.char_end
    from found_phrases
    inner join numbered as last_words
        on
            found_phrases.sentence_key = last_words.sentence_key
            and found_phrases.token_number + found_phrases.word_count - 1 = last_words.token_number
),

final as (
    select
        sentences.sentence_id,
        sentences.document_id,
        found.token_number as token_start,
        cast(found.token_number + found.word_count - 1 as integer) as token_end,
        found.char_start,
        found.char_end,
        found.ngram_key,
        found.is_capitalised,
        cast(found.word_count as integer) as word_count
    from found
    inner join sentences on found.sentence_key = sentences.sentence_key
)

select * from final
