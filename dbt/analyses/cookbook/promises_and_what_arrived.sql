-- Who promised or planned what, and what is told to have arrived under the same theme since.
with

promised as (
    select
        mart_claims.*,
        coalesce(mart_claims.as_of_date, mart_claims.published_date) as promised_on
    from marts.mart_claims
    where mart_claims.modality in ('promised', 'planned')
)

select
    promised.promised_on,
    promised.who,
    promised.subject,
    coalesce(promised.value, promised.value_low) as promised_value,
    promised.unit,
    promised.currency,
    count(arrived.observation_id) as later_figures,
    promised.quote
from promised
left join marts.mart_claims as arrived
    on
        promised.theme = arrived.theme
        and arrived.modality = 'happened'
        and promised.promised_on < arrived.as_of_date
group by all
order by promised.promised_on, promised.quote
