-- Who promised or planned how much, and which figures of the same theme and unit are told to have come true since.
with

promised as (
    select
        mart_claims.*,
        coalesce(mart_claims.said_on, mart_claims.as_of_date) as promised_on
    from marts.mart_claims
    where mart_claims.modality in ('promised', 'planned') and mart_claims.measure <> 'other'
),

arrived as (
    select
        mart_claims.theme,
        mart_claims.unit,
        mart_claims.currency,
        mart_claims.as_of_date,
        mart_claims.measure,
        mart_claims.observation_id
    from marts.mart_claims
    where mart_claims.modality = 'happened'
)

select
    promised.promised_on,
    promised.who,
    promised.measure,
    coalesce(promised.value, promised.value_low) as promised_value,
    promised.unit,
    promised.currency,
    count(arrived.observation_id) as later_figures,
    string_agg(distinct arrived.measure, ', ' order by arrived.measure) as later_measures,
    promised.quote
from promised
left join arrived
    on
        promised.theme = arrived.theme
        and promised.unit = arrived.unit
        and promised.currency is not distinct from arrived.currency
        and promised.promised_on < arrived.as_of_date
group by all
order by promised.promised_on nulls last, promised_value desc, promised.quote
