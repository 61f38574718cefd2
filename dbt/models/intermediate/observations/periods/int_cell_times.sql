with

cells as (
    select
        document_id,
        line_number,
        header_line,
        header_start,
        header_end,
        label_end,
        names_time
    from {{ ref('int_table_cells') }}
),

lines as (
    select
        document_id,
        line_number,
        char_start,
        line_text
    from {{ ref('int_lines') }}
    where document_id in (select cells.document_id from cells)
),

-- the name of the column; where it names no time, that of the row
headers as (
    select distinct
        cells.document_id,
        cells.line_number,
        cells.header_start,
        'column' as named_by,
        cells.header_start as char_start,
        cells.header_end as char_end,
        substr(lines.line_text, cells.header_start - lines.char_start + 1, cells.header_end - cells.header_start) as name_text
    from cells
    inner join lines on cells.document_id = lines.document_id and cells.header_line = lines.line_number
    where cells.names_time
),

labels as (
    select
        cells.document_id,
        cells.line_number,
        cells.header_start,
        'row' as named_by,
        lines.char_start,
        cells.label_end as char_end,
        regexp_replace(substr(lines.line_text, 1, cells.label_end - lines.char_start), '^[|\t ]+', '') as name_text
    from cells
    inner join lines on cells.document_id = lines.document_id and cells.line_number = lines.line_number
    where not cells.names_time
),

names as (
    select * from headers
    union all
    select * from labels
    where regexp_full_match(name_text, {{ time_cell() }}) or regexp_full_match(name_text, '(?:19|20)\d{2}')
),

dates as (
    select
        document_id,
        char_start,
        char_end,
        date_start,
        date_end,
        date_precision
    from {{ ref('int_date_mentions') }}
    where date_start is not null
),

months as (
    select distinct
        {{ fold_word('word') }} as word_key,
        word_value as month_number
    from {{ ref('date_words') }}
    where word_class = 'month'
),

-- "May" alone is a date where it names a column, the last one before the document
named as (
    select
        names.*,
        dates.date_start,
        dates.date_end,
        dates.date_precision,
        case when regexp_full_match(names.name_text, '\d{4}') then cast(names.name_text as integer) end as bare_year,
        months.month_number,
        document_dates.published_date
    from names
    left join dates
        on names.document_id = dates.document_id and names.char_start <= dates.char_start and names.char_end >= dates.char_end
    left join months on {{ fold_word("regexp_extract(names.name_text, '^(\\p{L}+)[.]?$', 1)") }} = months.word_key
    left join {{ ref('int_document_dates') }} as document_dates on names.document_id = document_dates.document_id
),

resolved as (
    select
        document_id,
        line_number,
        header_start,
        named_by,
        date_end,
        date_precision,
        coalesce(
            date_start,
            {{ day_of('bare_year', '1', '1') }},
            {{ day_of(
                'cast(year(published_date) - case when month_number > month(published_date) then 1 else 0 end as integer)', 'month_number', '1'
            ) }}
        ) as date_start,
        case when date_start is null then case when bare_year is null then 'month' else 'year' end end as bare_precision
    from named
),

final as (
    select
        document_id,
        line_number,
        header_start,
        date_start,
        case
            when bare_precision = 'month' then {{ month_end('date_start') }}
            when bare_precision = 'year' then {{ day_of('year(date_start)', '12', '31') }}
            else coalesce(date_end, date_start)
        end as date_end,
        coalesce(bare_precision, date_precision) as date_precision
    from resolved
    where date_start is not null
    qualify row_number() over (partition by document_id, line_number, header_start order by named_by, date_start) = 1
)

select * from final
