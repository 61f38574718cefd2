-- Claims about one thing that exclude each other, side by side.
select
    mart_claims.claim_group,
    mart_claims.measure,
    mart_claims.who,
    mart_claims.value,
    mart_claims.unit,
    mart_claims.as_of_date,
    mart_claims.location_name,
    mart_claims.quote
from marts.mart_claims
where mart_claims.is_disputed
order by mart_claims.claim_group, mart_claims.value, mart_claims.observation_id
