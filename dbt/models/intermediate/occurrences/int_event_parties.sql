{{ config(materialized='kept', kept_by='document_id', touched='int_touched_profiles') }}

with

events as (
    select
        event_id,
        document_id,
        event_date
    from {{ ref('int_recorded_events') }}
    where {{ is_touched('document_id', 'int_touched_profiles') }}
),

parts as (
    select
        event_id,
        actor_id,
        role
    from {{ ref('int_recorded_event_actors') }}
    where {{ is_touched('document_id', 'int_touched_profiles') }}
),

known_actors as (
    select
        actor_id,
        actor_type,
        country_iso3,
        actor_code
    from {{ ref('actors') }}
    union all
    select
        actor_id,
        actor_type,
        country_iso3,
        null as actor_code
    from {{ ref('int_text_actors') }}
),

-- a president, his government, his army and his state act as one; who fights a state, opposes it or works for others does not
states as (
    select
        actor_id,
        'state ' || country_iso3 as state_id
    from known_actors
    where
        country_iso3 is not null
        and (
            actor_type = 'state'
            or actor_type in ('government', 'military', 'person')
            and (
                actor_code is null
                or starts_with(actor_code, country_iso3)
                and list_contains(['GOV', 'MIL', 'LEG', 'SPY', 'JUD', 'COP'], substring(actor_code, 4))
            )
        )
),

people as (
    select actor_id
    from known_actors
    where actor_type = 'person'
),

bodies as (
    select
        actor_id,
        actor_type = 'igo' as is_of_states
    from known_actors
    where actor_type in ('igo', 'ngo', 'armed_group', 'company', 'other')
),

parties as (
    select
        parts.event_id,
        list(distinct parts.actor_id order by parts.actor_id) as actor_ids,
        list(distinct states.state_id order by states.state_id) filter (where states.state_id is not null) as state_ids,
        list(distinct coalesce(states.state_id, parts.actor_id) order by coalesce(states.state_id, parts.actor_id)) as party_ids,
        list(distinct parts.actor_id order by parts.actor_id) filter (where people.actor_id is not null) as person_ids,
        list(distinct parts.actor_id order by parts.actor_id) filter (where parts.role = 'source') as source_ids,
        list(distinct parts.actor_id order by parts.actor_id) filter (where parts.role = 'target') as target_ids,
        list(distinct states.state_id order by states.state_id) filter (where parts.role = 'source' and states.state_id is not null)
            as source_state_ids,
        list(distinct states.state_id order by states.state_id) filter (where parts.role <> 'target' and states.state_id is not null)
            as acting_state_ids
    from parts
    left join states on parts.actor_id = states.actor_id
    left join people on parts.actor_id = people.actor_id
    group by parts.event_id
),

published as (
    select
        document_id,
        published_date
    from {{ ref('int_recorded_document_dates') }}
),

-- who heads a body speaks and meets for it while he does
offices as (
    select
        roles.actor_id,
        roles.organisation_actor_id,
        bodies.is_of_states,
        roles.valid_from,
        coalesce(roles.valid_to, date '9999-12-31') as valid_to
    from {{ ref('actor_roles') }} as roles
    inner join bodies on roles.organisation_actor_id = bodies.actor_id
),

body_parts as (
    select
        parts.event_id,
        parts.role,
        bodies.actor_id as body_id,
        bodies.is_of_states
    from parts
    inner join bodies on parts.actor_id = bodies.actor_id
    union all
    select
        parts.event_id,
        parts.role,
        offices.organisation_actor_id as body_id,
        offices.is_of_states
    from parts
    inner join offices on parts.actor_id = offices.actor_id
    inner join events on parts.event_id = events.event_id
    left join published on events.document_id = published.document_id
    where coalesce(events.event_date, published.published_date) between offices.valid_from and offices.valid_to
),

represented as (
    select
        event_id,
        list(distinct body_id order by body_id) as body_ids,
        list(distinct body_id order by body_id) filter (where is_of_states) as council_ids,
        list(distinct body_id order by body_id) filter (where role = 'source') as source_body_ids
    from body_parts
    group by event_id
),

final as (
    select
        events.event_id,
        events.document_id,
        coalesce(parties.actor_ids, []) as actor_ids,
        coalesce(parties.party_ids, []) as party_ids,
        coalesce(parties.person_ids, []) as person_ids,
        coalesce(represented.body_ids, []) as body_ids,
        coalesce(represented.council_ids, []) as council_ids,
        coalesce(parties.state_ids, []) as state_ids,
        coalesce(parties.acting_state_ids, []) as acting_state_ids,
        coalesce(parties.source_ids, []) as source_ids,
        coalesce(parties.target_ids, []) as target_ids,
        coalesce(parties.source_state_ids, []) as source_state_ids,
        coalesce(represented.source_body_ids, []) as source_body_ids
    from events
    left join parties on events.event_id = parties.event_id
    left join represented on events.event_id = represented.event_id
)

select * from final
