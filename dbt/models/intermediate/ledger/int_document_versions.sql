with

documents as (
    select * from {{ ref('stg_documents') }}
),

dates as (
    select * from {{ ref('int_document_dates') }}
),

titles as (
    select * from {{ ref('int_document_titles') }}
),

sentences as (
    select
        document_id,
        lower(sentence_text) as sentence_text,
        regexp_replace(lower(sentence_text), '[0-9]([0-9.,\s]*[0-9])?', '#', 'g') as sentence_frame
    from {{ ref('int_sentences') }}
),

head_lines as (
    select
        document_id,
        char_start,
        char_end
    from {{ ref('int_lines') }}
    where line_kind = 'title' or line_number <= 3
),

marks as (
    select {{ phrase_key('phrase') }} as phrase_key
    from {{ ref('correction_marks') }}
),

marked as (
    select distinct ngrams.document_id
    from {{ ref('int_ngrams') }} as ngrams
    inner join marks on ngrams.ngram_key = marks.phrase_key
    inner join head_lines
        on
            ngrams.document_id = head_lines.document_id
            and ngrams.char_start between head_lines.char_start and head_lines.char_end
),

fingerprints as (
    select
        documents.document_id,
        documents.document_kind,
        documents.is_present,
        documents.superseded_by_document_id as changed_to_document_id,
        documents.language,
        documents.outlet,
        documents.char_count,
        documents.metadata_published_date,
        dates.published_date,
        titles.series,
        marked.document_id is not null as is_marked,
        sha256(lower(regexp_replace(documents.text, '\s+', ' ', 'g'))) as text_fingerprint
    from documents
    left join dates on documents.document_id = dates.document_id
    left join titles on documents.document_id = titles.document_id
    left join marked on documents.document_id = marked.document_id
),

ranked as (
    select
        *,
        first_value(document_id) over (
            partition by text_fingerprint
            order by is_present desc, published_date asc nulls last, document_id asc
        ) as first_document_id
    from fingerprints
),

-- one bulletin of a day, as several texts tell it; which was issued later is told by the date it
-- was published on, then by its own word that it corrects; where neither is known, by its id, so
-- that no order of loading matters
dated as (
    select
        *,
        min(metadata_published_date) over of_a_day as first_date,
        max(metadata_published_date) over of_a_day as last_date
    from ranked
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
            and earlier.issue_number < later.issue_number
            and coalesce(earlier.outlet = later.outlet, true)
),

frames as (
    select
        sentences.document_id,
        sentences.sentence_frame,
        list(distinct sentences.sentence_text order by sentences.sentence_text) as wordings
    from sentences
    inner join bulletins on sentences.document_id = bulletins.document_id
    group by sentences.document_id, sentences.sentence_frame
),

frame_counts as (
    select
        document_id,
        count(*) as frame_count
    from frames
    group by document_id
),

shared_frames as (
    select
        pairs.document_id,
        pairs.later_document_id,
        count(*) as shared_count,
        count(*) filter (where own.wordings <> other.wordings) as altered_count
    from pairs
    inner join frames as own on pairs.document_id = own.document_id
    inner join frames as other
        on pairs.later_document_id = other.document_id and own.sentence_frame = other.sentence_frame
    group by pairs.document_id, pairs.later_document_id
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
        ranked.document_id,
        ranked.is_present and corrections.later_document_id is null as is_current,
        coalesce(ranked.changed_to_document_id, corrections.later_document_id) as superseded_by_document_id,
        case
            when ranked.changed_to_document_id is not null then 'file changed'
            else corrections.supersession_basis
        end as supersession_basis,
        case when ranked.first_document_id <> ranked.document_id then ranked.first_document_id end
            as duplicate_of_document_id,
        case
            when ranked.first_document_id = ranked.document_id and tellings.fullest_document_id <> ranked.document_id
                then tellings.fullest_document_id
        end as retells_document_id
    from ranked
    left join corrections on ranked.first_document_id = corrections.document_id
    left join tellings on ranked.document_id = tellings.document_id
)

select * from final
