with

numbers as (
    select * from {{ ref('int_number_mentions') }}
),

tokens as (
    select
        sentence_id,
        token_number,
        token_key
    from {{ ref('int_tokens') }}
),

dates as (
    select
        sentence_id,
        token_start,
        token_end,
        date_start,
        date_end,
        is_relative
    from {{ ref('int_date_mentions') }}
    where date_precision = 'day' and date_start is not null
),

-- "as of 9 August", "по состоянию на 9 августа"
as_of_dates as (
    select
        dates.sentence_id,
        dates.date_start as as_of_date
    from dates
    inner join tokens as before
        on dates.sentence_id = before.sentence_id and before.token_number = dates.token_start - 1
    inner join tokens as second
        on dates.sentence_id = second.sentence_id and second.token_number = dates.token_start - 2
    where
        (before.token_key in ('of', 'at', 'on') and second.token_key = 'as')
        or (before.token_key = 'на' and second.token_key = 'состояни')
    qualify row_number() over (partition by dates.sentence_id order by dates.token_start) = 1
),

sentences_told as (
    select
        sentences.sentence_id,
        sentences.document_id,
        sentences.line_number,
        sentences.sentence_number,
        regexp_matches(sentences.sentence_text, '^(?:(?:On )?[Tt]he (?:following|next) day|На следующий день)[ ,:]') as is_of_next_day,
        document_dates.published_date
    from {{ ref('int_sentences') }} as sentences
    inner join {{ ref('int_document_dates') }} as document_dates on sentences.document_id = document_dates.document_id
    where sentences.line_kind not in ('title', 'heading', 'furniture') and document_dates.published_date is not null
),

-- "On 3 May 5 cases were registered. On 4 May ...": sentences that open with a day of the weeks before
opening_days as (
    select
        sentences_told.*,
        dates.date_start as opening_day
    from dates
    inner join sentences_told on dates.sentence_id = sentences_told.sentence_id
    left join tokens as before
        on dates.sentence_id = before.sentence_id and before.token_number = dates.token_start - 1
    where
        dates.date_end = dates.date_start
        and not dates.is_relative
        and sentences_told.published_date - dates.date_start between 0 and 31
        and (dates.token_start = 1 or (dates.token_start = 2 and before.token_key in ('on', 'за')))
    qualify
        min(dates.date_start) over (partition by sentences_told.document_id)
        < max(dates.date_start) over (partition by sentences_told.document_id)
),

says_when as (
    select sentence_id from {{ ref('int_date_mentions') }}
    union
    select sentence_id from {{ ref('int_period_marks') }}
),

-- and what follows such a sentence in its paragraph is of its day, unless it says when itself
listed_days as (
    select
        sentences_told.sentence_id,
        opening_days.opening_day + cast(sentences_told.is_of_next_day as integer) as opening_day
    from sentences_told
    inner join opening_days
        on
            sentences_told.document_id = opening_days.document_id
            and sentences_told.line_number = opening_days.line_number
            and sentences_told.sentence_number >= opening_days.sentence_number
    left join says_when on sentences_told.sentence_id = says_when.sentence_id
    where
        sentences_told.sentence_id = opening_days.sentence_id
        or sentences_told.is_of_next_day
        or says_when.sentence_id is null
    qualify row_number() over (partition by sentences_told.sentence_id order by opening_days.sentence_number desc) = 1
),

-- "in the 12 months up to 31 July 2018": a span that ends on a day
lengths_up_to as (
    select
        lengths.sentence_id,
        dates.date_start as span_end,
        cast(
            dates.date_start
            - case lengths.unit
                when 'years' then to_years(cast(lengths.value as integer))
                when 'months' then to_months(cast(lengths.value as integer))
                when 'weeks' then to_days(cast(7 * lengths.value as integer))
                else to_days(cast(lengths.value as integer))
            end
            + interval 1 day as date
        ) as span_start
    from numbers as lengths
    inner join dates
        on
            lengths.sentence_id = dates.sentence_id
            and dates.token_start between lengths.unit_end + 2 and lengths.unit_end + 4
    inner join tokens as before
        on dates.sentence_id = before.sentence_id and before.token_number = dates.token_start - 1
    where
        lengths.unit_class = 'duration'
        -- longer spans are slips, and calendars end
        and lengths.value between 1 and 1200
        and lengths.unit in ('years', 'months', 'weeks', 'days')
        and before.token_key in ('to', 'until', 'till', 'ending', 'before', 'до')
    qualify row_number() over (partition by lengths.sentence_id order by lengths.token_start, dates.token_start) = 1
),

-- "between 25 June and 1 July", "from 25 June to 1 July"
days_between as (
    select
        first_days.sentence_id,
        last_days.date_start as span_end,
        first_days.date_start as span_start
    from dates as first_days
    inner join dates as last_days
        on first_days.sentence_id = last_days.sentence_id and last_days.token_start = first_days.token_end + 2
    inner join tokens as before
        on first_days.sentence_id = before.sentence_id and before.token_number = first_days.token_start - 1
    inner join tokens as joint
        on first_days.sentence_id = joint.sentence_id and joint.token_number = first_days.token_end + 1
    where
        last_days.date_start > first_days.date_start
        and (
            (before.token_key = 'between' and joint.token_key = 'and')
            or (before.token_key in ('from', 'period') and joint.token_key in ('to', 'until', 'till', 'through', '-', '–', '—'))
            or (before.token_key in ('с', 'со') and joint.token_key = 'по')
        )
    qualify row_number() over (partition by first_days.sentence_id order by first_days.token_start) = 1
),

sentences as (
    select sentence_id from days_between
    union
    select sentence_id from lengths_up_to
    union
    select sentence_id from as_of_dates
    union
    select sentence_id from listed_days
),

final as (
    select
        sentences.sentence_id,
        -- what the text says from day to day goes before what it leaves to reckon
        coalesce(days_between.span_start, lengths_up_to.span_start) as span_start,
        coalesce(days_between.span_end, lengths_up_to.span_end) as span_end,
        coalesce(as_of_dates.as_of_date, listed_days.opening_day) as as_of_date
    from sentences
    left join days_between on sentences.sentence_id = days_between.sentence_id
    left join lengths_up_to on sentences.sentence_id = lengths_up_to.sentence_id
    left join as_of_dates on sentences.sentence_id = as_of_dates.sentence_id
    left join listed_days on sentences.sentence_id = listed_days.sentence_id
)

select * from final
