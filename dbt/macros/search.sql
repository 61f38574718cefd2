{#- Full-text search over the sentences: how a word becomes a term, and the table macro that ranks. -#}

{#- An English word without the endings of plural, past and -ing, its last letter undoubled: "shells", "shelled" and "shelling" meet.
    Core DuckDB has no stemmer (`stem` is in an extension that would have to be downloaded). Homs is no plural. -#}
{% macro stem_en(key) -%}
    {%- set singular = "regexp_replace(" ~ key ~ ", '^(.{2,}[^siu])s$', '\\1')" -%}
    {%- set bare = "regexp_replace(" ~ singular ~ ", '^(.*[aeiouy].+?)(?:ing|ed|e)$', '\\1')" -%}
    case
        when regexp_matches({{ key }}, '^[a-z]{3,}$') and {{ key }} <> 'homs'
            then list_transform(
                [regexp_replace({{ bare }}, 'y$', 'i')],
                lambda word: case when right(word, 1) = left(right(word, 2), 1) and length(word) > 3 then left(word, -1) else word end
            )[1]
        else {{ key }}
    end
{%- endmacro %}

{#- A sentence's number in the index. -#}
{% macro sentence_key(sentence_id) -%}
    cast(md5_number_lower({{ sentence_id }}) % 4611686018427387847 as bigint)
{%- endmacro %}

{#- What the index holds of a token: a word's stem; of a figure, date or code its letters, digits and points. -#}
{% macro search_term(token, token_kind, token_key) -%}
    case
        when {{ token_kind }} = 'word' then {{ stem_en(token_key) }}
        else regexp_replace(lower({{ token }}), '[^\p{L}\p{N}.]', '', 'g')
    end
{%- endmacro %}

{#- `marts.search('...')`. A part of a query is a word or a phrase in quotes; a word that the text's own tokens split ("al-Assad") is a
    phrase too. A sentence is found where every part is in it and none that has a minus; BM25 ranks, each part as one term. -#}
{% macro create_search() -%}
create or replace macro {{ this.schema }}.search(query) as table
with

pieces as (
    select unnest(regexp_extract_all(translate(query, '“”„«»', repeat('"', 5)), '-?"[^"]*"|[^\s"]+')) as piece
),

numbered as (
    select
        row_number() over () as part_number,
        starts_with(piece, '-') as is_excluded,
        ltrim(replace(piece, '"', ''), '-') as part
    from pieces
),

cut as (
    select
        part_number,
        is_excluded,
        unnest(regexp_extract_all(part, {{ token_pattern() }})) as piece,
        generate_subscripts(regexp_extract_all(part, {{ token_pattern() }}), 1) as piece_number
    from numbered
),

kinds as (
    select
        part_number,
        is_excluded,
        piece_number,
        ltrim(piece, {{ white_space() }}) as token,
        {{ token_kind("ltrim(piece, " ~ white_space() ~ ")") }} as token_kind
    from cut
),

keys as (
    select
        *,
        {{ token_key('token') }} as token_key
    from kinds
    where token <> '' and token_kind <> 'punct'
),

wanted as (
    select
        part_number,
        is_excluded,
        {{ search_term('token', 'token_kind', 'token_key') }} as term,
        row_number() over (partition by part_number order by piece_number) as word_number,
        count(*) over (partition by part_number) as word_count
    from keys
),

places as (
    select
        wanted.part_number,
        wanted.is_excluded,
        terms.sentence_key
    from wanted
    inner join {{ this.schema }}.search_terms as terms on wanted.term = terms.term
    group by wanted.part_number, wanted.is_excluded, wanted.word_count, terms.sentence_key, terms.position - wanted.word_number
    having count(distinct wanted.word_number) = wanted.word_count
),

parts as (
    select
        part_number,
        is_excluded,
        sentence_key,
        count(*) as frequency,
        count(*) over (partition by part_number) as sentences_with_it
    from places
    group by part_number, is_excluded, sentence_key
),

corpus as (
    select
        count(*) as sentence_count,
        avg(word_count) as mean_word_count
    from {{ this.schema }}.sentences
),

scored as (
    select
        parts.sentence_key,
        sum(
            ln(1 + (corpus.sentence_count - parts.sentences_with_it + 0.5) / (parts.sentences_with_it + 0.5))
            * parts.frequency * 2.2
            / (parts.frequency + 1.2 * (0.25 + 0.75 * sentences.word_count / corpus.mean_word_count))
        ) as score
    from parts
    cross join corpus
    inner join {{ this.schema }}.sentences on parts.sentence_key = sentences.sentence_key
    group by parts.sentence_key
    having
        bool_and(not parts.is_excluded)
        and count(*) = (select count(distinct part_number) from wanted where not is_excluded)
)

select
    cast(row_number() over (order by round(scored.score, 6) desc, documents.published_date desc nulls last, sentences.sentence_id) as integer)
        as hit,
    round(scored.score, 3) as score,
    sentences.quote,
    documents.published_date,
    documents.outlet,
    documents.title,
    sentences.document_id,
    sentences.sentence_id,
    sentences.char_start,
    sentences.char_end,
    documents.is_current and documents.duplicate_of_document_id is null as is_current
from scored
inner join {{ this.schema }}.sentences on scored.sentence_key = sentences.sentence_key
inner join {{ this.schema }}.dim_document as documents on sentences.document_id = documents.document_id
order by hit
{%- endmacro %}
