{{ config(materialized='kept', kept_by='document_id', touched='int_touched_profiles') }}

with

events as (
    select * from {{ ref('int_recorded_events') }}
    where {{ is_touched('document_id', 'int_touched_profiles') }} and modality = 'happened'
),

published as (
    select
        document_id,
        published_date
    from {{ ref('int_recorded_document_dates') }}
),

wordings as (
    select * from {{ ref('int_recorded_event_wordings') }}
    where {{ is_touched('document_id', 'int_touched_profiles') }}
),

parties as (
    select
        event_id,
        actor_ids,
        state_ids
    from {{ ref('int_event_parties') }}
    where {{ is_touched('document_id', 'int_touched_profiles') }}
),

areas as (
    select
        location_id,
        area_ids
    from {{ ref('int_areas') }}
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
        events.event_id,
        events.document_id,
        events.event_type,
        events.event_date,
        events.event_date_end,
        published.published_date,
        events.quote,
        wordings.words,
        coalesce(wordings.trigger_words, []) as trigger_words,
        list_concat(
            list_concat(parties.actor_ids, coalesce(areas.area_ids, [])),
            list_transform(parties.state_ids, lambda state: replace(state, 'state ', ''))
        ) as found_keys
    from events
    inner join wordings on events.event_id = wordings.event_id
    inner join parties on events.event_id = parties.event_id
    left join areas on events.location_id = areas.location_id
    left join published on events.document_id = published.document_id
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
        happened.document_id,
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
                when landmarks.coarsest = 'unknown' and (happened.event_date is null or {{ telling_of_what_was_before('happened.quote') }})
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
final as (
    select
        event_id,
        document_id,
        min(landmark_id) as landmark_id
    from dated_like_landmarks
    where
        (other_signs is null or list_has_any(words, other_signs) or list_has_any(found_keys, other_signs))
        and (further_signs is null or list_has_any(words, further_signs) or list_has_any(found_keys, further_signs))
        and not coalesce(list_has_any(words, no_signs) or list_has_any(found_keys, no_signs), false)
        and not coalesce(list_has_any(found_keys, other_doers), false)
        -- "after the fall of the President, Israeli troops moved in": the act told is the fall
        and not coalesce(list_has_any(words, other_doers) and not list_has_any(trigger_words, other_signs), false)
    group by event_id, document_id
    having count(*) = 1
)

select * from final
