with

figures as (
    select * from {{ ref('int_measured_figures') }}
),

marks as (
    select * from {{ ref('int_period_marks') }}
),

tokens as not materialized (
    select
        sentence_id,
        token_number,
        token,
        token_key
    from {{ ref('int_tokens') }}
),

dates as (
    select * from {{ ref('int_date_mentions') }}
    where
        date_start is not null
        -- "seven incidents within two days" were counted before, not from now on
        and (coalesce(expression_kind, '') <> 'within' or coalesce(is_ahead, false))
),

document_dates as (
    select * from {{ ref('int_document_dates') }}
),

semicolons as (
    select
        sentence_id,
        token_number
    from tokens
    where token = ';'
),

commas as (
    select
        sentence_id,
        token_number
    from tokens
    where token = ','
),

-- "of what was pledged in April, 4 billion had been paid by October": a comma parts the figure from the first of them
parted as (
    select distinct
        figures.mention_id,
        dates.mention_id as date_mention_id
    from figures
    inner join dates on figures.sentence_id = dates.sentence_id
    inner join commas
        on
            figures.sentence_id = commas.sentence_id
            and commas.token_number between least(dates.token_end, figures.unit_end) and greatest(dates.token_start, figures.token_start)
),

-- "on 23 October", "by 31 May", "Returnees (31 August 2019): 4,100"
on_days as (
    select distinct
        dates.sentence_id,
        dates.token_start
    from dates
    inner join tokens as before on dates.sentence_id = before.sentence_id and dates.token_start - 1 = before.token_number
    where dates.date_precision = 'day' and before.token_key in ('on', 'by', '(', 'до', 'к')
),

-- "reached 118,000 people, up from 97,000 in January": not the date of what was reached
former_dates as (
    select distinct
        dates.sentence_id,
        dates.token_start,
        source.token_number as source_token
    from dates
    inner join tokens as source on dates.sentence_id = source.sentence_id and source.token_number between dates.token_start - 5 and dates.token_start - 2
    inner join tokens as change on source.sentence_id = change.sentence_id and source.token_number - 1 = change.token_number
    where source.token_key = 'from' and change.token_key in ('up', 'down')
),

-- "since the beginning of the conflict in March 2011": from when, not by when
from_then as (
    select distinct
        dates.sentence_id,
        dates.token_start
    from dates
    inner join tokens as since on dates.sentence_id = since.sentence_id and since.token_number between dates.token_start - 9 and dates.token_start - 2
    inner join tokens as opening on since.sentence_id = opening.sentence_id and since.token_number + 2 = opening.token_number
    where
        since.token_key = 'since'
        and opening.token_key in ('beginning', 'start', 'outbreak', 'onset', 'eruption')
        and not exists (
            select 1 from commas
            where commas.sentence_id = dates.sentence_id and commas.token_number between since.token_number and dates.token_start
        )
),

-- "the monitor said on Sunday that 4,112 people were killed in February": when it was said
said_on as (
    select distinct
        dates.sentence_id,
        dates.token_start
    from dates
    inner join tokens as joint on dates.sentence_id = joint.sentence_id and dates.token_start - 1 = joint.token_number and joint.token_key = 'on'
    inner join tokens as verbs on dates.sentence_id = verbs.sentence_id and dates.token_start - 2 = verbs.token_number
    where verbs.token_key in ('said', 'reported', 'announced', 'told', 'stated', 'confirmed', 'declared')
),

in_dates as (
    select
        dates.sentence_id,
        dates.token_start
    from dates
    inner join tokens as before
        on dates.sentence_id = before.sentence_id and before.token_number between dates.token_start - 2 and dates.token_start - 1
    where dates.date_precision in ('quarter', 'week', 'year', 'month') and before.token_key in ('in', 'during', 'throughout', 'over', 'за', 'в', 'во')
    group by all
),

-- only a daily bulletin leaves out that it speaks of its day
series as (
    select
        titles.document_id,
        bool_or(bulletin_series.is_daily) as is_daily
    from {{ ref('int_document_titles') }} as titles
    inner join {{ ref('bulletin_series') }} as bulletin_series on titles.series = bulletin_series.series
    group by titles.document_id
),

