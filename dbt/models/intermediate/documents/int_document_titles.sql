with

documents as (
    select
        document_id,
        document_kind,
        html_title
    from {{ ref('stg_documents_to_read') }}
),

lines as (
    select
        *,
        -- "July 25 2018 - 09:07": a day, with no more words than its names; few lines are so short that they are asked
        case
            when length(line_text) <= 60
                then
                    regexp_matches(line_text, {{ day_stamp() }})
                    and not regexp_matches(line_text, '(?:\p{L}{4,}.*){3}')
            else false
        end as is_stamp
    from {{ ref('int_lines') }}
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

-- a section's name, a stamp and a byline may stand above the headline, which is in the words of the text below it
texts as (
    select
        document_id,
        min(line_number) as line_number,
        {{ word_openings("string_agg(line_text, ' ' order by line_number)") }} as words
    from (
        select
            *,
            row_number() over (partition by document_id order by line_number) as body_rank
        from lines
        where line_kind = 'body'
    ) as bodies
    where body_rank <= 3
    group by document_id
),

worded as (
    select
        document_id,
        line_number,
        line_text,
        {{ word_openings('line_text') }} as words
    from lines
    where line_kind in ('title', 'heading') and length(line_text) >= 12 and not is_stamp
),

headlines as (
    select
        worded.document_id,
        worded.line_text
    from worded
    inner join texts on worded.document_id = texts.document_id and worded.line_number < texts.line_number
    where len(list_intersect(worded.words, texts.words)) >= greatest(2, len(worded.words) / 5)
    qualify row_number() over (partition by worded.document_id order by worded.line_number) = 1
),

-- a headline may be short; without one the text's first words stand for it
first_lines as (
    select
        document_id,
        case when line_kind = 'body' then left(line_text, 300) else line_text end as line_text
    from lines
    where length(line_text) >= 12 or line_kind = 'title' and regexp_matches(line_text, '\p{L}{2}')
    qualify
        row_number() over (
            partition by document_id
            order by is_stamp, line_kind in ('title', 'heading') desc, length(line_text) < 12, line_number
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
            case when documents.document_kind = 'bulletin' then titles.line_text else headlines.line_text end,
            first_lines.line_text
        ) as title,
        case when documents.document_kind = 'bulletin' then series.series end as series
    from documents
    left join titles on documents.document_id = titles.document_id
    left join headlines on documents.document_id = headlines.document_id
    left join first_lines on documents.document_id = first_lines.document_id
    left join series on documents.document_id = series.document_id
)

select * from final
