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

stories as (
    select
        document_id,
        other_document_id,
        cast(shared_terms / fewest_terms as double) as share
    from compared
    where shared_terms >= 4 and shared_terms >= 0.45 * fewest_terms
),

-- a copy tells what its original does, and what others with its very words do, however few names they have
copies as (
    select
        document_id,
        unnest([original_document_id, first_document_id]) as repeated_document_id
    from {{ ref('int_document_copies') }}
),

paired_copies as (
    select distinct
        least(document_id, repeated_document_id) as document_id,
        greatest(document_id, repeated_document_id) as other_document_id
    from copies
    where document_id <> repeated_document_id
),

touched_copies as (
    select * from paired_copies
    where {{ is_touched('document_id', 'int_touched_stories') }}
),

pairs as (
    select
        document_id,
        other_document_id
    from stories
    union
    select
        document_id,
        other_document_id
    from touched_copies
),

final as (
    select
        pairs.document_id,
        pairs.other_document_id,
        {{ document_pair('pairs.document_id', 'pairs.other_document_id') }} as document_pair,
        coalesce(stories.share, 0.0) as share,
        touched_copies.document_id is not null as is_copy
    from pairs
    left join stories on pairs.document_id = stories.document_id and pairs.other_document_id = stories.other_document_id
    left join touched_copies
        on pairs.document_id = touched_copies.document_id and pairs.other_document_id = touched_copies.other_document_id
)

select * from final
