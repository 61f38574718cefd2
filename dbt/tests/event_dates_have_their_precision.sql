{{ config(severity='error', meta={'dagster': {'ref': {'name': 'fct_events'}}}) }}
-- an unknown date is NULL; months, quarters and years are whole ones, and a spring is a quarter
with

spans as (
    select
        *,
        event_date_end + 1 as next_day
    from {{ ref('fct_events') }}
),

judged as (
    select
        *,
        case date_precision
            when 'unknown' then event_date is null and event_date_end is null
            when 'day' then event_date_end >= event_date
            when 'week' then next_day - event_date = 7
            -- "in 2014 and 2015" is two years as a whole
            when 'month' then day(event_date) = 1 and day(next_day) = 1 and next_day > event_date
            when 'quarter' then day(event_date) = 1 and day(next_day) = 1 and next_day >= event_date + interval 3 months
            when 'year' then dayofyear(event_date) = 1 and dayofyear(next_day) = 1 and next_day > event_date
        end as is_whole,
        -- "within two months" runs from the day on which it is said
        case date_precision
            when 'week' then (event_date_end - event_date) % 7 = 0
            when 'month' then (event_date_end - event_date) % 30 = 0
            when 'quarter' then (event_date_end - event_date) % 90 = 0
            when 'year' then (event_date_end - event_date) % 365 = 0
        end as is_from_a_day
    from spans
)

select
    event_id,
    document_id,
    event_date,
    event_date_end,
    date_precision,
    quote,
    'the dates do not go with the precision' as fault
from judged
where not coalesce(is_whole or is_from_a_day, false)
{{ or_a_fault_when_empty('fct_events') }}
