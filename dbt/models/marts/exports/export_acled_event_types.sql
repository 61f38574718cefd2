with

rules as (
    select * from {{ ref('acled_event_types') }}
)

select * from rules
