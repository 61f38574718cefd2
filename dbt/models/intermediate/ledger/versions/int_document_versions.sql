{{ config(remembered=true) }}

with

documents as (
    select * exclude (text, language) from {{ ref('stg_documents') }}
),

dates as (
    select * from {{ ref('int_recorded_document_dates') }}
),

titles as (
    select * from {{ ref('int_recorded_document_titles') }}
),

copies as (
    select * from {{ ref('int_document_copies') }}
),

marks as (
    select * from {{ ref('int_recorded_document_marks') }}
),

described as (
    select
        documents.document_id,
        documents.document_kind,
        documents.is_present,
        documents.superseded_by_document_id as changed_to_document_id,
        marks.language,
        documents.outlet,
        documents.char_count,
        documents.metadata_published_date,
        dates.published_date,
        titles.series,
        coalesce(marks.is_correction, false) as is_marked,
        copies.original_document_id,
        -- of the texts that are equal word for word the first stands for all
        case when copies.is_same_text then copies.first_document_id else documents.document_id end as first_document_id
    from documents
    left join dates on documents.document_id = dates.document_id
    left join titles on documents.document_id = titles.document_id
    left join marks on documents.document_id = marks.document_id
    left join copies on documents.document_id = copies.document_id
),

-- one bulletin of a day, as several texts tell it; which was issued later is told by the date it
-- was published on, then by its own word that it corrects; where neither is known, by its id, so
-- that no order of loading matters
dated as (
    select
        *,
        min(metadata_published_date) over of_a_day as first_date,
        max(metadata_published_date) over of_a_day as last_date
    from described
    where
        document_kind = 'bulletin'
        and is_present
        and document_id = first_document_id
        and series is not null
        and published_date is not null
    window of_a_day as (partition by series, published_date)
),

bulletins as (
    select
        *,
        row_number() over (
            partition by series, published_date
            order by
                coalesce(metadata_published_date, case when is_marked then last_date else first_date end),
                is_marked,
                document_id
        ) as issue_number
    from dated
),

-- a digest by another agency or in another language tells the bulletin again, it does not correct it
pairs as (
    select
        earlier.document_id,
        later.document_id as later_document_id,
        later.issue_number,
        case
            when later.is_marked and not earlier.is_marked then 'marked as corrected'
            when later.metadata_published_date > earlier.metadata_published_date then 'published later'
            else 'order unknown'
        end as supersession_basis
    from bulletins as earlier
    inner join bulletins as later
        on
            earlier.series = later.series
            and earlier.published_date = later.published_date
            and earlier.language = later.language
            and later.issue_number between earlier.issue_number + 1 and earlier.issue_number + 10
            and coalesce(earlier.outlet = later.outlet, true)
),

pair_documents as (
    select distinct unnest([document_id, later_document_id]) as document_id
    from pairs
),

-- sentences without their figures
frames as (
    select
        sentences.document_id,
        regexp_replace(lower(sentences.sentence_text), '[0-9]([0-9.,\s]*[0-9])?', '#', 'g') as sentence_frame,
        list(distinct lower(sentences.sentence_text) order by lower(sentences.sentence_text)) as wordings
    from {{ ref('int_recorded_sentences') }} as sentences
    inner join pair_documents on sentences.document_id = pair_documents.document_id
    group by sentences.document_id, sentence_frame
),

frame_counts as (
    select
        document_id,
        count(*) as frame_count
    from frames
    group by document_id
),

sides as (
    select
        document_id,
        later_document_id,
        unnest([document_id, later_document_id]) as side_document_id
    from pairs
),

common_frames as (
    select
        sides.document_id,
        sides.later_document_id,
        frames.sentence_frame,
        min(frames.wordings) <> max(frames.wordings) as is_altered
    from sides
    inner join frames on sides.side_document_id = frames.document_id
    group by sides.document_id, sides.later_document_id, frames.sentence_frame
    having count(*) = 2
),

shared_frames as (
    select
        document_id,
        later_document_id,
        count(*) as shared_count,
        count(*) filter (where is_altered) as altered_count
    from common_frames
    group by document_id, later_document_id
),

corrections as (
    select
        pairs.document_id,
        pairs.later_document_id,
        pairs.supersession_basis
    from pairs
    left join shared_frames
        on pairs.document_id = shared_frames.document_id and pairs.later_document_id = shared_frames.later_document_id
    left join frame_counts as own on pairs.document_id = own.document_id
    left join frame_counts as other on pairs.later_document_id = other.document_id
    where
        pairs.supersession_basis = 'marked as corrected'
        or (
            shared_frames.shared_count >= 0.5 * least(own.frame_count, other.frame_count)
            and (shared_frames.altered_count > 0 or pairs.supersession_basis = 'published later')
        )
    qualify row_number() over (partition by pairs.document_id order by pairs.issue_number) = 1
),

-- the fullest telling of a day's bulletin is what its other tellings are linked to
tellings as (
    select
        bulletins.document_id,
        first_value(bulletins.document_id) over (
            partition by bulletins.series, bulletins.published_date
            order by bulletins.char_count desc, bulletins.document_id asc
        ) as fullest_document_id
    from bulletins
    left join corrections on bulletins.document_id = corrections.document_id
    where corrections.document_id is null
),

final as (
    select
        described.document_id,
        described.is_present and corrections.later_document_id is null as is_current,
        coalesce(described.changed_to_document_id, corrections.later_document_id) as superseded_by_document_id,
        case
            when described.changed_to_document_id is not null then 'file changed'
            else corrections.supersession_basis
        end as supersession_basis,
        described.original_document_id as duplicate_of_document_id,
        case when tellings.fullest_document_id <> described.document_id then tellings.fullest_document_id end
            as retells_document_id
    from described
    left join corrections on described.first_document_id = corrections.document_id
    left join tellings on described.document_id = tellings.document_id
)

select * from final
