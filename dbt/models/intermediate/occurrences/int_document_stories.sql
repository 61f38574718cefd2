{{ config(materialized='kept', kept_by='document_id', touched='int_touched_stories', remembered=true) }}

with

documents as (
    select * from {{ ref('int_document_terms') }}
),

keys as (
    select
        document_id,
        unnest(block_keys) as block_key
    from documents
),

-- a document's next few are among all that share a block with it
blocks as (
    select block_key from keys
    where {{ is_touched('document_id', 'int_touched_stories') }}
    group by block_key
),

members as (
    select keys.*
    from keys
    semi join blocks on keys.block_key = blocks.block_key
),

candidates as (
    {{ block_neighbours('members', 'document_id', 'document_id', 8) }}
),

met as (
    select distinct
        id as document_id,
        other_id as other_document_id
    from candidates
    where {{ is_touched('id', 'int_touched_stories') }}
),

compared as (
    select
        met.document_id,
        met.other_document_id,
        len(list_intersect(one.terms, other.terms)) as shared_terms,
        least(len(one.terms), len(other.terms)) as fewest_terms
    from met
    inner join documents as one on met.document_id = one.document_id
    inner join documents as other on met.other_document_id = other.document_id
    where
        abs(one.published_date - other.published_date) <= 3
        -- bulletins of two days name the same places and actors and tell other days
        and (one.document_kind = 'article' and other.document_kind = 'article' or one.published_date = other.published_date)
),

final as (
    select
        document_id,
        other_document_id,
        {{ document_pair('document_id', 'other_document_id') }} as document_pair,
        cast(shared_terms / fewest_terms as double) as share
    from compared
    where shared_terms >= 4 and shared_terms >= 0.45 * fewest_terms
)

select * from final
