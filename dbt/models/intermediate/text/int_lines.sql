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

trimmed as (
    select
        document_id,
        document_kind,
        line_number,
        line_start + length(line) - length(ltrim(line, {{ blanks() }})) as char_start,
        trim(line, {{ blanks() }}) as line_text
    from placed
    where trim(line, {{ blanks() }}) <> ''
),

judged as (
    select
        *,
        row_number() over (partition by document_id order by line_number) as line_rank,
        {{ is_furniture('line_text', 'line') }} as is_furniture,
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
            regexp_replace(line_text, '^(?:[IVX]+|\d+)\. ', ''), '[.!?;:…,”"»]$|[.!?] \p{Lu}'
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
            as is_short
    from trimmed
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
