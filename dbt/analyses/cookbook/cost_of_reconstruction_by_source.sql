-- What reconstruction will cost, and who says so.
select
    mart_claims.who,
    coalesce(mart_claims.as_of_date, mart_claims.published_date) as said_on,
    coalesce(mart_claims.value, mart_claims.value_low) / 1e9 as billions,
    mart_claims.value_high / 1e9 as billions_at_most,
    mart_claims.currency,
    mart_claims.modality,
    mart_claims.quote
from marts.mart_claims
where mart_claims.measure in ('reconstruction_cost', 'damage_cost', 'funding_required') and mart_claims.currency is not null
order by billions desc, said_on
