with

figures as (
    select * from {{ ref('int_measured_figures') }}
),

marks as (
    select * from {{ ref('int_period_marks') }}
),


dates as (
    select * from {{ ref('int_date_mentions') }}
    where date_start is not null
),

own_dates as (
    select * from {{ ref('int_figure_dates') }}
),

-- "250,000 this month so far and over a million in June": what ends before that beginning has another one
nearest_marks as (
    select marks.*
    from {{ ref('int_figure_period_marks') }} as marks
    left join own_dates on marks.mention_id = own_dates.mention_id
    where not coalesce(marks.since_date > coalesce(own_dates.date_end, own_dates.date_start), false)
),

sentence_spans as (
    select * from {{ ref('int_sentence_spans') }}
),

paragraph_days as (
    select * from {{ ref('int_paragraph_days') }}
),

document_dates as (
    select * from {{ ref('int_document_dates') }}
),

-- "1,472 people in total came back over the past day": one figure, and the day is what it speaks of
days as (
    select distinct sentence_id
    from marks
    where mark = 'last_24h'
),

totals as (
    select distinct sentence_id
    from marks
    where mark = 'cumulative'
),

-- "so far 900 people have been displaced", "bringing the total to 900"
running as (
    select distinct sentence_id from {{ ref('int_term_mentions') }}
    where term_class = 'running'
),

