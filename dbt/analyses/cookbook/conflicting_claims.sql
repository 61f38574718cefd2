-- What is said differently about one thing, side by side: first claims that exclude each other, then those that could all be true.
select
    mart_claims.is_disputed,
    mart_claims.claim_group,
    mart_claims.measure,
    mart_claims.who,
    mart_claims.qualifier,
    coalesce(mart_claims.value, mart_claims.value_low, mart_claims.value_high) as figure,
    mart_claims.unit,
    mart_claims.as_of_date,
    mart_claims.location_name,
    mart_claims.quote
from marts.mart_claims
where mart_claims.is_disputed or (mart_claims.claimants_in_group > 1 and mart_claims.distinct_values > 1)
order by mart_claims.is_disputed desc, mart_claims.claim_group, figure, mart_claims.observation_id
