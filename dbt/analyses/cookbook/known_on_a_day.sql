-- What the warehouse said at a moment, here after its last change: write any since audit_history.known_from, in UTC.
select
    then_said.measure,
    count(*) as figures,
    count(*) filter (where then_said.is_countable) as countable,
    max(then_said.as_of_date) as latest
from marts.fct_observations_as_known((select max(last_changed_at) from marts.audit_history)) as then_said
group by then_said.measure
order by figures desc, then_said.measure
