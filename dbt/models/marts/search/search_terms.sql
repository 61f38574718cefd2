{{ config(post_hook="{{ create_search() }}") }}
-- the table macro that the hook makes reads it: depends_on {{ ref('dim_document') }}

with

tokens as (
    select * from {{ ref('int_tokens') }}
),

sentences as (
    select
        sentence_id,
        sentence_key
    from {{ ref('sentences') }}
),

-- Texts use few words many times: each is folded once.
words as (
    select distinct
        token,
        token_kind,
        token_key
    from tokens
    where token_kind <> 'punct'
),

vocabulary as (
    select
        *,
        {{ search_term('token', 'token_kind', 'token_key') }} as term
    from words
),

final as (
    select
        vocabulary.term,
        sentences.sentence_key,
        cast(row_number() over (partition by sentences.sentence_key order by tokens.token_number) as integer) as position
    from tokens
    inner join vocabulary
        on
            tokens.token = vocabulary.token
            and tokens.token_kind = vocabulary.token_kind
            and tokens.token_key = vocabulary.token_key
    inner join sentences on tokens.sentence_id = sentences.sentence_id
)

select * from final
-- a look-up of a few terms then reads a few blocks of the file
order by term, sentence_key, position
