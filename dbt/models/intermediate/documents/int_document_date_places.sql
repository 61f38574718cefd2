with

lines as (
    select
        document_id,
        line_number,
        char_start as line_start,
        line_text,
        row_number() over (partition by document_id order by line_number) as line_rank
    from {{ ref('int_lines') }}
),

days as (
    select
        mention_id,
        document_id,
        line_number,
        char_start,
        char_end,
        year_from,
        month_from,
        day_from,
        has_year
    from {{ ref('int_date_expressions') }}
    where expression_kind = 'day' and day_from = day_to and month_from = month_to
),

in_lines as (
    select
        days.*,
        lines.line_rank,
        length(lines.line_text) as line_length,
        substr(lines.line_text, 1, days.char_start - lines.line_start) as text_before,
        substr(lines.line_text, days.char_end - lines.line_start + 1) as text_after
    from days
    inner join lines
        on
            days.document_id = lines.document_id
            and days.line_number = lines.line_number
),

judged as (
    select
        *,
        case
            when
                regexp_matches(text_before, '\S.*\((?:as (?:of|at) )?$')
                -- "(22 April 2017) (corrected)" is a title too
                and regexp_matches(text_after, '^[ .]*(?:г\.?|года)?\)(?:[ ,;:–—-]+[(\[]?[\p{L}\p{M} ]{1,30}[)\]]?)?$')
                then 'title'
            when
                regexp_matches(text_before, '^[\p{Lu}][\p{L}\p{M} ./’''-]{1,30}, $')
                and regexp_matches(text_after, '^[.,]? ?(?:[/(—–-]|$)')
                then 'dateline'
            when
                line_rank <= 12
                and line_length - (char_end - char_start) <= 22
                and regexp_full_match(
                    text_before,
                    '(?:[^\p{L}]|(?i:published|updated|posted|dated?|on|as|of|at|last|опубликовано|обновлено|дата)|\p{Lu}[\p{L}.]*)*'
                )
                then 'line'
            when
                line_rank <= 12
                and regexp_matches(text_before, ', $')
                and regexp_matches(text_after, '^[. ]*(?:[(\[][^()]{1,30}[)\]])?$')
                then 'caption'
        end as place_kind
    from in_lines
),

final as (
    select
        mention_id,
        document_id,
        line_number,
        char_start,
        place_kind,
        has_year,
        month_from as month_number,
        day_from as day_number,
        {{ day_of('year_from', 'month_from', 'day_from') }} as full_day
    from judged
    where place_kind is not null
)

select * from final
