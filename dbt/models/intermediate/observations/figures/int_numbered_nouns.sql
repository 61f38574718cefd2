with

nouns as (
    select * from {{ ref('int_counted_nouns') }}
),

tokens as (
    select
        sentence_id,
        token_number,
        token_key
    from {{ ref('int_tokens') }}
    where sentence_id in (select nouns.sentence_id from nouns)
),

-- "number of settlements that had signed agreements", "количество населенных пунктов, подписавших соглашения"
final as (
    select distinct
        nouns.sentence_id,
        nouns.token_end
    from nouns
    inner join tokens as before
        on nouns.sentence_id = before.sentence_id and nouns.token_start = before.token_number + 1
    left join tokens as second
        on nouns.sentence_id = second.sentence_id and nouns.token_start = second.token_number + 2
    inner join tokens as behind
        on nouns.sentence_id = behind.sentence_id and nouns.token_end = behind.token_number - 1
    where
        before.token_key = 'of' and second.token_key = 'number' and behind.token_key in ('that', 'which', 'who', 'having', ',')
        or before.token_key in ('количеств', 'числ') and behind.token_key in (',', 'котор')
)

select * from final
