with

rules as (
    select * from {{ ref('acled_actor_kinds') }}
)

select * from rules
