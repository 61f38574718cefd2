with

lines as (
    select
        document_id,
        line_number,
        line_text,
        regexp_matches(line_text, {{ list_line() }}) as is_list,
        -- the names of a table's columns
        regexp_matches(line_text, '^[^\d|\t]+(?:[|\t][^\d|\t]*)+$') as is_header,
        regexp_matches(line_text, {{ bulleted_line() }}) as is_marked
    from {{ ref('int_lines') }}
),

opened as (
    select
        *,
        max(case when not is_list and not is_header then line_number end) over (partition by document_id order by line_number) as opening_line
    from lines
),

final as (
    select
        opened.document_id,
        opened.line_number,
        opened.opening_line,
        opened.is_marked
    from opened
    inner join lines as openings
        on opened.document_id = openings.document_id and opened.opening_line = openings.line_number
    where opened.is_list and (opened.is_marked or regexp_matches(openings.line_text, '[:–—-]$'))
)

select * from final
