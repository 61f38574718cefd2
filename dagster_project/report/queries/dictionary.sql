-- The tables of the warehouse and what a row of each is. One row a table.
select
    table_name,
    meaning,
    grain
from marts.data_dictionary
where entry_kind = 'table'
order by table_name
