-- What the damage and the reconstruction are said to cost, and who says so. No name: the text leaves it at "some estimates".
select
    mart_claims.measure,
    coalesce(mart_claims.value, mart_claims.value_low) / 1e9 as billions,
    mart_claims.value_high / 1e9 as billions_at_most,
    mart_claims.currency,
    mart_claims.qualifier,
    mart_claims.who,
    mart_claims.said_on,
    mart_claims.outlet,
    mart_claims.quote
from marts.mart_claims
where mart_claims.measure in ('reconstruction_cost', 'damage_cost')
order by mart_claims.measure desc, billions desc, mart_claims.observation_id
