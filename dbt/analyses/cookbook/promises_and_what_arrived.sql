-- Who promised or planned how much, and how many figures of the same measure are told to have come true since, by the same speaker or by others.
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
        mart_claims.measure,
        mart_claims.currency,
        mart_claims.as_of_date,
        mart_claims.who,
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
    -- several documents may tell one promise in the same words
    count(distinct arrived.observation_id) as later_figures,
    count(distinct arrived.observation_id) filter (where promised.who = arrived.who) as of_them_by_the_same,
    promised.quote
from promised
left join arrived
    on
        case promised.measure when 'aid_promised' then 'aid_delivered' else promised.measure end = arrived.measure
        and promised.currency is not distinct from arrived.currency
        and promised.promised_on < arrived.as_of_date
group by all
order by promised.promised_on nulls last, promised_value desc, promised.quote
