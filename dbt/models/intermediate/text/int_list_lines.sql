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
        {{ is_gapped_line('line_text') }} as is_gapped,
        -- "-----", "(Those who wait live in towns.)": what stands between two rows
        regexp_full_match(line_text, '[-–—_=*.+| ]{3,}|\(.*\)') as is_between_rows,
        -- figures with their nouns, names with whole sentences: a list below a heading only
        (regexp_matches(line_text, {{ boxed_line() }}) and length(line_text) <= 110)
        or regexp_matches(line_text, {{ rest_line() }})
        or regexp_matches(line_text, {{ labelled_line() }}) as is_boxed,
        -- the names of a table's columns
        regexp_matches(line_text, '^[^\d|\t]+(?:[|\t][^\d|\t]*)+$|^[^\d/]+ / [^\d/]+ / [^\d]*$') as is_header,
        regexp_matches(line_text, {{ bulleted_line() }}) as is_marked,
        case when regexp_matches(line_text, '^o[ \t]') then 'o' else regexp_extract(line_text, '^[-–—•*·▪●◦‣⁃]') end as bullet,
        regexp_matches(line_text, ' / .* / |\t| \| ') as is_table
    from {{ ref('int_lines') }}
),

opened as (
    select
        *,
        max(case when not is_list and not is_header then line_number end) over up_to_here as marked_opening,
        max(case when not is_list and not is_boxed and not is_header then line_number end) over up_to_here as plain_opening,
        -- "- Where the registered live": a point of nothing but words heads the rows below it
        max(
            case
                when is_marked and regexp_full_match(line_text, '[^\d]+[\p{L})]') then line_number
                when not is_list and not is_boxed and not is_header and not is_gapped and not is_between_rows then line_number
            end
        ) over up_to_here as gapped_opening
    from lines
    window up_to_here as (partition by document_id order by line_number)
),

bulleted as (
    select
        document_id,
        line_number,
        marked_opening,
        bullet,
        first_value(bullet) over (partition by document_id, marked_opening order by line_number) as first_bullet
    from opened
    where is_list and bullet <> ''
),

-- "• In the camp: 67,400 people" above "o women: 18,200": what has another bullet than the first line divides the line above it
nested as (
    select
        document_id,
        line_number,
        max(case when bullet = first_bullet then line_number end) over (
            partition by document_id, marked_opening
            order by line_number
            rows between unbounded preceding and 1 preceding
        ) as upper_line
    from bulleted
    qualify bullet <> first_bullet
),

final as (
    select
        opened.document_id,
        opened.line_number,
        openings.line_number as opening_line,
        opened.is_gapped
    from opened
    left join nested on opened.document_id = nested.document_id and opened.line_number = nested.line_number
    inner join lines as openings
        on
            opened.document_id = openings.document_id
            and openings.line_number = coalesce(
                nested.upper_line,
                case
                    when opened.is_gapped then opened.gapped_opening
                    when opened.is_marked then opened.marked_opening
                    else opened.plain_opening
                end
            )
    where
        -- a sentence that ends before bullets says nothing of them
        (
            opened.is_list
            and opened.is_marked
            and (openings.is_heading or opened.is_table or not regexp_matches(openings.line_text, '[.!?]$'))
        )
        or ((opened.is_list or opened.is_boxed or opened.is_gapped) and (openings.is_heading or regexp_matches(openings.line_text, '[:–—-]$')))
        or (opened.is_gapped and openings.is_marked)
)

select * from final
