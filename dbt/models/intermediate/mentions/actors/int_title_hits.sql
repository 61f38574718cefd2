with

ngrams as (
    select * from {{ ref('int_ngrams') }}
),

tokens as not materialized (
    select * from {{ ref('int_tokens') }}
),

written as (
    select
        {{ phrase_key('title') }} as title_key,
        language,
        ends_with(title, '.') as is_abbreviated
    from {{ ref('person_titles') }}
),

titles as (
    select
        title_key,
        bool_or(is_abbreviated) as is_abbreviated
    from (
        select
            title_key,
            is_abbreviated
        from written
        union all
        select
            title_key || 's' as title_key,
            false as is_abbreviated
        from written
        where language = 'en'
    ) as forms
    group by title_key
),

hits as (
    select
        ngrams.sentence_id,
        ngrams.document_id,
        ngrams.token_start,
        ngrams.token_end,
        ngrams.char_start,
        ngrams.char_end,
        ngrams.is_capitalised,
        ngrams.word_count,
        ngrams.token_end as reach,
        titles.is_abbreviated
    from ngrams
    inner join titles on ngrams.ngram_key = titles.title_key
),

longest as (
    {{ longest_matches('hits') }}
),

-- the dot of "Gen. Lee" belongs to the title
final as (
    select
        longest.sentence_id,
        longest.document_id,
        longest.token_start,
        coalesce(dots.token_number, longest.token_end) as token_end,
        longest.char_start,
        coalesce(dots.char_end, longest.char_end) as char_end,
        longest.is_capitalised
    from longest
    left join tokens as dots
        on
            longest.sentence_id = dots.sentence_id
            and longest.token_end + 1 = dots.token_number
            and longest.is_abbreviated
            and dots.token = '.'
            and dots.gap_before = ''
)

select * from final
