with

-- "Arsal / Zamrani / 215": slashes between blanks cut as pipes do
slashed as (
    select
        document_id,
        line_number,
        char_start,
        is_wrapped,
        case when regexp_matches(line_text, ' / .* / ') then replace(line_text, ' / ', ' | ') else line_text end as line_text
    from {{ ref('int_lines') }}
),

all_lines as (
    select
        document_id,
        line_number,
        line_text,
        char_start,
        -- a paragraph whose lines are indented is none
        not coalesce(is_wrapped, false) and regexp_matches(line_text, {{ table_line() }}) as is_table
    from slashed
),

-- nearly no document has a table
tabled as (
    select distinct document_id
    from all_lines
    where is_table
),

lines as (
    select
        *,
        row_number() over (partition by document_id order by line_number)
        - row_number() over (partition by document_id, is_table order by line_number) as table_number
    from all_lines
    semi join tabled on all_lines.document_id = tabled.document_id
),

pieces as (
    select
        document_id,
        line_number,
        table_number,
        char_start as line_start,
        unnest(regexp_extract_all(line_text, {{ table_piece() }})) as piece,
        generate_subscripts(regexp_extract_all(line_text, {{ table_piece() }}), 1) as piece_number
    from lines
    where is_table and regexp_matches(line_text, '[\p{L}\d]')
),

placed as (
    select
        *,
        {{ length_before('piece', 'document_id, line_number', 'piece_number') }} as offset_in_line,
        not regexp_full_match(piece, '[|\t ]+') as is_cell,
        -- a line may begin with a mark; between cells two marks leave one empty
        case
            when not regexp_full_match(piece, '[|\t ]+') then 0
            when piece_number = 1 then length(regexp_replace(piece, '[^|\t]', '', 'g')) - 1
            else greatest(length(regexp_replace(piece, '[^|\t]', '', 'g')), 1)
        end as columns_passed
    from pieces
),

numbered as (
    select
        *,
        regexp_full_match(piece, {{ time_cell() }})
        or (line_number = min(line_number) over (partition by document_id, table_number) and regexp_full_match(piece, '(?:19|20)\d{2}'))
            as names_time,
        1 + sum(columns_passed) over (
            partition by document_id, line_number
            order by piece_number
            rows between unbounded preceding and current row
        ) as column_number
    from placed
),

cells as (
    select
        document_id,
        line_number,
        table_number,
        cast(column_number as integer) as column_number,
        cast(line_start + offset_in_line as integer) as char_start,
        cast(line_start + offset_in_line + length(piece) as integer) as char_end,
        names_time,
        bool_or(
            column_number > 1
            and regexp_matches(piece, '^[^\p{L}]*\d')
            -- "Crossing | 18 March | 19 March", "2021 | 2022" above all others: names of columns
            and not names_time
        ) over (partition by document_id, line_number) as is_body
    from numbered
    where is_cell
),

headers as (
    select
        *,
        lead(line_number, 1, 1000000) over (partition by document_id, table_number, column_number order by line_number) as next_header_line
    from cells
    where not is_body
),

final as (
    select
        cells.document_id,
        cells.line_number,
        cells.column_number,
        cells.char_start,
        cells.char_end,
        headers.line_number as header_line,
        headers.char_start as header_start,
        headers.char_end as header_end,
        headers.names_time,
        labels.char_end as label_end
    from cells
    inner join headers
        on
            cells.document_id = headers.document_id
            and cells.table_number = headers.table_number
            and cells.column_number = headers.column_number
            and cells.line_number > headers.line_number
            and cells.line_number < headers.next_header_line
    left join cells as labels
        on
            cells.document_id = labels.document_id
            and cells.line_number = labels.line_number
            and labels.column_number = 1
    where cells.is_body and cells.column_number > 1
)

select * from final
