{{ config(materialized='kept', kept_by='document_id', touched='int_touched_profiles', remembered=true) }}

with

events as (
    select * from {{ ref('int_recorded_events') }}
    where {{ is_touched('document_id', 'int_touched_profiles') }}
),

types as (
    select
        event_type,
        event_family
    from {{ ref('event_types') }}
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
    from {{ ref('int_recorded_event_actors') }} as parts
    left join states on parts.actor_id = states.actor_id
    left join people on parts.actor_id = people.actor_id
    where {{ is_touched('parts.document_id', 'int_touched_profiles') }}
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
    from {{ ref('int_recorded_event_actors') }} as parts
    inner join bodies on parts.actor_id = bodies.actor_id
    where {{ is_touched('parts.document_id', 'int_touched_profiles') }}
    union all
    select
        parts.event_id,
        parts.role,
        offices.organisation_actor_id as body_id,
        offices.is_of_states
    from {{ ref('int_recorded_event_actors') }} as parts
    inner join offices on parts.actor_id = offices.actor_id
    inner join events on parts.event_id = events.event_id
    left join published on events.document_id = published.document_id
    where
        {{ is_touched('parts.document_id', 'int_touched_profiles') }}
        and coalesce(events.event_date, published.published_date) between offices.valid_from and offices.valid_to
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

locations as (
    select
        location_id,
        location_type,
        parent_location_id,
        country_iso3
    from {{ ref('int_locations') }}
),

-- a place and what it lies in, below the country
areas as (
    select
        own.location_id,
        own.country_iso3,
        case when own.location_type not in ('country', 'zone', 'other') then own.location_id end as site_id,
        own.location_type in ('settlement', 'camp', 'crossing') as is_spot,
        list_filter(
            [
                case when own.location_type <> 'country' then own.location_id end,
                case when parent.location_type <> 'country' then parent.location_id end,
                case when grand.location_type <> 'country' then grand.location_id end
            ],
            lambda area: area is not null
        ) as area_ids
    from locations as own
    left join locations as parent on own.parent_location_id = parent.location_id
    left join locations as grand on parent.parent_location_id = grand.location_id
),

wordings as (
    select * from {{ ref('int_recorded_event_wordings') }}
    where {{ is_touched('document_id', 'int_touched_profiles') }}
),

-- settlements in the telling's own words, whether it took place there or not
named_places as (
    select
        events.event_id,
        list(distinct mentions.location_id order by mentions.location_id) as named_ids
    from events
    inner join {{ ref('int_recorded_place_mentions') }} as mentions
        on
            events.document_id = mentions.document_id
            and events.char_start <= mentions.char_start
            and events.char_end >= mentions.char_end
    inner join areas on mentions.location_id = areas.location_id
    where areas.is_spot and {{ is_touched('mentions.document_id', 'int_touched_profiles') }}
    group by events.event_id
),

-- who is named, as it is written: they are compared apart
spelt_names as (
    select
        document_id,
        char_start,
        char_end
    from {{ ref('int_recorded_actor_mentions') }}
    where {{ is_touched('document_id', 'int_touched_profiles') }}
    union all
    select
        document_id,
        char_start,
        char_end
    from {{ ref('int_recorded_place_mentions') }}
    where {{ is_touched('document_id', 'int_touched_profiles') }}
),

names_of_events as (
    select
        events.event_id,
        string_agg(
            substring(events.quote, names.char_start - events.char_start + 1, names.char_end - names.char_start),
            ' '
            order by names.char_start, names.char_end
        ) as names
    from events
    inner join spelt_names as names
        on
            events.document_id = names.document_id
            and events.char_start <= names.char_start
            and events.char_end >= names.char_end
    group by events.event_id
),

name_words as (
    select
        event_id,
        {{ telling_words('names') }} as words
    from names_of_events
),

described as (
    select
        events.event_id,
        events.document_id,
        events.event_type,
        types.event_family,
        events.modality,
        events.event_date,
        events.event_date_end,
        events.date_precision,
        published.published_date,
        cast(case
            when events.event_date is null then wordings.weekday
            when events.event_date = events.event_date_end then isodow(events.event_date)
        end as integer) as weekday,
        areas.country_iso3,
        areas.site_id,
        coalesce(areas.is_spot, false) as is_spot,
        coalesce(areas.area_ids, []) as area_ids,
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
        coalesce(represented.source_body_ids, []) as source_body_ids,
        wordings.words,
        coalesce(wordings.trigger_words, []) as trigger_words,
        list_filter(
            wordings.words,
            lambda word: not list_contains(coalesce(name_words.words, []), word)
            and not {{ word_of_an_instrument('word') }}
        ) as topic_words,
        {{ telling_ordinals('events.quote') }} as ordinals,
        {{ telling_figures('events.quote') }} as figures,
        {{ telling_tolls('events.quote') }} as tolls,
        case when types.event_family = 'FORCE' then {{ telling_victims('events.quote') }} else [] end as victims,
        coalesce(named_places.named_ids, []) as named_ids,
        regexp_matches(array_to_string(wordings.words, ' '), '[а-яё]') as is_cyrillic,
        events.event_type = 'CONSULT' and {{ telling_of_a_call('wordings.words') }} as is_call,
        events.event_type = 'CONSULT'
        and len(coalesce(parties.party_ids, [])) <= 1
        and coalesce({{ telling_of_an_arrival('wordings.trigger_words') }}, false)
            as is_arrival,
        events.event_type = 'CONSULT'
        and len(coalesce(parties.party_ids, [])) >= 2
        and not ({{ telling_of_an_arrival('wordings.words') }} or {{ telling_of_a_visit('wordings.words') }})
            as is_meeting,
        {{ telling_of_what_was_before('events.quote') }} as is_told_as_past
    from events
    inner join types on events.event_type = types.event_type
    left join published on events.document_id = published.document_id
    inner join wordings on events.event_id = wordings.event_id
    left join areas on events.location_id = areas.location_id
    left join parties on events.event_id = parties.event_id
    left join represented on events.event_id = represented.event_id
    left join named_places on events.event_id = named_places.event_id
    left join name_words on events.event_id = name_words.event_id
),

landmarks as (
    select
        landmark_id,
        first_day,
        last_day,
        coarsest,
        unnest(string_split(event_types, '|')) as event_type,
        string_split(signs, '|') as signs,
        string_split(other_signs, '|') as other_signs,
        string_split(further_signs, '|') as further_signs,
        string_split(no_signs, '|') as no_signs,
        string_split(other_doers, '|') as other_doers
    from {{ ref('landmark_events') }}
),

happened as (
    select
        event_id,
        event_type,
        event_date,
        event_date_end,
        published_date,
        words,
        trigger_words,
        is_told_as_past,
        list_concat(
            list_concat(actor_ids, area_ids),
            list_transform(state_ids, lambda state: replace(state, 'state ', ''))
        ) as found_keys
    from described
    where modality = 'happened'
),

-- most events name no landmark: an equality says so before anything else is asked of them
named_landmarks as materialized (
    select
        keys.event_id,
        signs.landmark_id,
        signs.event_type
    from (
        select
            event_id,
            event_type,
            unnest(words) as found_key
        from happened
        union all
        select
            event_id,
            event_type,
            unnest(found_keys) as found_key
        from happened
    ) as keys
    inner join (
        select
            landmark_id,
            event_type,
            unnest(signs) as sign
        from landmarks
    ) as signs
        on keys.found_key = signs.sign and keys.event_type = signs.event_type
    group by keys.event_id, signs.landmark_id, signs.event_type
),

-- by its own date, as news of the week after, or by what is told of no other event
dated_like_landmarks as (
    select
        happened.event_id,
        landmarks.landmark_id,
        landmarks.other_signs,
        landmarks.further_signs,
        landmarks.no_signs,
        landmarks.other_doers,
        happened.words,
        happened.trigger_words,
        happened.found_keys
    from named_landmarks
    inner join happened on named_landmarks.event_id = happened.event_id
    inner join landmarks
        on
            named_landmarks.landmark_id = landmarks.landmark_id
            and named_landmarks.event_type = landmarks.event_type
            and case
                -- signs that do without a date do without that of a page, and beside that of what came after
                when landmarks.coarsest = 'unknown' and (happened.event_date is null or happened.is_told_as_past)
                    then coalesce(happened.event_date_end, happened.published_date, landmarks.first_day) >= landmarks.first_day
                when happened.event_date is null
                    then happened.published_date between landmarks.first_day and landmarks.last_day + 7
                else
                    happened.event_date <= landmarks.last_day
                    and happened.event_date_end >= landmarks.first_day
                    and happened.event_date_end - happened.event_date
                    <= case landmarks.coarsest when 'day' then 0 when 'month' then 30 else 365 end
            end
),

-- what may be one of two landmarks is neither
known_landmarks as (
    select
        event_id,
        min(landmark_id) as landmark_id
    from dated_like_landmarks
    where
        (other_signs is null or list_has_any(words, other_signs) or list_has_any(found_keys, other_signs))
        and (further_signs is null or list_has_any(words, further_signs) or list_has_any(found_keys, further_signs))
        and not coalesce(list_has_any(words, no_signs) or list_has_any(found_keys, no_signs), false)
        and not coalesce(list_has_any(found_keys, other_doers), false)
        -- "after the fall of the President, Israeli troops moved in": the act told is the fall
        and not coalesce(list_has_any(words, other_doers) and not list_has_any(trigger_words, other_signs), false)
    group by event_id
    having count(*) = 1
),

final as (
    select
        described.* exclude (trigger_words, is_told_as_past),
        known_landmarks.landmark_id
    from described
    left join known_landmarks on described.event_id = known_landmarks.event_id
)

select * from final
