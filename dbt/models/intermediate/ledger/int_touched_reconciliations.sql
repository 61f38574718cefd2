with

final as (
    -- compared across documents
    select observation_id from {{ ref('int_touched_tellings') }}
    union
    select observation_id from {{ ref('int_running_totals') }}
    where stream_key in (select stream_key from {{ ref('int_touched_streams') }})
    union
    select observation_id from ({{ replaced_rows('int_running_totals') }}) as running_totals_before
    union
    select observation_id from {{ ref('int_parts_to_total') }}
    where document_id in (select document_id from {{ ref('int_touched_totals') }})
    union
    select observation_id from ({{ replaced_rows('int_parts_to_total') }}) as totals_before
)

select * from final
