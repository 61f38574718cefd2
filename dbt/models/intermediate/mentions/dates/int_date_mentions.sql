with

document_dates as (
    select * from {{ ref('int_document_dates') }}
),

unsure as (
    select
        expressions.document_id,
        abs(date_diff('day', {{ day_of("year_to", "month_to", "day_to") }}, document_dates.published_date)) <= 10 as is_near,
        abs(date_diff('day', {{ day_of("year_to", "day_to", "month_to") }}, document_dates.published_date)) <= 10 as is_near_turned
    from {{ ref('int_date_expressions') }} as expressions
    inner join document_dates on expressions.document_id = document_dates.document_id
    where expressions.has_unsure_order
),

-- "05/03/2020", printed on 4 May 2020: whose numbers make a day near its own date only if the month comes first, writes them so
months_first as (
    select document_id
    from unsure
    group by document_id
    having bool_or(is_near_turned) and not coalesce(bool_or(is_near), false)
),

expressions as (
    select
        expressions.* exclude (month_from, month_to, day_from, day_to),
        case when months_first.document_id is null then expressions.month_from else expressions.day_from end as month_from,
        case when months_first.document_id is null then expressions.month_to else expressions.day_to end as month_to,
        case when months_first.document_id is null then expressions.day_from else expressions.month_from end as day_from,
        case when months_first.document_id is null then expressions.day_to else expressions.month_to end as day_to
    from {{ ref('int_date_expressions') }} as expressions
    left join months_first on expressions.document_id = months_first.document_id and expressions.has_unsure_order
),

own_places as (
    select
        mention_id,
        place_kind
    from {{ ref('int_document_date_places') }}
),

with_full_days as (
    select
        expressions.*,
        case
            when expressions.expression_kind = 'day' then {{ own_first_day() }}
        end as full_day,
        coalesce(own_places.place_kind in ('title', 'line', 'dateline', 'closing'), false) as is_document_date
    from expressions
    left join own_places on expressions.mention_id = own_places.mention_id
),

neighbours as (
    select
        *,
        last_value(full_day ignore nulls) over (
            partition by document_id, line_number
            order by char_start
            rows between unbounded preceding and 1 preceding
        ) as paragraph_day,
        -- "in November 2024 ... On 8 December they entered": what a text without a date of its own reckons its years from
        last_value(case when expression_kind = 'month' and has_year then {{ day_of('year_to', 'month_to', '1') }} end ignore nulls) over (
            partition by document_id, line_number
            order by char_start
            rows between unbounded preceding and 1 preceding
        ) as paragraph_month,
        case
            when is_told_year
                then last_value(year_to ignore nulls) over (
                    partition by document_id
                    order by char_start
                    rows between unbounded preceding and 1 preceding
                )
        end as told_year
    from with_full_days
),

-- A full date anchors its paragraph unless it is history there: far from a publication that is known.
anchored as (
    select
        neighbours.*,
        case
            when
                document_dates.published_date is null
                or abs(date_diff('day', neighbours.paragraph_day, document_dates.published_date)) <= 31
                then neighbours.paragraph_day
        end as near_day,
        document_dates.dateline_date,
        document_dates.published_date
    from neighbours
    inner join document_dates on neighbours.document_id = document_dates.document_id
),

based as (
    select
        *,
        coalesce(near_day, dateline_date, published_date) as anchor
    from anchored
),

years as (
    select
        *,
        coalesce(
            year_to,
            told_year,
            case
                when is_told_year then null
                when year_shift is not null then year(anchor) + year_shift
                -- the winter of January began the year before, and next spring is told of in autumn
                when season_month is not null and pointer = 1 then year(anchor) + case when season_month > month(anchor) then 0 else 1 end
                when season_month = 12 and coalesce(pointer, 0) = 0 then year(anchor) - case when month(anchor) < 6 then 1 else 0 end
                when pointer = 0 or season_month is not null then year(anchor)
                -- "in the first quarter", told before it is over of the last one
                when expression_kind = 'quarter'
                    then year(anchor) - case when (ordinal - 1) * 3 + 1 > month(anchor) and not is_ahead then 1 else 0 end
                -- "will open in December", told in May
                when is_ahead and month_to > month(anchor) then year(anchor)
                when pointer = -1 then year(anchor) - case when month_to < month(anchor) then 0 else 1 end
                when pointer = 1 then year(anchor) + case when month_to > month(anchor) then 0 else 1 end
                else {{ nearest_year('month_to', 'coalesce(anchor, paragraph_month)') }}
            end
        ) as last_year
    from based
),

framed as (
    select
        *,
        case
            when len(list_distinct([year_from, year_to])) = 2 then year_from
            when month_from > month_to then last_year - 1
            else last_year
        end as first_year
    from years
),

