with

cues as (
    select * from {{ ref('int_person_cues') }}
),

hits as (
    select * from {{ ref('int_actor_hits') }}
    where actor_id is not null
),

tokens as (
    select * from {{ ref('int_tokens') }}
),

actors as (
    select * from {{ ref('actors') }}
    where actor_type = 'person'
),

known as (
    select
        hits.document_id,
        hits.actor_id,
        array_agg({{ name_word('tokens.token', 'tokens.token_key') }} order by tokens.token_number) as name_keys,
        min(tokens.char_start) as char_start
    from hits
    inner join actors on hits.actor_id = actors.actor_id
    inner join tokens
        on hits.sentence_id = tokens.sentence_id and tokens.token_number between hits.token_start and hits.token_end
    group by hits.document_id, hits.actor_id, hits.sentence_id, hits.token_start
),

named as (
    select
        document_id,
        actor_id,
        name_keys,
        char_start
    from known
    where len(name_keys) >= 2
    union all
    select
        document_id,
        coalesce(known_actor_id, {{ text_actor_id('name_keys') }}),
        name_keys,
        char_start
    from cues
    where word_count >= 2
),

final as (
    select
        document_id,
        name_keys[-1] as surname_key,
        actor_id,
        max_by(name_keys, (len(name_keys), array_to_string(name_keys, ' '))) as name_keys,
        list(distinct char_start order by char_start) as named_at
    from named
    group by document_id, surname_key, actor_id
)

select * from final
