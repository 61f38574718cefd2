with

lines as (
    select
        document_id,
        line_number,
        char_start,
        char_end,
        line_text,
        regexp_extract(line_text, {{ stated_scale() }}, 0) as mark
    from {{ ref('int_lines') }}
    where regexp_matches(line_text, {{ stated_scale() }})
),

marked as (
    select
        *,
        case lower(left(regexp_extract(mark, {{ scale_word() }}, 1), 1))
            when 't' then 1000
            when '0' then 1000
            when 'm' then 1000000
            when 'b' then 1000000000
        end as scale,
        case
            when regexp_matches(mark, 'US\$|USD|[^\p{L}]\$') then 'USD'
            when regexp_matches(mark, 'EUR|€') then 'EUR'
            when regexp_matches(mark, 'SYP') then 'SYP'
        end as currency,
        char_start + strpos(line_text, mark) - 1 as mark_start,
        char_start + strpos(line_text, mark) - 1 + length(mark) as mark_end
    from lines
),

list_lines as (
    select
        marked.document_id,
        lines.char_start,
        lines.char_end,
        marked.scale,
        marked.currency
    from marked
    inner join {{ ref('int_list_lines') }} as list_lines
        on marked.document_id = list_lines.document_id and marked.line_number = list_lines.opening_line
    inner join {{ ref('int_lines') }} as lines
        on list_lines.document_id = lines.document_id and list_lines.line_number = lines.line_number
),

cells as (
    select
        marked.document_id,
        cells.char_start,
        cells.char_end,
        marked.scale,
        marked.currency
    from marked
    inner join {{ ref('int_table_cells') }} as cells
        on
            marked.document_id = cells.document_id
            and marked.line_number = cells.header_line
            and marked.mark_start between cells.header_start and cells.header_end
),

final as (
    -- "Funding (US$ million): required 84.8, received 31.2"
    select
        document_id,
        cast(mark_end as integer) as char_start,
        cast(char_end as integer) as char_end,
        scale,
        currency
    from marked
    where regexp_matches(substring(line_text, cast(mark_end - char_start as integer) + 1), '^ ?[:–—-]')
    union
    select * from list_lines
    union
    select * from cells
)

select * from final
