{{ config(remembered=true) }}

with

documents as (
    select
        documents.document_id,
        documents.document_kind,
        marks.language,
        documents.is_present,
        documents.char_count,
        dates.published_date,
        -- these are told apart, and their issues linked, by series and day
        documents.document_kind = 'bulletin' and titles.series is not null and dates.published_date is not null
            as is_of_series,
        len(coalesce(figures.all_figures, [])) as figure_count,
        marks.text_fingerprint
    from {{ ref('stg_documents') }} as documents
    inner join {{ ref('int_recorded_document_marks') }} as marks on documents.document_id = marks.document_id
    left join {{ ref('int_recorded_document_dates') }} as dates on documents.document_id = dates.document_id
    left join {{ ref('int_recorded_document_titles') }} as titles on documents.document_id = titles.document_id
    left join {{ ref('int_document_figures') }} as figures on documents.document_id = figures.document_id
),

final as (
    select
        * exclude (text_fingerprint),
        first_value(document_id) over (
            partition by text_fingerprint
            -- an outlet that carries a bulletin word for word does not take its day from its series
            order by is_present desc, document_kind desc, published_date asc nulls last, document_id asc
        ) as first_document_id
    from documents
)

select * from final
