{{ config(remembered=true) }}

with recursive

texts as (
    select * from {{ ref('int_document_texts') }}
),

-- of several that it repeats a document is a copy of the best
copies as (
    select
        likenesses.document_id,
        likenesses.original_document_id,
        likenesses.likeness
    from {{ ref('int_document_likenesses') }} as likenesses
    inner join texts on likenesses.original_document_id = texts.document_id
    qualify row_number() over (partition by likenesses.document_id order by {{ better_original_first('texts') }}) = 1
),

-- a copy of a copy is one of the original; preference falls with each step, so that it ends
followed as (
    select
        document_id,
        original_document_id,
        likeness
    from copies
    union all
    select
        followed.document_id,
        copies.original_document_id,
        followed.likeness
    from followed
    inner join copies on followed.original_document_id = copies.document_id
),

near as (
    select followed.*
    from followed
    anti join copies on followed.original_document_id = copies.document_id
),

final as (
    select
        texts.document_id,
        coalesce(near.original_document_id, texts.first_document_id) as original_document_id,
        case when near.document_id is null then 1.0 else near.likeness end as likeness,
        texts.first_document_id,
        texts.document_id <> texts.first_document_id as is_same_text
    from texts
    left join near on texts.first_document_id = near.document_id
    where near.document_id is not null or texts.document_id <> texts.first_document_id
)

select * from final
