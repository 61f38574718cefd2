-- The tables of the warehouse and their columns, each table before its own. One row a table or column.
select
    table_name,
    entry_name as column_name,
    meaning,
    grain,
    data_type,
    example,
    checks
from marts.data_dictionary
where entry_kind in ('table', 'column')
order by table_name, entry_kind = 'column', entry_id
