with

told as (
    select * from {{ ref('int_fullest_tellings') }}
    where document_kind = 'article'
),

undated as (
    select * from told
    where event_date is null and line_kind in ('body', 'caption')
),

dated as (
    select * from told
    where event_date is not null
),

sentences as (
    select
        sentence_id,
        document_id,
        line_number,
        sentence_number,
        length(sentence_text) as sentence_length,
        regexp_matches(sentence_text, '^(?:He|She|They|Он|Она|Они) ') as goes_on,
        regexp_matches(sentence_text, '^\p{Lu}[\p{L}’'' -]+, (?:\d[^–—-]{3,20}, ?)?\(?\p{Lu}{3,}\)? ?[–—-]') as has_dateline
    from {{ ref('int_sentences') }}
),

document_dates as (
    select
        document_id,
        published_date
    from {{ ref('int_document_dates') }}
),

dates as (
    select
        mentions.*,
        sentences.sentence_number,
        sentences.line_number
    from {{ ref('int_date_mentions') }} as mentions
    inner join sentences on mentions.sentence_id = sentences.sentence_id
    where mentions.date_precision = 'day' and not mentions.is_document_date
),

speakers as (
    select
        mention_id,
        unnest(source_ids) as actor_id
    from undated
    where event_type in ('STATEMENT', 'ACCUSE', 'REJECT', 'REQUEST', 'PROMISE', 'THREATEN', 'SUPPORT')
),

-- what one says later in a text is said when he was last said to speak
same_speech as (
    select
        undated.mention_id,
        speech.date_start,
        speech.date_end,
        speech.date_precision,
        1 as basis_rank,
        cast(speech.char_start > undated.char_start as integer) * 100000 + abs(speech.char_start - undated.char_start) as distance
    from undated
    inner join speakers on undated.mention_id = speakers.mention_id
    inner join {{ ref('int_speech_dates') }} as speech
        on undated.document_id = speech.document_id and speakers.actor_id = speech.speaker_actor_id
    where speech.date_start is not null and speech.is_of_speech and speech.date_precision <> 'year'
),

meetings as (
    select
        mention_id,
        document_id,
        event_date,
        event_date_end,
        event_date_precision,
        location_id,
        char_start,
        unnest(actor_ids) as actor_id
    from dated
    where event_type = 'CONSULT' and modality = 'happened' and event_date_precision = 'day'
),

-- who meets, speaks there: the meeting that the text reports, not one of the past
same_meeting as (
    select
        undated.mention_id,
        meetings.event_date as date_start,
        meetings.event_date_end as date_end,
        meetings.event_date_precision as date_precision,
        meetings.location_id,
        2 as basis_rank,
        cast(meetings.char_start > undated.char_start as integer) * 100000 + abs(meetings.char_start - undated.char_start) as distance
    from undated
    inner join speakers on undated.mention_id = speakers.mention_id
    inner join meetings on undated.document_id = meetings.document_id and speakers.actor_id = meetings.actor_id
    inner join document_dates on undated.document_id = document_dates.document_id
    where abs(date_diff('day', meetings.event_date, document_dates.published_date)) <= 3
),

-- who denies an attack denies the one that the text dates
same_attack as (
    select
        undated.mention_id,
        dated.event_date as date_start,
        dated.event_date_end as date_end,
        dated.event_date_precision as date_precision,
        1 as basis_rank,
        abs(dated.char_start - undated.char_start) as distance
    from undated
    inner join dated
        on
            undated.document_id = dated.document_id
            and undated.event_type = dated.event_type
            and undated.modality = 'denied'
            and dated.modality <> 'denied'
),

-- "He arrived on Monday. He met ...": one who is told of goes on with what he did that day
same_account as (
    select
        undated.mention_id,
        dates.date_start,
        dates.date_end,
        dates.date_precision,
        3 as basis_rank,
        -dates.char_start as distance
    from undated
    inner join sentences on undated.sentence_id = sentences.sentence_id
    inner join dates
        on
            sentences.document_id = dates.document_id
            and sentences.line_number = dates.line_number
            and sentences.sentence_number - 1 = dates.sentence_number
    where sentences.goes_on and undated.modality = 'happened' and undated.event_type in ('CONSULT', 'AID', 'AGREE', 'COOPERATE')
),

