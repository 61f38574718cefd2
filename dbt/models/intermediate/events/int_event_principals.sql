with

events as (
    select
        event_id,
        mention_id,
        document_id,
        quote
    from {{ ref('int_events') }}
    where event_type in ('STATEMENT', 'ACCUSE', 'REJECT', 'REQUEST', 'PROMISE', 'THREATEN', 'SUPPORT')
),

mentions as (
    select
        spans.document_id,
        spans.sentence_id,
        spans.token_start,
        spans.token_end,
        spans.actor_id,
        spans.is_person,
        first.clause_number,
        first.verb_number,
        first.comma_count,
        after.token_key as key_after
    from {{ ref('int_event_actor_spans') }} as spans
    inner join {{ ref('int_clause_tokens') }} as first
        on spans.sentence_id = first.sentence_id and spans.token_start = first.token_number
    left join {{ ref('int_clause_tokens') }} as after
        on spans.sentence_id = after.sentence_id and spans.token_end + 1 = after.token_number
),

bodies as (
    select
        document_id,
        actor_id
    from {{ ref('int_named_actors') }}
    where actor_type in ('ngo', 'igo', 'armed_group', 'company')
    group by document_id, actor_id
),

states as (
    select
        document_id,
        actor_id,
        min(country_iso3) as country_iso3
    from {{ ref('int_named_actors') }}
    where is_person
    group by document_id, actor_id
),

nations as (
    select
        country_iso3,
        min(actor_id) as actor_id
    from {{ ref('actors') }}
    where actor_type = 'state'
    group by country_iso3
),

-- "David Lee, president of the Rescue Committee,"
offices as (
    select distinct
        persons.document_id,
        persons.actor_id as person_id,
        mentions.actor_id
    from mentions as persons
    inner join mentions
        on
            persons.sentence_id = mentions.sentence_id
            and mentions.token_start between persons.token_end + 2 and persons.token_end + 10
            and persons.comma_count + 1 = mentions.comma_count
            and persons.clause_number = mentions.clause_number
            and persons.verb_number = mentions.verb_number
    inner join bodies on mentions.document_id = bodies.document_id and mentions.actor_id = bodies.actor_id
    where persons.is_person and persons.key_after = ','
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

final as (
    select distinct
        events.event_id,
        offices.actor_id
    from events
    inner join speakers on events.mention_id = speakers.mention_id
    inner join offices on events.document_id = offices.document_id and speakers.actor_id = offices.person_id
    union
    select
        events.event_id,
        nations.actor_id
    from events
    inner join speakers on events.mention_id = speakers.mention_id
    inner join states on events.document_id = states.document_id and speakers.actor_id = states.actor_id
    inner join nations on states.country_iso3 = nations.country_iso3
    where regexp_matches(events.quote, '(?i)\b(?:his|her|our) country\b')
)

select * from final
