with

mentions as (
    select * from {{ ref('int_actor_mentions') }}
    where actor_id is not null
),

tokens as not materialized (
    select * from {{ ref('int_clause_tokens') }}
),

sentences as (
    select
        sentence_id,
        document_id,
        document_kind,
        sentence_number
    from {{ ref('int_sentences') }}
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

states as (
    select
        named.document_id,
        named.sentence_id,
        sentences.sentence_number,
        named.token_start,
        named.country_iso3
    from {{ ref('int_named_actors') }} as named
    inner join sentences on named.sentence_id = sentences.sentence_id
    where named.country_iso3 is not null and named.actor_type in ('state', 'government', 'military', 'person')
),

-- "government bombing": in news of Syria the state that nobody names is Syria, unless another one was just spoken of
unnamed as (
    select
        tokens.sentence_id,
        tokens.document_id,
        tokens.token_number,
        tokens.char_start,
        tokens.token_key
    from tokens
    inner join sentences on tokens.sentence_id = sentences.sentence_id
    left join mentions
        on
            tokens.sentence_id = mentions.sentence_id
            and tokens.token_number between mentions.token_start and mentions.token_end + 1
    left join states
        on
            sentences.document_id = states.document_id
            and states.sentence_number between sentences.sentence_number - 1 and sentences.sentence_number
            and (tokens.sentence_id <> states.sentence_id or tokens.token_number > states.token_start)
    where
        tokens.token_key in ('government', 'правительств')
        and not tokens.is_capitalised
        and sentences.document_kind = 'article'
        and mentions.mention_id is null
        and (tokens.key_before in ('the', 'a', 'by', 'of', 'and', 'to', 'from') or tokens.key_before is null)
    group by tokens.sentence_id, tokens.document_id, tokens.token_number, tokens.char_start, tokens.token_key
    having coalesce(arg_max(states.country_iso3, (states.sentence_number, states.token_start, states.country_iso3)), 'SYR') = 'SYR'
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
    union all
    select
        sentence_id || '-' || lpad(cast(token_number as varchar), 4, '0') || '-unnamed' as mention_id,
        sentence_id,
        document_id,
        token_number as token_start,
        token_number as token_end,
        char_start,
        token_key as actor_text,
        'government-of-syria' as actor_id,
        'epithet' as mention_kind,
        false as is_person,
        false as is_locative
    from unnamed
)

select * from final
