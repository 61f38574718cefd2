with

rules as (
    select * from {{ ref('cameo_codes') }}
)

select * from rules
