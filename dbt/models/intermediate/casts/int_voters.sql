with

tokens as (
    select * from {{ ref('int_clause_tokens') }}
),

sentences as (
    select
        sentence_id,
        document_id,
        sentence_number
    from {{ ref('int_sentences') }}
    where document_kind = 'article'
),

-- "Seven were against (Belgium, France, ...)", "Against it were two countries: China and Russia"
votes as (
    select
        tokens.sentence_id,
        sentences.document_id,
        sentences.sentence_number,
        min(tokens.token_number) filter (where tokens.token_key = 'against') as against_token
    from tokens
    inner join sentences on tokens.sentence_id = sentences.sentence_id
    where tokens.token_key in ({{ words("words_of_voting") }})
    group by tokens.sentence_id, sentences.document_id, sentences.sentence_number
    having count(distinct tokens.token_key) >= 2 and bool_or(tokens.token_key = 'against')
),

listed as (
    select
        votes.sentence_id,
        votes.document_id,
        votes.sentence_number,
        named.actor_id,
        named.token_start,
        named.token_start - coalesce(lag(named.token_end) over in_sentence, votes.against_token + 4) > 3
        -- "against: Russia, while China abstained"
        or coalesce(joint.token_key in ('while', 'but', 'with', 'as', 'whereas'), false) as is_apart
    from votes
    inner join {{ ref('int_named_actors') }} as named
        on votes.sentence_id = named.sentence_id and votes.against_token < named.token_start
    left join tokens as joint on named.sentence_id = joint.sentence_id and named.token_start - 1 = joint.token_number
    where named.actor_type = 'state' and not named.is_nested
    window in_sentence as (partition by votes.sentence_id order by named.token_start, named.actor_id)
),

-- as far as the list goes on
voters as (
    select *
    from listed
    qualify
        not bool_or(is_apart) over (partition by sentence_id order by token_start, actor_id)
        and count(*) over (partition by sentence_id) >= 2
),

candidates as (
    select
        candidates.mention_id,
        candidates.event_type,
        candidates.char_start,
        sentences.document_id,
        sentences.sentence_number
    from {{ ref('int_event_candidates') }} as candidates
    inner join sentences on candidates.sentence_id = sentences.sentence_id
    where candidates.event_type = 'REJECT' and candidates.telling = 'verb'
),

-- a draft that states have rejected by themselves is none that was voted on
rejecters as (
    select distinct actors.mention_id
    from {{ ref('int_clause_actors') }} as actors
    inner join candidates on actors.mention_id = candidates.mention_id
    inner join {{ ref('int_named_actors') }} as named
        on candidates.document_id = named.document_id and actors.actor_id = named.actor_id
    where actors.event_type = 'REJECT' and actors.role = 'source' and named.actor_type <> 'igo'
),

voted as (
    select
        votes.sentence_id,
        candidates.mention_id,
        candidates.event_type
    from (select distinct sentence_id, document_id, sentence_number from voters) as votes
    inner join candidates
        on
            votes.document_id = candidates.document_id
            and candidates.sentence_number between votes.sentence_number - 4 and votes.sentence_number
    left join rejecters on candidates.mention_id = rejecters.mention_id
    where rejecters.mention_id is null
    qualify row_number() over (partition by votes.sentence_id order by candidates.char_start desc, candidates.mention_id) = 1
),

final as (
    select distinct
        voted.mention_id,
        voted.event_type,
        voters.actor_id
    from voted
    inner join voters on voted.sentence_id = voters.sentence_id
)

select * from final
