{{ config(materialized='kept', kept_by='occurrence_id', touched='int_touched_occurrences') }}

with

links as (
    select * from {{ ref('int_event_links') }}
),

events as (
    select * from {{ ref('fct_events') }}
    where {{ is_touched('occurrence_id', 'int_touched_occurrences') }}
),

locations as (
    select * from {{ ref('dim_location') }}
),

actors as (
    select
        parts.event_id,
        list(distinct dim_actor.actor_name order by dim_actor.actor_name) as actor_names
    from {{ ref('fct_event_actors') }} as parts
    inner join {{ ref('dim_actor') }} as dim_actor on parts.actor_id = dim_actor.actor_id
    where parts.event_id in (select events.event_id from events)
    group by parts.event_id
),

described as (
    select
        events.*,
        locations.location_name as place,
        coalesce(actors.actor_names, []) as actor_names,
        case
            when events.event_date is null then 'no date'
            when events.event_date = events.event_date_end then cast(events.event_date as varchar)
            else events.event_date || ' to ' || events.event_date_end
        end as date_words
    from events
    left join locations on events.location_id = locations.location_id
    left join actors on events.event_id = actors.event_id
),

compared as (
    select
        links.*,
        one.occurrence_id,
        one.event_type,
        other.event_type as other_event_type,
        one.modality,
        other.modality as other_modality,
        one.date_words,
        other.date_words as other_date_words,
        one.place,
        other.place as other_place,
        list_filter(one.actor_names, lambda name: list_contains(other.actor_names, name)) as shared_names,
        list_filter(one.actor_names, lambda name: not list_contains(other.actor_names, name)) as own_names,
        list_filter(other.actor_names, lambda name: not list_contains(one.actor_names, name)) as other_names,
        one.quote,
        other.quote as other_quote
    from links
    inner join described as one on links.event_id = one.event_id
    inner join described as other on links.other_event_id = other.event_id and one.occurrence_id = other.occurrence_id
),

final as (
    select
        event_id,
        other_event_id,
        occurrence_id,
        document_id,
        other_document_id,
        score,
        date_agreement,
        place_agreement,
        shared_actors,
        word_share,
        concat_ws(
            '; ',
            case when event_type = other_event_type then 'type ' || event_type end,
            case when modality = other_modality then modality end,
            case when date_words = other_date_words and date_words <> 'no date' then 'date ' || date_words end,
            case when date_agreement = 'news' then 'told within days' end,
            case when date_agreement = 'weekday' then 'day of the week' end,
            case when place = other_place then 'place ' || place end,
            case when len(shared_names) > 0 then 'actors ' || array_to_string(shared_names, ', ') end,
            case when shared_states > 0 and len(shared_names) = 0 then 'the same state acts' end,
            case when word_share > 0 then cast(cast(round(100 * word_share) as integer) as varchar) || ' % of the words' end,
            case when shared_figures > 0 then 'a figure' end,
            case when is_landmark then 'a landmark' end,
            case when is_told_again then 'the words of a copy' end,
            case when story_share > 0 then 'documents of one story' end
        ) as agreed,
        concat_ws(
            '; ',
            case when event_type <> other_event_type then 'type ' || event_type || ' / ' || other_event_type end,
            case when modality <> other_modality then modality || ' / ' || other_modality end,
            case when date_words <> other_date_words then 'date ' || date_words || ' / ' || other_date_words end,
            case when place is distinct from other_place then 'place ' || coalesce(place, 'none') || ' / ' || coalesce(other_place, 'none') end,
            case
                when len(own_names) + len(other_names) > 0
                    then
                        'actors ' || coalesce(nullif(array_to_string(own_names, ', '), ''), 'none')
                        || ' / ' || coalesce(nullif(array_to_string(other_names, ', '), ''), 'none')
            end
        ) as differed,
        quote,
        other_quote
    from compared
)

select * from final
