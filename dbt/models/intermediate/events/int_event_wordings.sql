with

events as (
    select
        event_id,
        mention_id,
        document_id,
        event_date,
        char_start,
        quote
    from {{ ref('int_events') }}
),

triggers as (
    select
        mention_id,
        char_start,
        char_end
    from {{ ref('int_trigger_mentions') }}
),

-- "on Saturday" in a document without a date: no day, but not any day either
weekdays as (
    select
        mentions.document_id,
        mentions.char_start,
        expressions.weekday_from as weekday
    from {{ ref('int_date_mentions') }} as mentions
    inner join {{ ref('int_date_expressions') }} as expressions on mentions.mention_id = expressions.mention_id
    where mentions.date_start is null and expressions.weekday_from = expressions.weekday_to and not mentions.is_document_date
),

sentences as (
    select
        document_id,
        char_start,
        char_end
    from {{ ref('int_sentences') }}
    where document_id in (select weekdays.document_id from weekdays)
),

event_weekdays as (
    select
        events.event_id,
        case when count(distinct weekdays.weekday) = 1 then min(weekdays.weekday) end as weekday
    from events
    inner join sentences
        on
            events.document_id = sentences.document_id
            and events.char_start >= sentences.char_start
            and events.char_start < sentences.char_end
    inner join weekdays
        on
            sentences.document_id = weekdays.document_id
            and sentences.char_start <= weekdays.char_start
            and sentences.char_end > weekdays.char_start
    where events.event_date is null
    group by events.event_id
),

final as (
    select
        events.event_id,
        events.document_id,
        event_weekdays.weekday,
        {{ telling_words('events.quote') }} as words,
        -- NULL for what is said
        {{ telling_words('substring(events.quote, triggers.char_start - events.char_start + 1, triggers.char_end - triggers.char_start)') }}
            as trigger_words
    from events
    left join event_weekdays on events.event_id = event_weekdays.event_id
    left join triggers on events.mention_id = triggers.mention_id
)

select * from final
