with

final as (
    -- compared across documents
    select observation_id from {{ ref('int_touched_tellings') }}
    union
    {{ changed_values('int_running_totals', 'observation_id', is_touched('observation_id', 'int_touched_running_totals')) }}
    union
    {{ changed_values('int_parts_to_total', 'observation_id', is_touched('document_id', 'int_touched_totals')) }}
)

select * from final
