-- What does not add up, worst first, with the words. One row an open reconciliation.
select
    m.*,
    r.reported_by_actor_id,
    o.location_id,
    o.char_start
from marts.mart_discrepancies as m
inner join marts.fct_reconciliations as r using (reconciliation_id)
left join marts.fct_observations as o using (observation_id)
order by m.discrepancy_rank
limit $discrepancies
