{{ config(materialized='kept', kept_by='document_id', touched='int_touched_likenesses') }}

with

sentences as (
    select
        document_id,
        sentence_text
    from {{ ref('int_recorded_sentences') }}
    where line_kind <> 'furniture'
),

texts as (
    select * from {{ ref('int_document_texts') }}
),

figure_lists as (
    select * from {{ ref('int_document_figures') }}
),

figures as (
    select
        document_id,
        unnest(all_figures) as value
    from figure_lists
),

-- nearly the same words: the one with more figures is the original, then the bulletin, then the
-- one that was out first
ordered as (
    select
        texts.*,
        coalesce(figure_lists.all_figures, []) as all_figures,
        row_number() over (
            order by
                coalesce(len(figure_lists.all_figures), 0) desc,
                texts.document_kind desc,
                texts.published_date asc nulls last,
                texts.char_count desc,
                texts.document_id asc
        ) as preference
    from texts
    left join figure_lists on texts.document_id = figure_lists.document_id
    where texts.is_present and texts.document_id = texts.first_document_id
),

-- whom a document meets is found among all that share a band with it
met_bands as (
    select distinct
        band_number,
        band_key
    from {{ ref('int_recorded_document_sketches') }}
    where {{ is_touched('document_id', 'int_touched_likenesses') }}
),

bands as (
    select
        ordered.document_id,
        ordered.language,
        ordered.published_date,
        ordered.is_of_series,
        ordered.all_figures,
        ordered.preference,
        sketches.band_number,
        sketches.band_key
    from {{ ref('int_recorded_document_sketches') }} as sketches
    inner join met_bands on sketches.band_number = met_bands.band_number and sketches.band_key = met_bands.band_key
    inner join ordered on sketches.document_id = ordered.document_id
),

-- a band of one document has nothing to compare, nor has one of a series alone
shared_bands as (
    select
        band_number,
        band_key,
        language
    from bands
    group by band_number, band_key, language
    having count(*) > 1 and not bool_and(is_of_series)
),

-- each document meets a few of those that share a band with it, not all: the preferred one, the
-- preferred one with its figures, and the three published before it
banded as (
    select
        bands.document_id,
        unnest(list_distinct([
            first_value(bands.document_id) over (in_band order by bands.preference),
            first_value(bands.document_id) over (in_band_with_figures order by bands.preference),
            lag(bands.document_id, 1) over by_day,
            lag(bands.document_id, 2) over by_day,
            lag(bands.document_id, 3) over by_day
        ])) as other_document_id
    from bands
    inner join shared_bands
        on
            bands.band_number = shared_bands.band_number
            and bands.band_key = shared_bands.band_key
            and bands.language = shared_bands.language
    window
        in_band as (partition by bands.band_number, bands.band_key, bands.language),
        in_band_with_figures as (
            partition by bands.band_number, bands.band_key, bands.language, bands.all_figures
        ),
        by_day as (
            partition by bands.band_number, bands.band_key, bands.language
            order by bands.published_date asc nulls last, bands.preference
        )
),

met as (
    select distinct
        document_id,
        other_document_id
    from banded
    where document_id <> other_document_id
),

met_pairs as (
    select distinct
        case when one.preference > other.preference then one.document_id else other.document_id end as document_id,
        case when one.preference > other.preference then other.document_id else one.document_id end
            as original_document_id,
        least(one.preference, other.preference) as original_preference
    from met
    inner join ordered as one on met.document_id = one.document_id
    inner join ordered as other on met.other_document_id = other.document_id
    where
        not (one.is_of_series and other.is_of_series)
        and coalesce(abs(one.published_date - other.published_date) <= 7, true)
),

pairs as (
    select * from met_pairs
    where {{ is_touched('document_id', 'int_touched_likenesses') }}
),

-- a text that states a figure of its own says something new, however much it repeats
new_figures as (
    select distinct
        pairs.document_id,
        pairs.original_document_id
    from pairs
    inner join figures on pairs.document_id = figures.document_id
    anti join figures as told
        on pairs.original_document_id = told.document_id and figures.value = told.value
),

candidates as materialized (
    select pairs.*
    from pairs
    anti join new_figures
        on
            pairs.document_id = new_figures.document_id
            and pairs.original_document_id = new_figures.original_document_id
),

pair_documents as (
    select distinct unnest([document_id, original_document_id]) as document_id
    from candidates
),

triples as materialized (
    select distinct
        sentences.document_id,
        unnest({{ word_triples('sentences.sentence_text') }}) as triple
    from sentences
    inner join pair_documents on sentences.document_id = pair_documents.document_id
),

triple_counts as (
    select
        document_id,
        count(*) as triple_count
    from triples
    group by document_id
),

shared_counts as (
    select
        candidates.document_id,
        candidates.original_document_id,
        count(*) as shared_count
    from candidates
    inner join triples as own on candidates.document_id = own.document_id
    inner join triples as other
        on candidates.original_document_id = other.document_id and own.triple = other.triple
    group by candidates.document_id, candidates.original_document_id
),

likenesses as (
    select
        shared_counts.document_id,
        shared_counts.original_document_id,
        round(
            shared_counts.shared_count
            / (own.triple_count + other.triple_count - shared_counts.shared_count), 3
        ) as likeness
    from shared_counts
    inner join triple_counts as own on shared_counts.document_id = own.document_id
    inner join triple_counts as other on shared_counts.original_document_id = other.document_id
),

final as (
    select
        likenesses.document_id,
        likenesses.original_document_id,
        likenesses.likeness
    from likenesses
    inner join candidates
        on
            likenesses.document_id = candidates.document_id
            and likenesses.original_document_id = candidates.original_document_id
    where likenesses.likeness >= 0.5
    qualify row_number() over (partition by likenesses.document_id order by candidates.original_preference) = 1
)

select * from final
