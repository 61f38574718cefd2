with

named as (
    select * from {{ ref('int_clause_actors') }}
),

-- where a joint body of two sides meets, both meet
seated as (
    select
        named.mention_id,
        named.event_type,
        bodies.member_actor_id as actor_id,
        named.role,
        named.token_start
    from named
    inner join {{ ref('joint_bodies') }} as bodies on named.actor_id = bodies.actor_id
    where named.role = 'participant'
),

joint_acts as (
    select
        candidates.mention_id,
        candidates.document_id,
        candidates.event_type,
        candidates.trigger_id,
        candidates.char_start,
        candidates.token_start,
        count(distinct named.actor_id) as actor_count
    from {{ ref('int_event_candidates') }} as candidates
    left join named on candidates.mention_id = named.mention_id
    where candidates.event_type = 'COOPERATE' and {{ is_trigger("joint", "candidates.trigger_id") }}
    group by all
),

-- "в министерстве опровергли", "It held Lee responsible": who is known to speak by the very verb
speaking as (
    select
        candidates.mention_id,
        candidates.event_type,
        speech.speaker_actor_id as actor_id,
        'source' as role,
        speech.token_start
    from {{ ref('int_speech_mentions') }} as speech
    inner join {{ ref('int_event_candidates') }} as candidates
        on speech.sentence_id = candidates.sentence_id and speech.token_end between candidates.token_start and candidates.token_end
    anti join named on candidates.mention_id = named.mention_id and named.role = 'source'
    where
        speech.is_act and speech.speaker_actor_id is not null
        and candidates.telling = 'verb' and not candidates.is_passive and candidates.trigger_kind = 'verb'
        and candidates.event_type in ('REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROMISE', 'SUPPORT')
        and candidates.anchor_key_before not in ('and', 'but', 'they')
),

-- "the tenth joint patrol": of those who hold the other ones
alike as (
    select
        unnamed.mention_id,
        unnamed.event_type,
        unnamed.token_start,
        named_ones.mention_id as like_mention_id
    from joint_acts as unnamed
    inner join joint_acts as named_ones
        on unnamed.document_id = named_ones.document_id and unnamed.trigger_id = named_ones.trigger_id
    where unnamed.actor_count = 0 and named_ones.actor_count >= 2
    qualify row_number() over (
        partition by unnamed.mention_id
        order by abs(unnamed.char_start - named_ones.char_start), named_ones.char_start, named_ones.mention_id
    ) = 1
),

consulting as (
    select
        mention_id,
        document_id,
        event_type,
        char_start,
        token_start,
        (telling = 'happening' or telling = 'verb' and is_passive)
        and bool_or(
            trigger_kind = 'noun'
            and {{ is_trigger("in_rounds") }}
            and key_before in ('the', 'next', 'second', 'third', 'fourth', 'new', 'another', 'latest')
        ) over (partition by document_id, sentence_id, clause_number)
            as is_further_round
    from {{ ref('int_event_candidates') }}
    where event_type = 'CONSULT'
),

rounds as (
    select
        consulting.*,
        count(distinct named.actor_id) as actor_count
    from consulting
    left join named on consulting.mention_id = named.mention_id
    group by all
),

-- "the next round will be held in May": of those who held the last one
next_rounds as (
    select
        unnamed.mention_id,
        unnamed.event_type,
        unnamed.token_start,
        named_ones.mention_id as like_mention_id
    from rounds as unnamed
    inner join rounds as named_ones on unnamed.document_id = named_ones.document_id and unnamed.char_start > named_ones.char_start
    where unnamed.is_further_round and unnamed.actor_count = 0 and named_ones.actor_count >= 2
    qualify row_number() over (partition by unnamed.mention_id order by named_ones.char_start desc, named_ones.mention_id) = 1
),

added as (
    select
        mention_id,
        event_type,
        actor_id,
        role,
        token_start
    from named
    union all
    select * from seated
    union all
    select * from speaking
    union all
    select
        listed.mention_id,
        listed.event_type,
        listed.actor_id,
        listed.role,
        listed.token_start
    from {{ ref('int_listed_subjects') }} as listed
    anti join named on listed.mention_id = named.mention_id and named.role in ('source', 'participant')
    union all
    select
        mention_id,
        event_type,
        actor_id,
        'source' as role,
        999 as token_start
    from {{ ref('int_voters') }}
    union all
    select
        mention_id,
        event_type,
        actor_id,
        role,
        token_start
    from {{ ref('int_landlords') }}
    union all
    select
        alike.mention_id,
        alike.event_type,
        named.actor_id,
        named.role,
        alike.token_start
    from (
        select * from alike
        union all
        select * from next_rounds
    ) as alike
    inner join named on alike.like_mention_id = named.mention_id
),

cast_once as (
    select
        mention_id,
        any_value(event_type) as event_type,
        actor_id,
        arg_min(role, (token_start, role)) as role,
        min(token_start) as token_start
    from added
    group by mention_id, actor_id
),

-- who agrees to do something, and who stands behind the verb
deciding as (
    select
        cast_once.mention_id,
        cast_once.actor_id,
        {{ is_trigger("brokering", "candidates.trigger_id") }} as is_brokered,
        {{ is_trigger("deciding", "candidates.trigger_id") }} and not candidates.is_passive as is_decided,
        cast_once.token_start > candidates.token_end as is_behind,
        count(*) filter (where cast_once.token_start < candidates.token_start) over (partition by cast_once.mention_id) as deciding_count
    from cast_once
    inner join {{ ref('int_event_candidates') }} as candidates on cast_once.mention_id = candidates.mention_id
    where
        candidates.event_type = 'AGREE' and candidates.trigger_kind = 'verb'
        and ({{ is_trigger("brokering", "candidates.trigger_id") }} or {{ is_trigger("deciding", "candidates.trigger_id") }})
),

-- "clashes between the army and the group", "the two fought near Azaz": either side takes part
fights as (
    select cast_once.mention_id
    from cast_once
    inner join {{ ref('int_event_candidates') }} as candidates on cast_once.mention_id = candidates.mention_id
    where
        candidates.event_type = 'ASSAULT'
        and {{ is_trigger("fighting", "candidates.trigger_id") }}
    group by cast_once.mention_id
    having count(*) filter (where cast_once.role = 'source') >= 2 and count(*) filter (where cast_once.role = 'target') = 0
),

-- who works together takes part; who reopens a border alone does it to somebody
final as (
    select
        cast_once.mention_id,
        cast_once.actor_id,
        case
            when deciding.is_brokered then if(deciding.is_behind, 'participant', 'source')
            -- "the League agreed to give Syria its seat back"
            when deciding.is_decided and deciding.deciding_count = 1 then if(deciding.is_behind, 'target', 'source')
            when fights.mention_id is not null then 'participant'
            when cast_once.event_type <> 'COOPERATE' then cast_once.role
            when
                count(*) filter (where cast_once.role in ('source', 'participant')) over (partition by cast_once.mention_id) = 1
                and cast_once.role = 'participant'
                then 'source'
            when count(*) filter (where cast_once.role = 'source') over (partition by cast_once.mention_id) >= 2 and cast_once.role = 'source'
                then 'participant'
            else cast_once.role
        end as role
    from cast_once
    left join deciding on cast_once.mention_id = deciding.mention_id and cast_once.actor_id = deciding.actor_id
    left join fights on cast_once.mention_id = fights.mention_id
    -- "Russia and Turkey agreed to set up a zone in Syria"
    where not coalesce(deciding.is_decided and deciding.is_behind and deciding.deciding_count >= 2, false)
)

select * from final
