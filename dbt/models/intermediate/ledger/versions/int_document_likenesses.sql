{{ config(materialized='kept', kept_by='document_pair', touched='int_touched_likenesses') }}

{#- Threes of words of a text so short that one other word is other news. -#}
{%- set short = 40 -%}

with

candidates as (
    select * from {{ ref('int_document_meetings') }}
    where {{ is_touched('document_pair', 'int_touched_likenesses') }}
),

pair_documents as (
    select distinct unnest([document_id, original_document_id]) as document_id
    from candidates
),

-- kept apart, so that no pattern is matched against the sentences of other documents
sentences as materialized (
    select
        recorded.sentence_id,
        recorded.document_id,
        recorded.char_start,
        recorded.sentence_text
    from {{ ref('int_recorded_sentences') }} as recorded
    semi join pair_documents on recorded.document_id = pair_documents.document_id
    where recorded.line_kind <> 'furniture'
),

triples as materialized (
    select
        sentences.document_id,
        list_distinct(flatten(list({{ word_triples(without_dateline('sentences.sentence_text')) }}))) as triples
    from sentences
    group by sentences.document_id
),

-- sentences with figures or a day of the week, and what is left of them without
frames as (
    select
        sentences.document_id,
        {{ sentence_frame('sentences.sentence_text') }} as sentence_frame,
        list(distinct {{ sentence_wording('sentences.sentence_text') }}) as wordings
    from sentences
    where regexp_matches(lower(sentences.sentence_text), '{{ figure_or_weekday() }}')
    group by sentences.document_id, sentence_frame
    having len(regexp_extract_all(sentence_frame, '\p{L}+')) >= 6
),

named_places as (
    select
        sentences.sentence_id,
        sentences.document_id,
        sentences.sentence_text,
        sentences.char_start,
        mentions.location_id,
        mentions.char_start as place_start,
        mentions.char_end as place_end,
        lag(mentions.char_end, 1, sentences.char_start) over (partition by sentences.sentence_id order by mentions.char_start, mentions.char_end)
            as previous_end
    from sentences
    inner join {{ ref('int_recorded_place_mentions') }} as mentions on sentences.sentence_id = mentions.sentence_id
),

-- sentences that name a place, and what is left of them without: "Shells fell on the village of # at dawn"
emptied as (
    select
        document_id,
        sentence_text,
        string_agg(
            substring(sentence_text, previous_end - char_start + 1, greatest(place_start - previous_end, 0)), '#' order by place_start, place_end
        )
        || '#' || substring(sentence_text, max(place_end) - char_start + 1) as emptied_text,
        string_agg(location_id, ' ' order by place_start, place_end) as location_ids
    from named_places
    group by sentence_id, document_id, char_start, sentence_text
),

-- a place is the same by any spelling
place_frames as (
    select
        document_id,
        {{ sentence_frame('emptied_text') }} as sentence_frame,
        list_distinct(list_concat(list(location_ids), list({{ sentence_wording('sentence_text') }}))) as wordings
    from emptied
    group by document_id, sentence_frame
    having len(regexp_extract_all(sentence_frame, '\p{L}+')) >= 6
),

-- the bulletin of another day says the same with other figures, or of another day of the week, or of another village
altered as (
    select distinct candidates.document_pair
    from candidates
    inner join frames as own on candidates.document_id = own.document_id
    inner join frames as other on candidates.original_document_id = other.document_id and own.sentence_frame = other.sentence_frame
    where not list_has_any(own.wordings, other.wordings)
    union
    select candidates.document_pair
    from candidates
    inner join place_frames as own on candidates.document_id = own.document_id
    inner join place_frames as other on candidates.original_document_id = other.document_id and own.sentence_frame = other.sentence_frame
    where not list_has_any(own.wordings, other.wordings)
),

-- as lists and not as rows: joined by their words alone, many short texts would all meet each other
compared as (
    select
        candidates.document_id,
        candidates.original_document_id,
        candidates.document_pair,
        len(own.triples) as own_count,
        len(other.triples) as other_count,
        len(list_intersect(own.triples, other.triples)) as shared_count
    from candidates
    inner join triples as own on candidates.document_id = own.document_id
    inner join triples as other on candidates.original_document_id = other.document_id
    anti join altered on candidates.document_pair = altered.document_pair
),

likenesses as (
    select
        document_id,
        original_document_id,
        document_pair,
        shared_count / least(own_count, other_count) as shared_part,
        least(own_count, other_count) as fewest_triples,
        round(shared_count / (own_count + other_count - shared_count), 3) as likeness
    from compared
),

final as (
    select
        document_id,
        original_document_id,
        document_pair,
        likeness
    from likenesses
    -- a line or two that have one word for another tell of somebody else
    where likeness >= 0.5 and (fewest_triples >= {{ short }} or shared_part >= 0.85)
)

select * from final
