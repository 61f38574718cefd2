with

rules as (
    select * from {{ ref('hxl_tags') }}
)

select * from rules
