with

events as (
    select
        event_id,
        mention_id,
        source_mention_id,
        parties_mention_id,
        document_id,
        event_type,
        quote,
        is_stated_date
    from {{ ref('int_events') }}
),

targets as (
    select
        mention_id,
        target_mention_id
    from {{ ref('int_fullest_tellings') }}
    where target_mention_id is not null
),

-- who issues a bulletin is the unnamed giver of its aid and a party to its agreements
houses as (
    select
        mentions.document_id,
        min(houses.house_actor_id) as house_actor_id
    from {{ ref('int_actor_mentions') }} as mentions
    inner join {{ ref('bulletin_houses') }} as houses on mentions.actor_id = houses.issuer_actor_id
    inner join {{ ref('int_sentences') }} as sentences on mentions.sentence_id = sentences.sentence_id
    where sentences.document_kind = 'bulletin'
    group by mentions.document_id
),

speech as (
    select * from {{ ref('int_speech_tellings') }}
),

actors as (
    select
        mention_id,
        actor_id,
        role
    from {{ ref('int_event_mention_actors') }}
    union all
    select
        mention_id,
        speaker_actor_id as actor_id,
        'source' as role
    from {{ ref('int_event_tellings') }}
    where is_speakers_act
    union all
    select
        mention_id,
        speaker_actor_id as actor_id,
        'source' as role
    from speech
    union all
    -- "Lee and Kim said"
    select
        'speech-' || mention_id as mention_id,
        actor_id,
        'source' as role
    from {{ ref('int_joint_speakers') }}
    union all
    select
        mention_id,
        unnest(target_actor_ids) as actor_id,
        'target' as role
    from speech
),

named as (
    select
        events.event_id,
        actors.actor_id,
        actors.role
    from events
    inner join actors on events.mention_id = actors.mention_id
    union all
    -- who did it, another telling of the same event says
    select
        events.event_id,
        actors.actor_id,
        actors.role
    from events
    inner join actors on events.source_mention_id = actors.mention_id and actors.role = 'source'
    union all
    -- and to whom
    select
        events.event_id,
        actors.actor_id,
        actors.role
    from events
    inner join targets on events.mention_id = targets.mention_id
    inner join actors on targets.target_mention_id = actors.mention_id and actors.role = 'target'
    union all
    -- and with whom
    select
        events.event_id,
        actors.actor_id,
        actors.role
    from events
    inner join actors on events.parties_mention_id = actors.mention_id and actors.role <> 'target'
),

cast_parts as (
    select * from named
    union all
    select
        event_id,
        actor_id,
        'source' as role
    from {{ ref('int_event_principals') }}
    union all
    select
        events.event_id,
        houses.house_actor_id as actor_id,
        case events.event_type when 'AID' then 'source' else 'participant' end as role
    from events
    inner join houses on events.document_id = houses.document_id
    where
        not events.is_stated_date
        and (
            events.event_type in ('AGREE', 'CONSULT')
            or events.event_type = 'AID'
            -- who treated the sick, a bulletin leaves open
            and (
                not regexp_matches(events.quote, '(?i)\bmedical (?:aid|assistance|care|help|treatment)|\b(?:doctors|medics|physicians)\b|медицинск|врач')
                or regexp_matches(events.quote, '(?i)\b(?:food|water|bread)\b')
            )
            and not exists (
                select 1 from named
                where named.event_id = events.event_id and named.role = 'source'
            )
        )
),

-- "the guarantors of the Astana talks urged": each of the three
replaced as (
    select * from {{ ref('joint_bodies') }}
    where is_replaced
),

final as (
    select
        cast_parts.event_id,
        coalesce(replaced.member_actor_id, cast_parts.actor_id) as actor_id,
        min(cast_parts.role) as role
    from cast_parts
    left join replaced on cast_parts.actor_id = replaced.actor_id
    group by cast_parts.event_id, coalesce(replaced.member_actor_id, cast_parts.actor_id)
)

select * from final
