with

sentences as (
    select
        document_id,
        sentence_text
    from {{ ref('int_sentences') }}
    where line_kind <> 'furniture'
),

triples as (
    select
        document_id,
        unnest({{ word_triples('sentence_text') }}) as triple
    from sentences
),

-- MinHash with one permutation: the residue names one of 32 slots, and the least hash of a slot is
-- the same in two documents as likely as they share their triples
slots as (
    select
        document_id,
        triple % 32 as slot,
        min(triple) as least_triple
    from triples
    group by document_id, slot
),

-- two equal slots side by side: rare by chance, likely in one of 16 where half of the text is shared
final as (
    select
        document_id,
        cast(slot // 2 as integer) as band_number,
        hash(slot // 2, list(least_triple order by slot)) as band_key
    from slots
    group by document_id, slot // 2
    having count(*) = 2
)

select * from final
