with

documents as (
    select
        document_id,
        document_kind,
        metadata_published_date,
        metadata_source
    from {{ ref('stg_documents_to_read') }}
),

places as (
    select * from {{ ref('int_document_date_places') }}
),

expressions as (
    select
        *,
        {{ own_first_day() }} as full_day
    from {{ ref('int_date_expressions') }}
),

weekdays as (
    select distinct
        document_id,
        line_number,
        weekday_from as weekday
    from expressions
    where expression_kind = 'weekday' and pointer is null and weekday_from = weekday_to
),

last_years as (
    select
        document_id,
        max(year_to) as last_year,
        max(year_to) filter (where expression_kind <> 'year') as last_year_in_full,
        max(full_day) as last_day
    from expressions
    group by document_id
),

best_own as (
    select
        document_id,
        full_day,
        place_kind
    from places
    where full_day is not null and place_kind <> 'caption'
    qualify
        row_number() over (
            partition by document_id
            order by
                case
                    when place_kind = 'title' then 1
                    when label_role = 'first' then 2
                    when label_role = 'later' then 6
                    when place_kind = 'line' then 3
                    when place_kind = 'heading' then 4
                    when place_kind = 'dateline' then 5
                    when place_kind = 'closing' then 7
                    else 8
                end,
                char_start
        ) = 1
),

named as (
    select distinct expressions.document_id
    from expressions
    inner join documents
        on
            expressions.document_id = documents.document_id
            and expressions.full_day = documents.metadata_published_date
),

datelines as (
    select
        document_id,
        line_number,
        full_day,
        month_number,
        day_number
    from places
    where place_kind = 'dateline'
    qualify row_number() over (partition by document_id order by char_start) = 1
),

-- "MOSCOW, September 14. /TASS/": the year comes from the sidecar or page, else from the text's last.
dated_datelines as (
    select
        datelines.document_id,
        documents.metadata_source,
        coalesce(
            datelines.full_day,
            {{ day_of(
                "coalesce("
                ~ nearest_year("datelines.month_number", "documents.metadata_published_date")
                ~ ", case when last_years.last_year_in_full = last_years.last_year then last_years.last_year end)",
                'datelines.month_number',
                'datelines.day_number'
            ) }}
        ) as dateline_day
    from datelines
    inner join documents on datelines.document_id = documents.document_id
    left join last_years on datelines.document_id = last_years.document_id
),

-- A weekday in the text must agree with a year that the dateline does not have itself.
agreeing_datelines as (
    select distinct
        dated_datelines.document_id,
        dated_datelines.dateline_day
    from dated_datelines
    inner join weekdays
        on
            dated_datelines.document_id = weekdays.document_id
            and isodow(dated_datelines.dateline_day) = weekdays.weekday
),

-- "MOSCOW, 19 September ... said on Thursday", and of what was before no later year than the last but one: of the years
-- that may be meant the first in which that day is a Thursday.
lead_weekdays as (
    select
        document_id,
        min(weekday) as weekday
    from weekdays
    group by document_id
    having count(distinct weekday) = 1
),

possible_years as (
    select
        datelines.document_id,
        {{ day_of('last_years.last_year + steps.step', 'datelines.month_number', 'datelines.day_number') }} as possible_day
    from datelines
    inner join last_years on datelines.document_id = last_years.document_id
    inner join documents on datelines.document_id = documents.document_id
    cross join (values (0), (1), (2)) as steps (step)
    where datelines.full_day is null and documents.metadata_published_date is null
),

reckoned as (
    select
        possible_years.document_id,
        min(possible_years.possible_day) as reckoned_day
    from possible_years
    inner join datelines on possible_years.document_id = datelines.document_id
    inner join weekdays on datelines.document_id = weekdays.document_id and datelines.line_number = weekdays.line_number
    inner join lead_weekdays on possible_years.document_id = lead_weekdays.document_id
    inner join last_years on possible_years.document_id = last_years.document_id
    where
        isodow(possible_years.possible_day) = lead_weekdays.weekday
        and coalesce(possible_years.possible_day >= last_years.last_day, true)
    group by possible_years.document_id
),

-- A photo of the day that the text tells of by its weekday, and nothing later in the text.
captions as (
    select
        places.document_id,
        max(places.full_day) as caption_day
    from places
    inner join weekdays
        on
            places.document_id = weekdays.document_id
            and places.line_number <> weekdays.line_number
            and isodow(places.full_day) = weekdays.weekday
    inner join last_years on places.document_id = last_years.document_id
    where places.place_kind = 'caption' and year(places.full_day) >= last_years.last_year
    group by places.document_id
),

judged as (
    select
        documents.document_id,
        documents.metadata_published_date,
        best_own.full_day as own_day,
        best_own.place_kind as own_place,
        coalesce(captions.caption_day, reckoned.reckoned_day) as inferred_day,
        agreeing_datelines.dateline_day as agreed_day,
        named.document_id is not null as is_named,
        coalesce(documents.metadata_source = 'sidecar', false) as has_sidecar,
        best_own.full_day is not null
        and (
            documents.metadata_published_date is null
            or documents.metadata_source = 'html' and best_own.place_kind not in ('closing', 'today')
            -- the last day of its period is a bulletin's day where nothing else is
            or documents.document_kind = 'bulletin' and best_own.place_kind not in ('period', 'today')
            or best_own.full_day = documents.metadata_published_date
        ) as is_own,
        -- A page that shows no more than a year is given its first of January.
        documents.metadata_source = 'html'
        and (named.document_id is not null or dayofyear(documents.metadata_published_date) > 1) as has_page_date,
        case
            when
                documents.metadata_source = 'sidecar'
                and abs(date_diff('day', dated_datelines.dateline_day, documents.metadata_published_date)) <= 7
                then dated_datelines.dateline_day
            else coalesce(datelines.full_day, agreeing_datelines.dateline_day, reckoned.reckoned_day)
        end as dateline_day
    from documents
    left join best_own on documents.document_id = best_own.document_id
    left join named on documents.document_id = named.document_id
    left join datelines on documents.document_id = datelines.document_id
    left join dated_datelines on documents.document_id = dated_datelines.document_id
    left join agreeing_datelines on documents.document_id = agreeing_datelines.document_id
    left join captions on documents.document_id = captions.document_id
    left join reckoned on documents.document_id = reckoned.document_id
),

decided as (
    select
        document_id,
        own_day,
        dateline_day,
        metadata_published_date,
        agreed_day,
        case
            when is_own then case when own_place = 'dateline' then 'dateline' else 'stated' end
            when has_sidecar then case when is_named then 'stated' else 'metadata' end
            when agreed_day is not null then 'dateline'
            when has_page_date then case when is_named then 'stated' else 'metadata' end
            when inferred_day is not null then 'inferred'
            else 'unknown'
        end as date_basis,
        case
            when is_own then own_day
            when has_sidecar then metadata_published_date
            when agreed_day is not null then agreed_day
            when has_page_date then metadata_published_date
            else inferred_day
        end as published_date
    from judged
),

final as (
    select
        document_id,
        published_date,
        date_basis,
        dateline_day as dateline_date
    from decided
)

select * from final
