with

figures as (
    select * from {{ ref('int_measured_figures') }}
    where measure = 'ceasefire_violations' and document_kind = 'bulletin'
),

sentences as (
    select * from {{ ref('int_sentences') }}
),

-- where a verb of counting or a comma stands next, and stood last
words as (
    select
        sentence_id,
        char_start,
        token_number,
        token_key,
        token,
        lag(token_key) over in_order as key_before,
        lead(token_key) over in_order as key_behind,
        lead(token_key) over in_order in ('–', '—', '-') and lead(gap_before) over in_order = ' ' or lead(token_key) over in_order = ':'
            as has_dash_behind,
        max(case when token_key in ({{ words("verbs_of_counting") }}) then token_number end) over in_order as last_verb,
        max(case when token_key in (',', ';') then token_number end) over in_order as last_comma,
        min(case when token_key in ({{ words("verbs_of_counting") }}) then token_number end) over to_the_end as next_verb,
        min(case when token_key in (',', ';') then token_number end) over to_the_end as next_comma
    from {{ ref('int_tokens') }}
    where sentence_id in (select figures.sentence_id from figures)
    window
        in_order as (partition by sentence_id order by token_number),
        to_the_end as (partition by sentence_id order by token_number rows between current row and unbounded following)
),

-- "Россия зафиксировала девять нарушений, Турция — восемь", "у Турции 15": a state as its party; neither "groups that Turkey backs" nor "the
-- Russian party of the Russia-Turkey Commission registered"
states as (
    select
        sentence_id,
        char_start,
        case when lower(token) in ('россия', 'россии', 'russia') then 'party_russian' else 'party_turkish' end as term_class
    from words
    where
        lower(token) in ('россии', 'турции') and key_before = 'у'
        or lower(token) in ('россия', 'турция', 'russia', 'turkey', 'türkiye') and has_dash_behind
        or lower(token) in ('россия', 'турция')
        and (
            next_verb - token_number <= 6 and coalesce(next_comma > next_verb, true)
            or token_number - last_verb <= 4 and coalesce(last_comma < last_verb, true)
        )
        or lower(token) in ('russia', 'turkey', 'türkiye')
        and coalesce(key_before, '') not in ('-', '–', '/')
        and (
            next_verb - token_number = 1
            or next_verb - token_number = 2 and key_behind in ('has', 'had', 'have')
            or token_number - last_verb = 2 and key_before = 'by'
        )
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
    union all
    select
        sentence_id,
        char_start,
        term_class
    from states
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
