{{ config(severity='error', meta={'dagster': {'ref': {'name': 'fct_observations'}}}) }}
-- NaN and infinity compare unlike numbers and spoil every sum
with

observations as (
    select
        *,
        value is null and value_low is null and value_high is null as is_damaged
    from {{ ref('fct_observations') }}
)

select
    observation_id,
    document_id,
    qualifier,
    value,
    value_low,
    value_high,
    quote,
    'value and bounds are not those of the qualifier' as fault
from observations
where
    not case
        when is_damaged then qualifier <> 'range'
        when qualifier = 'exact' then coalesce(value_low = value and value_high = value, false)
        when qualifier in ('at_least', 'more_than') then coalesce(value_low = value, false) and value_high is null
        when qualifier in ('at_most', 'less_than') then coalesce(value_high = value, false) and value_low is null
        when qualifier = 'about' then value is not null and value_low is null and value_high is null
        when qualifier = 'range' then value is null and coalesce(value_low < value_high, false)
        else false
    end
    or not coalesce(isfinite(value), true)
    or value < 0
{{ or_a_fault_when_empty('fct_observations') }}