-- "Tuesday, October 15", a line of its own, and what happened that day below it: a page of a live blog, a list of days
day_headings as (
    select
        mentions.document_id,
        sentences.line_number,
        mentions.date_start,
        mentions.date_end,
        mentions.date_precision
    from {{ ref('int_date_mentions') }} as mentions
    inner join sentences on mentions.sentence_id = sentences.sentence_id
    where
        mentions.date_precision = 'day'
        and mentions.date_start is not null
        and sentences.sentence_length <= length(mentions.date_text) + 2
),

-- one such line is the text's own stamp
diaries as (
    select document_id
    from day_headings
    group by document_id
    having count(distinct date_start) > 1
),

same_page as (
    select
        undated.mention_id,
        day_headings.date_start,
        day_headings.date_end,
        day_headings.date_precision,
        4 as basis_rank,
        -day_headings.line_number as distance
    from undated
    inner join diaries on undated.document_id = diaries.document_id
    inner join sentences on undated.sentence_id = sentences.sentence_id
    inner join day_headings on undated.document_id = day_headings.document_id and sentences.line_number > day_headings.line_number
    where undated.modality = 'happened'
),

inherited as (
    select * from same_speech
    union all
    select * exclude (location_id) from same_meeting
    union all
    select * from same_attack
    union all
    select * from same_account
    union all
    select * from same_page
),

dates_given as (
    select
        mention_id,
        date_start,
        date_end,
        date_precision
    from inherited
    qualify row_number() over (partition by mention_id order by basis_rank, distance, date_start) = 1
),

-- an agency's dateline is where it saw the talks that its lead tells, unless the lead says where
datelines as (
    select
        mentions.document_id,
        mentions.location_id,
        sentences.sentence_number
    from {{ ref('int_place_mentions') }} as mentions
    inner join sentences on mentions.sentence_id = sentences.sentence_id
    where mentions.token_start = 1 and sentences.has_dateline
    qualify row_number() over (partition by mentions.document_id order by sentences.sentence_number, mentions.token_end desc, mentions.location_id) = 1
),

lead_places as (
    select
        told.mention_id,
        datelines.location_id,
        2 as basis_rank,
        0 as distance
    from told
    inner join datelines on told.document_id = datelines.document_id
    inner join sentences on told.sentence_id = sentences.sentence_id and datelines.sentence_number = sentences.sentence_number
    where told.event_type = 'CONSULT' and told.modality = 'happened' and told.location_id is null and told.telling = 'verb'
),

-- the place of an attack is that of its denial too
denied_places as (
    select
        undenied.mention_id,
        located.location_id,
        1 as basis_rank,
        abs(located.char_start - undenied.char_start) as distance
    from told as undenied
    inner join told as located
        on
            undenied.document_id = located.document_id
            and undenied.event_type = located.event_type
            and undenied.modality = 'denied'
            and located.modality <> 'denied'
    where undenied.location_id is null and located.location_id is not null
),

places_given as (
    select
        mention_id,
        location_id
    from (
        select * from denied_places
        union all
        select * from lead_places
        union all
        -- and where they met, they spoke
        select
            same_meeting.mention_id,
            same_meeting.location_id,
            3 as basis_rank,
            same_meeting.distance
        from same_meeting
        inner join told on same_meeting.mention_id = told.mention_id
        where told.location_id is null and same_meeting.location_id is not null
    ) as given
    qualify row_number() over (partition by mention_id order by basis_rank, distance, location_id) = 1
),

final as (
    select
        told.mention_id,
        dates_given.date_start,
        dates_given.date_end,
        dates_given.date_precision,
        places_given.location_id
    from told
    left join dates_given on told.mention_id = dates_given.mention_id
    left join places_given on told.mention_id = places_given.mention_id
    where dates_given.mention_id is not null or places_given.mention_id is not null
)

select * from final
