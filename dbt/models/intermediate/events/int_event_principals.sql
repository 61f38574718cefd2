with

events as (
    select
        event_id,
        mention_id,
        document_id,
        event_type,
        quote
    from {{ ref('int_events') }}
    where event_type in ('STATEMENT', 'ACCUSE', 'REJECT', 'REQUEST', 'PROMISE', 'THREATEN', 'SUPPORT')
),

envoys as (
    select actor_id from {{ ref('actors') }}
    where regexp_matches(actor_code, '^[IN]GO')
),

states as (
    select
        named.document_id,
        named.actor_id,
        min(named.country_iso3) as country_iso3
    from {{ ref('int_named_actors') }} as named
    -- the land of an envoy of the United Nations is not for whom he speaks
    anti join envoys on named.actor_id = envoys.actor_id
    where named.is_person
    group by named.document_id, named.actor_id
),

nations as (
    select
        country_iso3,
        min(actor_id) as actor_id
    from {{ ref('actors') }}
    where actor_type = 'state'
    group by country_iso3
),

-- who asks or accuses for a relief group does it as the group; a UN envoy does not speak as the UN
offices as (
    select * from {{ ref('int_person_bodies') }}
    where actor_type in ('ngo', 'armed_group', 'company')
),

speakers as (
    select
        mention_id,
        actor_id
    from {{ ref('int_event_mention_actors') }}
    where role = 'source'
    union
    select
        mention_id,
        speaker_actor_id as actor_id
    from {{ ref('int_event_tellings') }}
    where is_speakers_act
    union
    select
        mention_id,
        speaker_actor_id as actor_id
    from {{ ref('int_speech_tellings') }}
),

-- "no gas was used, the Foreign Ministry said": it denies for its state
denials as (
    select
        tellings.mention_id,
        ministries.country_iso3
    from {{ ref('int_event_tellings') }} as tellings
    inner join {{ ref('actors') }} as ministries on tellings.speaker_actor_id = ministries.actor_id
    where
        tellings.is_denied and tellings.is_negated and tellings.is_passive and tellings.source_count = 0
        and regexp_matches(ministries.actor_id, 'ministry-of-foreign-affairs|^uk-foreign-office$|^us-department-of-state$')
),

final as (
    select distinct
        events.event_id,
        offices.actor_id
    from events
    inner join speakers on events.mention_id = speakers.mention_id
    inner join offices on events.document_id = offices.document_id and speakers.actor_id = offices.person_id
    -- what he merely says, he says for himself
    where events.event_type <> 'STATEMENT'
    union
    select
        events.event_id,
        nations.actor_id
    from events
    inner join speakers on events.mention_id = speakers.mention_id
    inner join states on events.document_id = states.document_id and speakers.actor_id = states.actor_id
    inner join nations on states.country_iso3 = nations.country_iso3
    where
        regexp_matches(events.quote, '(?i)\b(?:his|her|our) country(?:[^''’\w]|$)')
        -- "called for support, noting that his country hosts many"
        and not regexp_matches(events.quote, '(?i)\b(?:noting|recalling|adding|pointing out)(?: that)? (?:his|her|our) country')
    union
    select
        events.event_id,
        nations.actor_id
    from {{ ref('int_events') }} as events
    inner join denials on events.mention_id = denials.mention_id
    inner join nations on denials.country_iso3 = nations.country_iso3
)

select * from final
