with

keys as (
    select entries.* from (
        values
        {{ keys_of_marts() | indent(8) }}
    ) as entries (table_name, key_kind, key_name, position, column_name, references_table, references_column)
),

final as (
    select
        table_name,
        key_kind,
        key_name,
        cast(position as integer) as position,
        column_name,
        nullif(references_table, '') as references_table,
        nullif(references_column, '') as references_column
    from keys
)

select * from final
