with

mentions as (
    select * from {{ ref('int_actor_mentions') }}
    where actor_id is not null
),

tokens as (
    select * from {{ ref('int_clause_tokens') }}
),

-- "Russian air strikes", "Israel launched": the act is no part of who acts
acts as (
    select
        mentions.mention_id,
        min(tokens.token_number) as act_token
    from mentions
    inner join tokens
        on
            mentions.sentence_id = tokens.sentence_id
            and tokens.token_number between mentions.token_start + 1 and mentions.token_end
            and (tokens.is_lexical or list_contains(tokens.word_classes, 'event_noun'))
    where mentions.mention_kind = 'demonym'
    group by mentions.mention_id
),

final as (
    select
        mentions.mention_id,
        mentions.sentence_id,
        mentions.document_id,
        mentions.token_start,
        cast(coalesce(acts.act_token - 1, mentions.token_end) as integer) as token_end,
        mentions.char_start,
        mentions.actor_text,
        mentions.actor_id,
        mentions.mention_kind,
        mentions.is_person,
        mentions.is_locative
    from mentions
    left join acts on mentions.mention_id = acts.mention_id
)

select * from final
