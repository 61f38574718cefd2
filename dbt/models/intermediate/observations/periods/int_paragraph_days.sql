with

figures as (
    select * from {{ ref('int_measured_figures') }}
    where document_kind = 'article'
),

dates as (
    select * from {{ ref('int_date_mentions') }}
    where date_precision = 'day' and date_start is not null and not is_relative and has_year
),

marks as (
    select * from {{ ref('int_period_marks') }}
),

lines as (
    select
        sentence_id,
        line_number,
        line_kind
    from {{ ref('int_sentences') }}
),

document_dates as (
    select
        document_id,
        published_date
    from {{ ref('int_document_dates') }}
),

tokens as not materialized (
    select
        sentence_id,
        token_number,
        token_key
    from {{ ref('int_tokens') }}
),

-- "the memorandum of 4 May 2017": the day of a paper
days_of_papers as (
    select distinct dates.mention_id
    from dates
    inner join tokens as before
        on dates.sentence_id = before.sentence_id and before.token_number = dates.token_start - 1
    inner join tokens as papers
        on dates.sentence_id = papers.sentence_id and papers.token_number between dates.token_start - 5 and dates.token_start - 2
    where before.token_key in ('of', 'dated', 'от') and papers.token_key in ({{ words("papers") }})
),

days as (
    select
        dates.document_id,
        lines.line_number,
        lines.line_kind,
        min(dates.date_start) as paragraph_day,
        min(dates.char_start) as char_start
    from dates
    inner join lines on dates.sentence_id = lines.sentence_id
    -- "since 18 July 2018" says from when, not as of when
    anti join marks on dates.sentence_id = marks.sentence_id and dates.token_end = marks.token_end and marks.mark = 'since'
    anti join days_of_papers on dates.mention_id = days_of_papers.mention_id
    group by dates.document_id, lines.line_number, lines.line_kind
    having count(distinct dates.date_start) = 1
),

-- "41 were killed. The memorandum was signed on 4 May 2017": what is told before a day of the past is not of it
final as (
    select
        figures.mention_id,
        days.paragraph_day
    from figures
    inner join days on figures.document_id = days.document_id and figures.line_number = days.line_number
    left join document_dates on figures.document_id = document_dates.document_id
    where
        days.char_start < figures.char_start
        or days.line_kind = 'caption'
        or coalesce(abs(date_diff('day', days.paragraph_day, document_dates.published_date)) <= 31, true)
)

select * from final
