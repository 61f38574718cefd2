with

tokens as not materialized (
    select
        sentence_id,
        document_id,
        token_number,
        token_key,
        char_start
    from {{ ref('int_tokens') }}
),

words as (
    select * from tokens
    where token_key in ('delegation', 'делегац')
),

words_around as (
    {{ tokens_at('tokens', 'words', ['token_number - 1', 'token_number + 1', 'token_number + 2']) }}
),

sentences as (
    select
        sentence_id,
        sentence_number
    from {{ ref('int_sentences') }}
),

mentions as (
    select
        sentence_id,
        token_start,
        token_end,
        actor_id
    from {{ ref('int_actor_mentions') }}
    where not is_person and not is_nested
),

placed as (
    select
        words.*,
        sentences.sentence_number,
        coalesce(before_it.token_key, '') as key_before,
        coalesce(after_it.token_key, '') as key_after,
        case when after_it.token_key in ('of', 'from') then if(second_after.token_key in ('the', 'a', 'an'), 3, 2) end as reach
    from words
    inner join sentences on words.sentence_id = sentences.sentence_id
    left join words_around as before_it
        on words.sentence_id = before_it.sentence_id and words.token_number - 1 = before_it.token_number
    left join words_around as after_it
        on words.sentence_id = after_it.sentence_id and words.token_number + 1 = after_it.token_number
    left join words_around as second_after
        on words.sentence_id = second_after.sentence_id and words.token_number + 2 = second_after.token_number
),

-- "a Turkish delegation", "a delegation of the World Bank", "делегация Ирака"
named as (
    select
        placed.sentence_id,
        placed.document_id,
        placed.sentence_number,
        placed.token_number,
        mentions.actor_id
    from placed
    inner join mentions
        on
            placed.sentence_id = mentions.sentence_id
            and (
                placed.token_number between mentions.token_start and mentions.token_end + 1
                or placed.token_number + placed.reach = mentions.token_start
                or placed.token_key = 'делегац' and placed.token_number + 1 = mentions.token_start
            )
),

-- "The delegation met Lee": of those who sent the one last told of
unnamed as (
    select placed.*
    from placed
    anti join named on placed.sentence_id = named.sentence_id and placed.token_number = named.token_number
    where
        placed.reach is null
        and (
            placed.key_before = 'the'
            or placed.token_key = 'делегац' and (placed.token_number = 1 or placed.key_before in ('эта', 'это', 'эту', 'сам', ','))
        )
),

final as (
    select
        unnamed.sentence_id,
        unnamed.document_id,
        unnamed.token_number,
        unnamed.char_start,
        unnamed.token_key,
        named.actor_id
    from unnamed
    inner join named
        on
            unnamed.document_id = named.document_id
            and unnamed.sentence_number between named.sentence_number and named.sentence_number + 8
            and (unnamed.sentence_number > named.sentence_number or unnamed.token_number > named.token_number)
    qualify
        rank() over (
            partition by unnamed.sentence_id, unnamed.token_number
            order by named.sentence_number desc, named.token_number desc
        ) = 1
)

select distinct * from final
