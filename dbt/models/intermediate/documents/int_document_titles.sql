with

documents as (
    select
        document_id,
        document_kind,
        html_title
    from {{ ref('stg_documents_to_read') }}
),

lines as (
    select * from {{ ref('int_lines') }}
    where line_kind in ('title', 'heading', 'body')
),

ngrams as (
    select
        document_id,
        ngram_key,
        char_start
    from {{ ref('int_ngrams') }}
),

series_names as (
    select
        {{ phrase_key('phrase') }} as phrase_key,
        series,
        priority
    from {{ ref('bulletin_series') }}
),

titles as (
    select
        document_id,
        line_text
    from lines
    where length(line_text) >= 12
    qualify
        row_number() over (
            partition by document_id
            order by
                line_kind in ('title', 'heading') and regexp_matches(line_text, '(?i)bulletin|briefing|бюллетень|брифинг|situation') desc,
                line_kind in ('title', 'heading') desc,
                line_number
        ) = 1
),

first_lines as (
    select
        document_id,
        line_text
    from lines
    where length(line_text) >= 12
    qualify
        row_number() over (
            partition by document_id
            order by line_kind in ('title', 'heading') desc, line_number
        ) = 1
),

headings as (
    select
        document_id,
        char_start,
        char_end
    from lines
    where line_kind in ('title', 'heading') or line_number <= 4
),

series as (
    select
        ngrams.document_id,
        series_names.series
    from ngrams
    inner join series_names on ngrams.ngram_key = series_names.phrase_key
    inner join headings
        on ngrams.document_id = headings.document_id and ngrams.char_start between headings.char_start and headings.char_end
    qualify row_number() over (partition by ngrams.document_id order by series_names.priority) = 1
),

final as (
    select
        documents.document_id,
        coalesce(
            documents.html_title,
            case when documents.document_kind = 'bulletin' then titles.line_text end,
            first_lines.line_text
        ) as title,
        case when documents.document_kind = 'bulletin' then series.series end as series
    from documents
    left join titles on documents.document_id = titles.document_id
    left join first_lines on documents.document_id = first_lines.document_id
    left join series on documents.document_id = series.document_id
)

select * from final