in_sentences as (
    select
        figures.mention_id,
        -- "had been paid by October", told in November: not the October that an earlier sentence's year would make of it
        case when {{ month_to_come() }} then {{ year_shifted('dates.date_start', -1) }} else dates.date_start end as date_start,
        case
            when {{ month_to_come() }} and dates.date_precision = 'month' then {{ month_end(year_shifted('dates.date_end', -1)) }}
            when {{ month_to_come() }} then {{ year_shifted('dates.date_end', -1) }}
            else dates.date_end
        end as date_end,
        dates.date_precision,
        in_dates.sentence_id is not null
        and (not coalesce(series.is_daily, false) or {{ stands_beside_its_date() }}) as is_within
    from figures
    inner join dates on figures.sentence_id = dates.sentence_id
    left join document_dates on figures.document_id = document_dates.document_id
    anti join marks as since_marks
        on dates.sentence_id = since_marks.sentence_id and dates.token_end = since_marks.token_end and since_marks.mark = 'since'
    anti join semicolons
        on
            figures.sentence_id = semicolons.sentence_id
            and semicolons.token_number between least(dates.token_start, figures.token_start) and greatest(dates.token_start, figures.token_start)
    anti join from_then on dates.sentence_id = from_then.sentence_id and dates.token_start = from_then.token_start
    anti join former_dates
        on
            dates.sentence_id = former_dates.sentence_id
            and dates.token_start = former_dates.token_start
            and figures.token_start < former_dates.source_token
    left join said_on on dates.sentence_id = said_on.sentence_id and dates.token_start = said_on.token_start
    left join in_dates on dates.sentence_id = in_dates.sentence_id and dates.token_start = in_dates.token_start
    left join on_days on dates.sentence_id = on_days.sentence_id and dates.token_start = on_days.token_start
    left join parted on figures.mention_id = parted.mention_id and dates.mention_id = parted.date_mention_id
    left join tokens as dash
        on dates.sentence_id = dash.sentence_id and dates.token_start = 1 and dash.token_number = dates.token_end + 1 and dash.token in ('-', '–', '—')
    left join series on figures.document_id = series.document_id
    where
        dates.date_precision in ('day', 'month', 'quarter', 'year', 'week')
        and (
            figures.document_kind = 'article'
            or dates.date_precision = 'month'
            or (dates.date_precision = 'day' and dates.date_end > dates.date_start)
            or (in_dates.sentence_id is not null and not coalesce(series.is_daily, false))
            -- "stood at 73,390 on 28 April", says a report of no day
            or (
                on_days.sentence_id is not null
                and not coalesce(series.is_daily, false)
                and dates.date_end <= document_dates.published_date
                and parted.mention_id is null
                and least(abs(dates.token_start - figures.unit_end), abs(figures.token_start - dates.token_end)) <= 10
            )
        )
        and (
            dates.date_precision <> 'year'
            or least(abs(dates.token_start - figures.unit_end), abs(figures.token_start - dates.token_end)) <= 8
        )
    qualify
        row_number() over (
            partition by figures.mention_id
            order by
                -- "5 May - ... on 4 May": a dateline's day is that of the telling
                least(abs(dates.token_start - figures.unit_end), abs(figures.token_start - dates.token_end))
                + case when dates.is_document_date or (dash.token_number > 0 and dates.date_start = document_dates.published_date) then 15 else 0 end
                + case when said_on.token_start > 0 and figures.currency is null then 12 else 0 end
                -- what opens the sentence is every figure's
                + case when parted.mention_id is not null and dates.token_start > 4 then 6 else 0 end,
                -- "from $60 billion in 2011 to $20 billion in 2024"
                dates.token_start < figures.token_start,
                dates.token_start
        ) = 1
),

-- in a table the name of the column says when, else that of the row
in_cells as (
    select
        figures.mention_id,
        times.date_start,
        times.date_end,
        times.date_precision,
        true as is_within
    from figures
    inner join {{ ref('int_cell_times') }} as times
        on figures.document_id = times.document_id and figures.line_number = times.line_number and figures.header_start = times.header_start
),

final as (
    select * from in_cells
    union all
    select in_sentences.*
    from in_sentences
    anti join in_cells on in_sentences.mention_id = in_cells.mention_id
)

select * from final
