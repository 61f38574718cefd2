with

lines as (
    select
        document_id,
        line_number,
        line_text,
        coalesce(line_kind in ('title', 'heading'), false) as is_heading,
        regexp_matches(line_text, {{ list_line() }})
        or regexp_matches(line_text, {{ slashed_line() }})
        or regexp_matches(line_text, {{ row_line() }}) as is_list,
        -- figures with their nouns, names with whole sentences: a list below a heading only
        (regexp_matches(line_text, {{ boxed_line() }}) and length(line_text) <= 110)
        or regexp_matches(line_text, {{ rest_line() }})
        or regexp_matches(line_text, {{ labelled_line() }}) as is_boxed,
        -- the names of a table's columns
        regexp_matches(line_text, '^[^\d|\t]+(?:[|\t][^\d|\t]*)+$|^[^\d/]+ / [^\d/]+ / [^\d]*$') as is_header,
        regexp_matches(line_text, {{ bulleted_line() }}) as is_marked,
        regexp_matches(line_text, ' / .* / |\t| \| ') as is_table
    from {{ ref('int_lines') }}
),

opened as (
    select
        *,
        max(case when not is_list and not is_header then line_number end) over up_to_here as marked_opening,
        max(case when not is_list and not is_boxed and not is_header then line_number end) over up_to_here as plain_opening
    from lines
    window up_to_here as (partition by document_id order by line_number)
),

final as (
    select
        opened.document_id,
        opened.line_number,
        openings.line_number as opening_line
    from opened
    inner join lines as openings
        on
            opened.document_id = openings.document_id
            and openings.line_number = case when opened.is_marked then opened.marked_opening else opened.plain_opening end
    where
        -- a sentence that ends before bullets says nothing of them
        (
            opened.is_list
            and opened.is_marked
            and (openings.is_heading or opened.is_table or not regexp_matches(openings.line_text, '[.!?]$'))
        )
        or ((opened.is_list or opened.is_boxed) and (openings.is_heading or regexp_matches(openings.line_text, '[:–—-]$')))
)

select * from final
