with

reading_list as (
    select * from {{ source('raw', 'reading_list') }}
),

-- A long list is read a batch at a time; what was read leaves the list.
next_batch as (
    select min(batch) as batch from reading_list
),

final as (
    select
        reading_list.document_id,
        reading_list.reason
    from reading_list
    inner join next_batch on reading_list.batch = next_batch.batch
)

select * from final
