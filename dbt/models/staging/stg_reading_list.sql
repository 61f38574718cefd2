with

reading_list as (
    select * from {{ source('raw', 'reading_list') }}
),

-- A long list is read a batch at a time; what was read leaves the list.
final as (
    select
        document_id,
        reason
    from reading_list
    where batch = (select min(batch) from reading_list)
)

select * from final
