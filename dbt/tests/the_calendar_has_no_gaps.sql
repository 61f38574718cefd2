{{ config(severity='error', meta={'dagster': {'ref': {'name': 'dim_date'}}}) }}
with

days as (
    select
        date_day,
        lag(date_day) over (order by date_day) as previous_day
    from {{ ref('dim_date') }}
)

select
    date_day,
    previous_day,
    'days are missing before this one' as fault
from days
where date_day <> previous_day + 1
{{ or_a_fault_when_empty('dim_date') }}
