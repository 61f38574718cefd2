with

openings as (
    select distinct
        document_id,
        opening_line
    from {{ ref('int_list_lines') }}
),

sentences as (
    select
        sentence_id,
        document_id,
        line_number
    from {{ ref('int_sentences') }}
),

lines as (
    select
        document_id,
        line_number,
        line_kind in ('title', 'heading') as is_heading
    from {{ ref('int_lines') }}
    where document_id in (select openings.document_id from openings)
),

said as (
    select
        sentences.document_id,
        sentences.line_number,
        bool_or(terms.term_class = 'split') as is_split,
        bool_or(
            (terms.term_kind = 'noun' and terms.term_class not in ('location', 'settlement', 'country', 'checkpoint', 'thing', 'person', 'share_of'))
            or terms.term_class in ('kill', 'injure', 'registration')
        ) as names_what_is_counted
    from {{ ref('int_term_mentions') }} as terms
    inner join sentences on terms.sentence_id = sentences.sentence_id
    where terms.term_kind = 'noun' or terms.term_class in ('split', 'kill', 'injure', 'registration')
    group by sentences.document_id, sentences.line_number
),

named as (
    select
        lines.document_id,
        lines.line_number,
        coalesce(said.is_split, false) as is_split,
        coalesce(said.names_what_is_counted, false) as names_what_is_counted,
        max(case when lines.is_heading and said.names_what_is_counted then lines.line_number end) over (
            partition by lines.document_id
            order by lines.line_number
            rows between unbounded preceding and 1 preceding
        ) as last_naming_heading
    from lines
    left join said on lines.document_id = said.document_id and lines.line_number = said.line_number
),

final as (
    select
        openings.document_id,
        openings.opening_line,
        case
            when named.is_split and not named.names_what_is_counted then coalesce(named.last_naming_heading, openings.opening_line)
            else openings.opening_line
        end as caption_line,
        named.is_split or named.names_what_is_counted as names_what_is_counted
    from openings
    inner join named on openings.document_id = named.document_id and openings.opening_line = named.line_number
)

select * from final
