-- What became of the files of the last refresh. One row an outcome and reason.
select
    outcome,
    reason,
    count(*) as files
from marts.audit_ledger
where refresh_id = (select max(refresh_id) from marts.audit_row_counts)
group by outcome, reason
order by files desc, outcome, reason nulls first
