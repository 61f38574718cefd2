{{ config(materialized='kept', kept_by='document_pair', touched='int_touched_likenesses') }}

with

sentences as (
    select
        document_id,
        sentence_text
    from {{ ref('int_recorded_sentences') }}
    where line_kind <> 'furniture'
),

candidates as (
    select * from {{ ref('int_document_meetings') }}
    where {{ is_touched('document_pair', 'int_touched_likenesses') }}
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
        candidates.document_pair,
        count(*) as shared_count
    from candidates
    inner join triples as own on candidates.document_id = own.document_id
    inner join triples as other
        on candidates.original_document_id = other.document_id and own.triple = other.triple
    group by candidates.document_id, candidates.original_document_id, candidates.document_pair
),

likenesses as (
    select
        shared_counts.document_id,
        shared_counts.original_document_id,
        shared_counts.document_pair,
        round(
            shared_counts.shared_count
            / (own.triple_count + other.triple_count - shared_counts.shared_count), 3
        ) as likeness
    from shared_counts
    inner join triple_counts as own on shared_counts.document_id = own.document_id
    inner join triple_counts as other on shared_counts.original_document_id = other.document_id
),

final as (
    select * from likenesses
    where likeness >= 0.5
)

select * from final
