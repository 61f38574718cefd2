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

published as (
    select
        document_id,
        published_date
    from {{ ref('int_recorded_document_dates') }}
),

parties as (
    select * from {{ ref('int_event_parties') }}
    where {{ is_touched('document_id', 'int_touched_profiles') }}
),

landmarks as (
    select
        event_id,
        landmark_id
    from {{ ref('int_event_landmarks') }}
    where {{ is_touched('document_id', 'int_touched_profiles') }}
),

areas as (
    select * from {{ ref('int_areas') }}
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

final as (
    select
        events.event_id,
        events.document_id,
        events.event_type,
        -- troops who patrol together are on the move, whether that is told as theirs or as work in common
        case
            when events.event_type = 'COOPERATE' and {{ telling_of_a_patrol('wordings.words', 'wordings.trigger_words') }} then 'FORCE'
            else types.event_family
        end as event_family,
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
        parties.actor_ids,
        parties.party_ids,
        parties.person_ids,
        parties.body_ids,
        parties.council_ids,
        parties.state_ids,
        parties.acting_state_ids,
        parties.source_ids,
        parties.target_ids,
        parties.source_state_ids,
        parties.source_body_ids,
        wordings.words,
        list_filter(
            wordings.words,
            lambda word: not list_contains(coalesce(name_words.words, []), word)
            and not {{ word_of_an_instrument('word') }}
        ) as topic_words,
        {{ telling_ordinals('events.quote') }} as ordinals,
        {{ telling_figures('events.quote') }} as figures,
        {{ telling_tolls('events.quote') }} as tolls,
        case when types.event_family = 'FORCE' then {{ telling_victims('events.quote') }} else [] end as victims,
        case when events.event_type = 'ASSAULT' then {{ telling_means('events.quote') }} else [] end as means,
        coalesce(named_places.named_ids, []) as named_ids,
        regexp_matches(array_to_string(wordings.words, ' '), '[а-яё]') as is_cyrillic,
        events.event_type = 'CONSULT' and {{ telling_of_a_call('wordings.words') }} as is_call,
        events.event_type = 'CONSULT'
        and len(parties.party_ids) <= 1
        and coalesce({{ telling_of_an_arrival('wordings.trigger_words') }}, false)
            as is_arrival,
        events.event_type = 'CONSULT'
        and len(parties.party_ids) >= 2
        and not ({{ telling_of_an_arrival('wordings.words') }} or {{ telling_of_a_visit('wordings.words') }})
            as is_meeting,
        landmarks.landmark_id
    from events
    inner join types on events.event_type = types.event_type
    left join published on events.document_id = published.document_id
    inner join wordings on events.event_id = wordings.event_id
    inner join parties on events.event_id = parties.event_id
    left join areas on events.location_id = areas.location_id
    left join named_places on events.event_id = named_places.event_id
    left join name_words on events.event_id = name_words.event_id
    left join landmarks on events.event_id = landmarks.event_id
)

select * from final