calendar as (
    select
        *,
        case expression_kind
            when 'day' then {{ day_of('first_year', 'month_from', 'day_from') }}
            when 'month' then {{ day_of('first_year', 'month_from', '1') }}
            when 'half' then {{ day_of('last_year', '(ordinal - 1) * 6 + 1', '1') }}
            when 'quarter' then {{ day_of('last_year', '(ordinal - 1) * 3 + 1', '1') }}
            when 'season' then {{ day_of(
                "last_year - case when pointer = -1 and year_shift is null and season_month + 3 > month(anchor) then 1 else 0 end",
                'season_month',
                '1'
            ) }}
            when 'year' then {{ day_of('year_from', '1', '1') }}
            when 'weekday'
                then case
                    when pointer is not null
                        then cast(date_trunc('week', anchor) as date) + pointer * 7 + weekday_from - 1
                    when is_ahead then anchor + cast((weekday_from - isodow(anchor) + 7) % 7 as integer)
                    else anchor - cast((isodow(anchor) - weekday_from + 7) % 7 as integer)
                end
            when 'day_word' then anchor + shift_from
        end as calendar_start
    from framed
),

told as (
    select
        *,
        case
            when expression_kind in ('day', 'weekday', 'day_word') then calendar_start
        end as told_day
    from calendar
),

-- "The same day" and "the eve" lean on the day told last, not on the day of print.
narrated as (
    select
        *,
        last_value(told_day ignore nulls) over (
            partition by document_id
            order by char_start
            rows between unbounded preceding and 1 preceding
        ) as last_told_day,
        -- "two days later": than what was told, which the day in the head was not
        last_value(case when not is_document_date then told_day end ignore nulls) over (
            partition by document_id
            order by char_start
            rows between unbounded preceding and 1 preceding
        ) as last_story_day,
        max(case when told_day <= anchor and expression_kind <> 'day' then told_day end) over (
            partition by sentence_id
        ) as day_of_saying
    from told
),

leaning as (
    select
        *,
        case
            when expression_kind in ('same', 'eve') then last_told_day
            when expression_kind = 'earlier' or (expression_kind = 'period' and unit_days = 1)
                then coalesce(case when abs(anchor - last_told_day) <= 31 then last_told_day end, anchor)
            when expression_kind = 'later' then case when is_ahead then anchor else last_story_day end
            when expression_kind = 'within'
                then coalesce(day_of_saying, case when anchor - last_told_day between 0 and 7 then last_told_day end, anchor)
            else anchor
        end as lean_day,
        case expression_kind
            when 'ago' then -unit_count
            when 'earlier' then -unit_count
            when 'later' then unit_count
            when 'same' then 0
            when 'period' then pointer
        end as unit_shift
    from narrated
),

reckoned as (
    select
        *,
        case
            when expression_kind = 'eve' then lean_day - 1
            when expression_kind = 'within' then lean_day
            when unit_shift is not null
                then case unit_days
                    when 1 then lean_day + unit_shift
                    when 7 then cast(date_trunc('week', lean_day + unit_shift * 7) as date)
                    when 30 then cast(date_trunc('month', lean_day + to_months(unit_shift)) as date)
                    when 90 then cast(date_trunc('quarter', lean_day + to_months(unit_shift * 3)) as date)
                    when 365 then {{ day_of('year(lean_day) + unit_shift', '1', '1') }}
                end
            else calendar_start
        end as date_start,
        case
            when expression_kind in ('day', 'weekday', 'day_word', 'eve') then 'day'
            when expression_kind in ('half', 'quarter', 'season') then 'quarter'
            when expression_kind in ('month', 'year') then expression_kind
            when unit_days = 1 then 'day'
            when unit_days = 7 then 'week'
            when unit_days = 30 then 'month'
            when unit_days = 90 then 'quarter'
            when unit_days = 365 then 'year'
        end as granularity
    from leaning
),

-- what a text tells of as past is not after it
started as (
    select
        * exclude (date_start),
        case when not (expression_kind = 'later' and not is_ahead and coalesce(date_start > published_date, false)) then date_start end as date_start
    from reckoned
),

ended as (
    select
        *,
        case
            when expression_kind = 'day' then {{ day_of('last_year', 'month_to', 'day_to') }}
            when expression_kind = 'weekday' then date_start + cast((weekday_to - isodow(date_start) + 7) % 7 as integer)
            when expression_kind = 'day_word' then anchor + shift_to
            when expression_kind = 'within' then date_start + unit_count * unit_days
            when expression_kind = 'month' then {{ month_end(day_of('last_year', 'month_to', '1')) }}
            when expression_kind = 'half' then {{ month_end('date_start + interval 5 month') }}
            when expression_kind in ('quarter', 'season') or granularity = 'quarter'
                then {{ month_end('date_start + interval 2 month') }}
            when expression_kind = 'year' then {{ day_of('year_to', '12', '31') }}
            when granularity = 'day' then date_start
            when granularity = 'week' then date_start + 6
            when granularity = 'month' then {{ month_end('date_start') }}
            when granularity = 'year' then {{ day_of('year(date_start)', '12', '31') }}
        end as date_end
    from started
),

final as (
    select
        ended.mention_id,
        ended.sentence_id,
        ended.document_id,
        ended.token_start,
        ended.token_end,
        ended.char_start,
        ended.char_end,
        ended.date_text,
        ended.expression_kind,
        case when ended.date_end >= ended.date_start then ended.date_start end as date_start,
        case when ended.date_end >= ended.date_start then ended.date_end end as date_end,
        case
            when ended.date_end >= ended.date_start then ended.granularity
            else 'unknown'
        end as date_precision,
        ended.is_relative,
        ended.has_year,
        ended.is_ahead,
        ended.is_document_date
    from ended
)

select * from final
