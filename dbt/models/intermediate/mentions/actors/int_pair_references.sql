with

they as (
    select * from {{ ref('int_actor_references') }}
    where noun = 'they'
),

referring as (
    select * from they
    where is_acting_jointly
),

tokens as not materialized (
    select * from {{ ref('int_tokens') }}
),

named as (
    select
        document_id,
        sentence_id,
        sentence_number,
        token_start,
        token_end,
        actor_id,
        actor_type,
        is_person
    from {{ ref('int_named_actors') }}
    where not is_nested and not is_locative
),

-- "The army closed the road. They also ...": a body before them is who they are
bodies as (
    select distinct
        referring.sentence_id,
        referring.token_start
    from referring
    inner join named
        on
            referring.document_id = named.document_id
            and not named.is_person
            and (
                referring.sentence_number = named.sentence_number and referring.token_start > named.token_start
                or referring.sentence_number - 1 = named.sentence_number
                and named.token_start <= 2
                and named.actor_type in ('military', 'armed_group', 'government', 'other')
            )
),

-- "Lee met Kim. They agreed": nobody but two or three people, or as many states, is named before
parties as (
    select
        referring.sentence_id,
        referring.token_start,
        named.is_person,
        named.actor_id
    from referring
    anti join bodies on referring.sentence_id = bodies.sentence_id and referring.token_start = bodies.token_start
    inner join named
        on
            referring.document_id = named.document_id
            and referring.sentence_number - 1 = named.sentence_number
            and (named.is_person or named.actor_type = 'state')
    group by all
),

counted as (
    select
        *,
        count(*) over (partition by sentence_id, token_start, is_person) as party_count,
        bool_or(is_person) over (partition by sentence_id, token_start) as has_people
    from parties
),

words_before as (
    {{ tokens_at('tokens', 'named', ['token_start - 1', 'token_start - 2']) }}
),

ordered as (
    select
        named.*,
        row_number() over in_sentence as place,
        -- "Jordan and the Syrian government"
        coalesce(
            named.token_start - lag(named.token_end) over in_sentence = if(article.token_key = 'the', 3, 2)
            and if(article.token_key = 'the', joint.token_key, article.token_key) in ('and', 'и', ','),
            false
        ) as is_joined,
        case when named.is_person then 'person' when named.actor_type = 'state' then 'state' else 'body' end as kind
    from named
    left join words_before as article
        on named.sentence_id = article.sentence_id and named.token_start - 1 = article.token_number
    left join words_before as joint
        on named.sentence_id = joint.sentence_id and named.token_start - 2 = joint.token_number
    window in_sentence as (partition by named.document_id, named.sentence_number order by named.token_start, named.token_end, named.actor_id)
),

-- "Jordan and Iraq signed": the two that open a sentence, of one kind
openers as (
    select
        document_id,
        sentence_number,
        min(kind) = 'person' as is_person,
        max(token_end) as token_end,
        list(actor_id order by place) as actor_ids
    from ordered
    where place = 1 and token_start <= 3 or place in (2, 3) and is_joined
    group by document_id, sentence_number
    having count(*) = 2 and max(place) = 2 and min(actor_id) <> max(actor_id) and min(kind) = max(kind)
),

-- "Jordan and Iraq signed. On Monday they ...", and nobody named between
pairs as (
    select
        they.sentence_id,
        they.token_start,
        openers.is_person,
        unnest(openers.actor_ids) as actor_id
    from they
    inner join openers
        on
            they.document_id = openers.document_id
            and (
                they.sentence_number - 1 = openers.sentence_number
                or they.sentence_number = openers.sentence_number and they.token_start > openers.token_end
            )
    left join named as others
        on
            they.document_id = others.document_id
            and they.sentence_number = others.sentence_number
            and they.token_start > others.token_start
            and they.sentence_number - 1 = openers.sentence_number
    where others.actor_id is null
),

meant as (
    select
        sentence_id,
        token_start,
        actor_id,
        is_person
    from counted
    where party_count between 2 and 3 and is_person = has_people
    union
    select
        sentence_id,
        token_start,
        actor_id,
        is_person
    from pairs
),

final as (
    select
        they.sentence_id,
        they.document_id,
        they.token_start,
        they.token_end,
        they.char_start,
        they.char_end,
        meant.actor_id,
        meant.is_person
    from meant
    inner join they on meant.sentence_id = they.sentence_id and meant.token_start = they.token_start
)

select * from final