counts as (
    select
        sentence_id,
        count(*) as figure_count
    from figures
    where relation is null
    group by sentence_id
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

-- "shelled over the past day", says a digest's head: what was shelled below was so on that day
day_digests as (
    select distinct sentences.document_id
    from marks
    inner join {{ ref('int_sentences') }} as sentences on marks.sentence_id = sentences.sentence_id
    where marks.mark = 'last_24h' and sentences.sentence_number <= 3
),

-- "within the last 24 hours 18 cases were noted. Those of the Turkish party number 15": of the same day
day_paragraphs as (
    select
        figures.document_id,
        figures.line_number,
        min(figures.sentence_number) as sentence_number
    from figures
    inner join days on figures.sentence_id = days.sentence_id
    where figures.measure = 'ceasefire_violations' and figures.document_kind = 'bulletin'
    group by figures.document_id, figures.line_number
),

-- "this week", "in May"
longer_spans as (
    select distinct sentence_id
    from dates
    where date_precision <> 'day'
),

-- "half a million have died in the war": no day's toll
long_spans as (
    select distinct sentence_id
    from {{ ref('int_term_mentions') }}
    where term_class = 'long_span'
),

-- "Country brief, August 2018": what a month's report counts is the month's
periodicals as (
    select distinct sentences.document_id
    from {{ ref('int_date_mentions') }} as dates
    inner join {{ ref('int_sentences') }} as sentences on dates.sentence_id = sentences.sentence_id
    where
        sentences.sentence_number <= 4
        and (sentences.line_kind in ('title', 'heading') or length(sentences.sentence_text) <= 20)
        and dates.date_precision in ('month', 'quarter')
),

-- articles on an attack: their title or first sentences tell its toll
lead_tolls as (
    select document_id
    from figures
    -- "188 were killed or injured since December. Over 60 of them have died": no attack's
    where document_kind = 'article' and measure in ('people_killed', 'people_injured', 'people_detained') and coalesce(relation, '') <> 'of which'
    group by document_id
    having min(sentence_number) <= 3
),

judged as (
    select
        figures.mention_id,
        figures.head_mention_id,
        figures.relation,
        figures.document_kind,
        case
            -- "October 2018 | 1,202": the row's month, whatever span the total has
            when
                figures.relation = 'breakdown'
                and figures.header_start is not null
                and own_dates.date_precision in ('week', 'month', 'quarter', 'year')
                then 'other'
            when figures.relation in ('subgroup', 'breakdown', 'sibling', 'other count') then null
            when figures.rule_modality in ('needed', 'promised', 'planned') then 'other'
            -- lengths, terms and votes of an article are no running totals
            when figures.document_kind = 'article' and figures.measure = 'other' and coalesce(nearest_marks.mark, '') <> 'last_24h' then 'other'
            -- "ten towns joined during the day, so that 1544 now take part"
            when figures.rule_id = 'settlements-in-the-process' then 'cumulative'
            when {{ adds_to_a_count() }} then 'last_24h'
            -- "430 bags of food, which weighed 1.8 tonnes in all"
            when
                nearest_marks.mark = 'cumulative'
                and nearest_marks.since_date is null
                and figures.default_period = 'last_24h'
                and figures.key_before in ('weighed', 'weighing', 'weighs', 'weigh', 'вес')
                and figures.value <= 0.02 * daily_limits.most_in_a_day
                then case when coalesce(series.is_daily, false) or day_digests.document_id is not null then 'last_24h' else 'other' end
            when
                figures.default_period = 'cumulative' and totals.sentence_id is not null and coalesce(nearest_marks.mark, '') <> 'past_week'
                then 'cumulative'
            when nearest_marks.mark = 'last_24h' and nearest_marks.is_same and not coalesce(series.is_daily, false) then 'other'
            when nearest_marks.mark = 'last_24h' then 'last_24h'
            when
                nearest_marks.mark = 'cumulative' and counts.figure_count = 1 and (days.sentence_id is not null or {{ is_of_one_delivery() }})
                and figures.default_period = 'last_24h' then 'last_24h'
            -- "cleared 2 hectares per day", says a digest of the day
            when
                nearest_marks.mark = 'per_day'
                and figures.default_period = 'last_24h'
                and day_digests.document_id is not null
                and figures.value <= daily_limits.most_in_a_day
                then 'last_24h'
            when nearest_marks.mark in ('past_week', 'per_day') then 'other'
            when
                nearest_marks.mark in ('cumulative', 'since')
                and (
                    coalesce(figures.default_period, '') <> 'other'
                    or nearest_marks.mark = 'since'
                    or (running.sentence_id is not null and {{ may_run_on() }})
                    -- "the toll has reached 1,420 since 13 July"
                    or (
                        nearest_marks.since_date is not null
                        and (figures.document_kind = 'bulletin' or figures.measure in ('people_killed', 'people_injured', 'people_detained'))
                    )
                    -- "the toll of the clashes has reached 1,000": no day's
                    or (
                        figures.document_kind = 'article'
                        and figures.measure in ('people_killed', 'people_injured')
                        and nearest_marks.mark = 'cumulative'
                        and coalesce(figures.value, figures.value_low) >= 200
                    )
                )
                then 'cumulative'
            -- what an attack did is told on the day or the next one, and at the head of the article; a toll further down without a
            -- day of its own is of any day
            when
                figures.document_kind = 'article'
                and figures.measure in ('people_killed', 'people_injured', 'people_detained')
                -- nor is the war's
                and coalesce(figures.value, figures.value_low, 0) < 10000
                and case
                    when own_dates.date_start is null
                        then
                            document_dates.published_date - coalesce(paragraph_days.paragraph_day, document_dates.published_date) between 0 and 1
                            and long_spans.sentence_id is null
                            and lead_tolls.document_id is not null
                            and coalesce(figures.value, figures.value_low, 0) < 1000
                    else own_dates.date_precision = 'day' and document_dates.published_date - own_dates.date_start between 0 and 1
                end
                then 'last_24h'
            -- "In September the agency dispatched 14,700 tons"
            when
                (figures.document_kind = 'bulletin' and figures.default_period = 'last_24h' or figures.default_period = 'cumulative')
                and nearest_marks.mark is null
                and own_dates.date_precision in ('week', 'month', 'quarter')
                and own_dates.is_within
                then 'other'
            -- "from 1 to 5 May 17 shellings were noted"
            when
                figures.default_period = 'last_24h'
                and nearest_marks.mark is null
                and coalesce(
                    date_diff('day', sentence_spans.span_start, sentence_spans.span_end) > 1
                    or own_dates.date_precision = 'day' and own_dates.date_end - own_dates.date_start > 1,
                    false
                )
                then 'other'
            -- "has held 1,870 actions": nobody does that in a day
            when figures.document_kind = 'bulletin' and figures.default_period = 'last_24h' and figures.value > daily_limits.most_in_a_day
                then case when periodicals.document_id is null then 'cumulative' else 'other' end
            when
                figures.default_period = 'last_24h'
                and not coalesce(series.is_daily, false)
                and not (figures.measure = 'ceasefire_violations' and day_paragraphs.document_id is not null and longer_spans.sentence_id is null)
                and not (
                    day_digests.document_id is not null
                    and (
                        figures.measure = 'ceasefire_violations'
                        or coalesce(figures.value <= coalesce(daily_limits.most_in_a_day, 100000) and longer_spans.sentence_id is null, false)
                    )
                )
                then 'other'
            else coalesce(figures.default_period, 'other')
        end as period,
        coalesce(nearest_marks.since_date, sentence_spans.span_start) as period_start,
        sentence_spans.span_end,
        case
            when sentence_spans.span_end is not null then sentence_spans.span_end
            when sentence_spans.as_of_date is not null and figures.document_kind = 'bulletin' then sentence_spans.as_of_date
            -- "this year", told in March, ends on the day of telling
            when own_dates.date_start is not null and coalesce(figures.rule_modality, '') <> 'needed'
                then
                    case
                        when own_dates.date_start <= document_dates.published_date
                            then least(coalesce(own_dates.date_end, own_dates.date_start), document_dates.published_date)
                        else coalesce(own_dates.date_end, own_dates.date_start)
                    end
            else paragraph_days.paragraph_day
        end as own_as_of,
        case
            when own_dates.date_precision in ('month', 'quarter', 'year', 'week') or own_dates.date_end > own_dates.date_start
                then own_dates.date_start
        end as own_start,
        coalesce(own_dates.date_end, own_dates.date_start) as own_end,
        coalesce(nearest_marks.mark = 'last_24h' or own_dates.date_start is not null, false) as says_when,
        figures.document_id,
        figures.measure,
        figures.char_start,
        coalesce(figures.value, figures.value_low) as told_value,
        document_dates.published_date
    from figures
    left join nearest_marks on figures.mention_id = nearest_marks.mention_id
    left join days on figures.sentence_id = days.sentence_id
    left join totals on figures.sentence_id = totals.sentence_id
    left join running on figures.sentence_id = running.sentence_id
    left join counts on figures.sentence_id = counts.sentence_id
    left join own_dates on figures.mention_id = own_dates.mention_id
    left join paragraph_days on figures.mention_id = paragraph_days.mention_id
    left join sentence_spans on figures.sentence_id = sentence_spans.sentence_id
    left join {{ ref('daily_limits') }} as daily_limits on figures.measure = daily_limits.measure
    left join series on figures.document_id = series.document_id
    left join day_digests on figures.document_id = day_digests.document_id
    left join day_paragraphs
        on
            figures.document_id = day_paragraphs.document_id
            and figures.line_number = day_paragraphs.line_number
            and figures.sentence_number > day_paragraphs.sentence_number
    left join periodicals on figures.document_id = periodicals.document_id
    left join longer_spans on figures.sentence_id = longer_spans.sentence_id
    left join long_spans on figures.sentence_id = long_spans.sentence_id
    left join lead_tolls on figures.document_id = lead_tolls.document_id
    left join document_dates on figures.document_id = document_dates.document_id
),

-- "1,420 have been killed since 13 July ... 250 were executed": the toll that an article opens with says of what time it tells
openings as (
    select
        document_id,
        measure,
        arg_min(period, char_start) as period,
        arg_min(told_value, char_start) as told_value,
        min(char_start) as char_start
    from judged
    where document_kind = 'article' and measure in ('people_killed', 'people_injured') and period is not null
    group by document_id, measure
),

settled as (
    select
        judged.mention_id,
        judged.published_date,
        case
            when
                (
                    openings.period in ('cumulative', 'other')
                    -- whose dead are a running total, so are the wounded
                    or (killed_openings.period = 'cumulative' and judged.measure = 'people_injured')
                )
                and coalesce(judged.period, heads.period, grand_heads.period) = 'last_24h'
                and not coalesce(heads.says_when, judged.says_when)
                and judged.told_value < greatest(openings.told_value, killed_openings.told_value)
                then 'other'
            else coalesce(judged.period, heads.period, grand_heads.period, 'other')
        end as period,
        coalesce(judged.own_as_of, heads.own_as_of, grand_heads.own_as_of, judged.published_date) as as_of_date,
        coalesce(judged.period_start, heads.period_start, grand_heads.period_start, judged.own_start) as period_start,
        coalesce(
            judged.span_end, heads.span_end, grand_heads.span_end, case when judged.own_start is not null then judged.own_end end
        ) as period_end
    from judged
    left join judged as heads on judged.head_mention_id = heads.mention_id
    left join judged as grand_heads on heads.head_mention_id = grand_heads.mention_id
    left join openings
        on
            judged.document_id = openings.document_id
            and judged.measure = openings.measure
            and judged.document_kind = 'article'
            and judged.char_start > openings.char_start
    left join openings as killed_openings
        on
            judged.document_id = killed_openings.document_id
            and killed_openings.measure = 'people_killed'
            and judged.document_kind = 'article'
            and judged.char_start > killed_openings.char_start
),

final as (
    select
        mention_id,
        period,
        -- nothing is counted up to a day before it began
        case when as_of_date < period_start then published_date else as_of_date end as as_of_date,
        period_start,
        -- nor does a span end before it
        case when coalesce(period_end >= period_start, true) then period_end end as period_end
    from settled
)

select * from final
