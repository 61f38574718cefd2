-- depends_on: {{ ref('furniture') }}
with

documents as (
    select
        document_id,
        document_kind,
        text
    from {{ ref('stg_documents_to_read') }}
),

lines as (
    select
        document_id,
        document_kind,
        unnest(string_split(text, chr(10))) as line,
        generate_subscripts(string_split(text, chr(10)), 1) as line_number
    from documents
),

placed as (
    select
        *,
        {{ length_before('line', 'document_id', 'line_number', gap=1) }} as line_start
    from lines
),

led as (
    select
        *,
        ltrim(line, {{ blanks() }}) as led_line
    from placed
),

trimmed as (
    select
        document_id,
        document_kind,
        line_number,
        line_start + length(line) - length(led_line) as char_start,
        -- what is trimmed on the right is walked through from its left: few lines end in a blank
        case when contains({{ blanks() }}, right(led_line, 1)) then rtrim(led_line, {{ blanks() }}) else led_line end as line_text
    from led
    where led_line <> ''
),

-- "13.5 million" on a line, "People in need" on the next: a box of key figures
marked as (
    select
        *,
        document_kind = 'bulletin' and regexp_full_match(line_text, {{ figure_line() }}) as is_figure,
        line_number - row_number() over in_order as block_number,
        lead(line_number) over in_order as next_line,
        lead(line_text) over in_order as next_text,
        lead(char_start) over in_order as next_start
    from trimmed
    window in_order as (partition by document_id order by line_number)
),

blocks as (
    select
        *,
        lead(is_figure) over (partition by document_id order by line_number) as is_figure_next,
        -- where the last line of a block is a figure, the words stand above their figures
        count(*) over in_block > 1 and max_by(is_figure, line_number) over in_block as is_labelled_above
    from marked
    window in_block as (partition by document_id, block_number)
),

paired as (
    select
        *,
        coalesce(
            case
                when is_figure
                    then
                        not is_labelled_above
                        and not is_figure_next
                        and next_line <= line_number + 2
                        and length(next_text) <= 160
                        -- a small number alone may be a page's
                        and case
                            when regexp_full_match(line_text, '\d{1,2}') then regexp_matches(next_text, '^\p{Ll}')
                            else regexp_matches(next_text, '^\p{L}')
                        end
                else
                    is_labelled_above
                    and is_figure_next
                    and next_line = line_number + 1
                    and length(line_text) <= 80
                    and regexp_matches(line_text, '^\p{L}.*[^.!?;]$')
            end,
            false
        ) as takes_next
    from blocks
),

joined as (
    select
        paired.document_id,
        paired.document_kind,
        paired.line_number,
        paired.char_start,
        case
            when paired.takes_next
                then
                    substring(documents.text, cast(paired.char_start as integer) + 1, cast(paired.next_start - paired.char_start as integer))
                    || paired.next_text
            else paired.line_text
        end as line_text
    from (
        select
            *,
            coalesce(lag(takes_next) over (partition by document_id order by line_number), false) as is_taken
        from paired
    ) as paired
    left join documents on paired.takes_next and paired.document_id = documents.document_id
    where not paired.is_taken
),

judged as (
    select
        *,
        row_number() over (partition by document_id order by line_number) as line_rank,
        {{ is_furniture('line_text', 'line') }}
        -- a page's counter of readers or comments; a box of key figures is a report's
        or (document_kind = 'article' and regexp_full_match(line_text, {{ lone_number() }})) as is_furniture,
        coalesce(
            bool_or({{ is_furniture('line_text', 'from_here') }}) over (
                partition by document_id
                order by line_number
                rows between unbounded preceding and current row
            ),
            false
        ) as is_below_the_text,
        (
            length(line_text) <= 110
            or (length(line_text) <= 300 and regexp_matches(line_text, '(?i)^(?:\p{L}+ ){0,2}(?:bulletin|briefing|бюллетень|брифинг)'))
        )
        and not regexp_matches(
            regexp_replace(line_text, {{ line_number_mark() }}, ''), '[.!?;:…,”"»]$|[.!?] \p{Lu}'
        )
        and (
            row_number() over (partition by document_id order by line_number) = 1
            or not (
                regexp_matches(line_text, {{ list_line() }})
                or regexp_matches(line_text, {{ table_line() }})
                or (
                    document_kind = 'bulletin'
                    and (
                        regexp_matches(line_text, {{ boxed_line() }})
                        or regexp_matches(line_text, {{ rest_line() }})
                        or regexp_matches(line_text, {{ slashed_line() }})
                    )
                )
            )
        )
        and not contains(line_text, chr(10))
            as is_short
    from joined
),

kinds as (
    select
        *,
        case
            -- "The Relief Office / Weekly note" at the head of a bulletin is no photo's credit
            when is_below_the_text or is_furniture and not (document_kind = 'bulletin' and line_rank = 1) then 'furniture'
            when {{ is_furniture('line_text', 'caption') }} then 'caption'
            when not is_short then 'body'
            when line_rank = 1 then 'title'
            else 'heading'
        end as line_kind
    from judged
),

final as (
    select
        document_id,
        cast(line_number as integer) as line_number,
        cast(char_start as integer) as char_start,
        cast(char_start + length(line_text) as integer) as char_end,
        line_text,
        line_kind,
        last_value(case when line_kind in ('title', 'heading') then line_text end ignore nulls) over (
            partition by document_id
            order by line_number
            rows between unbounded preceding and current row
        ) as section_heading
    from kinds
)

select * from final
