with

figures as (
    select * from {{ ref('int_measured_figures') }}
    where measure = 'ceasefire_violations' and document_kind = 'bulletin'
),

sentences as (
    select * from {{ ref('int_sentences') }}
),

party_terms as (
    select
        sentence_id,
        char_start,
        term_class
    from {{ ref('int_term_mentions') }}
    where term_class in ('party_russian', 'party_turkish')
    union all
    -- "турецкая сторона зафиксировала 6, российская – ни одного"
    select
        adjectives.sentence_id,
        adjectives.char_start,
        case when adjectives.token_key = 'россииск' then 'party_russian' else 'party_turkish' end as term_class
    from {{ ref('int_tokens') }} as adjectives
    inner join {{ ref('int_tokens') }} as dashes
        on
            adjectives.sentence_id = dashes.sentence_id
            and adjectives.token_number = dashes.token_number - 1
            and dashes.token in ('–', '—', '-')
            and dashes.gap_before = ' '
    where adjectives.token_key in ('россииск', 'турецк')
),

-- the party of the joint commission that stands before the figure counts, else the one after it
final as (
    select
        figures.mention_id,
        case party_terms.term_class
            when 'party_russian' then 'russian-party-of-the-joint-commission'
            else 'turkish-party-of-the-joint-commission'
        end as actor_id
    from figures
    inner join sentences on figures.sentence_id = sentences.sentence_id
    inner join sentences as near
        on
            figures.document_id = near.document_id
            and sentences.line_number = near.line_number
            and near.sentence_number between sentences.sentence_number - 1 and sentences.sentence_number
    inner join party_terms on near.sentence_id = party_terms.sentence_id
    qualify
        row_number() over (
            partition by figures.mention_id
            order by
                near.sentence_number desc,
                party_terms.char_start < figures.char_start desc,
                abs(party_terms.char_start - figures.char_start)
        ) = 1
)

select * from final
