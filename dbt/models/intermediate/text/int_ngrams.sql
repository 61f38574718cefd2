{%- set longest = 8 -%}
{%- set longest_place = 6 -%}
with

tokens as (
    select * from {{ ref('int_tokens') }}
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

runs as (
    select
        sentence_id,
        document_id,
        token_number,
        token_kind,
        token_key as key_0,
        char_start,
        char_end as end_0,
        is_capitalised,
        {% for n in range(1, longest) %}
        lead(token_key, {{ n }}) over in_sentence as key_{{ n }},
        lead(char_end, {{ n }}) over in_sentence as end_{{ n }},
        {% endfor %}
        is_capitalised or token_kind = 'code' or token_key in (select first_word from lowercase_openers) as may_open_place
    from tokens
    window in_sentence as (partition by sentence_id order by token_number)
),

-- Most words open no phrase: what two words a phrase begins with says how far it may reach.
phrase_openings as (
    select
        first_word,
        second_word,
        max(word_count) as reach
    from phrases
    where word_count > 1
    group by first_word, second_word
),

-- Names of places are compared without articles and blanks: the two words that begin one begin its key.
place_openings as (
    select distinct left(name_key, cast(unnest(range(1, length(name_key) + 1)) as integer)) as opening from place_names
),

opening_pairs as (
    select distinct
        key_0,
        key_1,
        key_0 || ' ' || key_1 as pair
    from runs
    where may_open_place
),

folded_words as (
    select
        key_0,
        {{ is_place_article('key_0') }} as is_article,
        {{ fold_place('key_0') }} as opening
    from (select distinct key_0 from opening_pairs) as words
),

place_words as (
    select
        folded_words.key_0,
        folded_words.is_article
    from folded_words
    left join place_openings on folded_words.opening = place_openings.opening
    where folded_words.is_article or place_openings.opening is not null
),

folded_pairs as (
    select
        opening_pairs.key_0,
        opening_pairs.key_1,
        place_words.is_article or {{ is_place_article('opening_pairs.key_1') }} as has_article,
        {{ fold_place('opening_pairs.pair') }} as opening
    from opening_pairs
    inner join place_words on opening_pairs.key_0 = place_words.key_0
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
        on runs.key_0 = phrase_openings.first_word and runs.key_1 = phrase_openings.second_word
    left join place_pairs
        on runs.key_0 = place_pairs.key_0 and runs.key_1 = place_pairs.key_1
    where runs.token_kind in ('word', 'code')
),

single_words as materialized (
    select
        sentence_id,
        document_id,
        token_number,
        char_start,
        end_0 as char_end,
        is_capitalised,
        1 as word_count,
        key_0 as ngram_key,
        may_open_place or reach > 0 as may_be_place
    from reaching
    where
        key_0 in (select phrase_key from phrases)
        or reach > 0
        or (may_open_place and key_0 in (select key_0 from place_words))
),

openings as materialized (
    select * exclude (token_kind, end_0, may_open_place)
    from reaching
    where reach > 1
),

-- each length for itself: no row makes a string that its opening does not ask for
grown as materialized (
    {%- for n in range(1, longest) %}
    select
        sentence_id,
        document_id,
        token_number,
        char_start,
        end_{{ n }} as char_end,
        is_capitalised,
        {{ n + 1 }} as word_count,
        key_0
        {%- for m in range(1, n + 1) %}
        || ' ' || key_{{ m }}
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
        select distinct ngram_key from single_words
        where may_be_place
    ) as ngrams
),

known_places as (
    select folded.ngram_key
    from folded
    inner join place_names on folded.name_key = place_names.name_key
),

found as (
    select * exclude (may_be_place)
    from single_words
    where
        ngram_key in (select phrase_key from phrases)
        or (may_be_place and ngram_key in (select ngram_key from known_places))
    union all
    select *
    from grown
    where
        ngram_key in (select phrase_key from phrases)
        or ngram_key in (select ngram_key from known_places)
),

final as (
    select
        sentence_id,
        document_id,
        token_number as token_start,
        cast(token_number + word_count - 1 as integer) as token_end,
        char_start,
        char_end,
        ngram_key,
        is_capitalised,
        cast(word_count as integer) as word_count
    from found
)

select * from final
