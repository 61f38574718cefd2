with

-- a second act of one type in one clause is told apart by its number; one that stands alone has none
told as (
    select
        *,
        nullif(
            row_number() over (partition by document_id, event_type, clause_char_start, clause_char_end order by char_start, mention_id), 1
        ) as act_number
    from {{ ref('int_fullest_tellings') }}
),

settings as (
    select * from {{ ref('int_event_settings') }}
),

texts as (
    select
        document_id,
        text
    from {{ ref('stg_documents_to_read') }}
),

final as (
    select
        left(sha256(concat_ws('|', told.document_id, told.event_type, told.clause_char_start, told.clause_char_end, told.act_number)), 24) as event_id,
        told.mention_id,
        told.source_mention_id,
        told.parties_mention_id,
        told.document_id,
        told.event_type,
        cast(coalesce(told.event_date, settings.date_start) as date) as event_date,
        cast(
            case
                when told.event_date is not null then coalesce(told.event_date_end, told.event_date)
                else coalesce(settings.date_end, settings.date_start)
            end as date
        ) as event_date_end,
        case when told.event_date is null and settings.date_start is not null then settings.date_precision else told.event_date_precision end
            as date_precision,
        told.is_stated_date,
        coalesce(told.location_id, settings.location_id) as location_id,
        told.modality,
        told.speaker_actor_id as attributed_to_actor_id,
        substring(texts.text, told.clause_char_start + 1, told.clause_char_end - told.clause_char_start) as quote,
        told.clause_char_start as char_start,
        told.clause_char_end as char_end
    from told
    left join settings on told.mention_id = settings.mention_id
    inner join texts on told.document_id = texts.document_id
)

select * from final
