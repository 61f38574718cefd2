-- Which events came, went or are told otherwise since a week ago, with the old and the new reading.
with since as (
    select timezone('UTC', now()) - interval 7 days as moment
),

said_before as (
    select versions.*
    from marts.history_fct_events as versions
    inner join since on versions.valid_from <= since.moment and coalesce(versions.valid_to > since.moment, true)
),

said_now as (
    select * from marts.history_fct_events
    where valid_to is null
),

-- other rules may read a row as it was
read_otherwise as (
    select * exclude (valid_from, valid_to, coder_version) from said_now
    except
    select * exclude (valid_from, valid_to, coder_version) from said_before
)

select
    case
        when said_before.event_id is null then 'added'
        when said_now.event_id is null then 'gone'
        else 'changed'
    end as change,
    coalesce(said_now.event_type, said_before.event_type) as event_type,
    said_before.event_date as old_date,
    said_now.event_date as new_date,
    said_before.modality as old_modality,
    said_now.modality as new_modality,
    old_places.location_name as old_place,
    new_places.location_name as new_place,
    coalesce(said_now.quote, said_before.quote) as quote,
    coalesce(said_now.valid_from, said_before.valid_to) as changed_at
from said_before
full outer join said_now on said_before.event_id = said_now.event_id
left join marts.dim_location as old_places on said_before.location_id = old_places.location_id
left join marts.dim_location as new_places on said_now.location_id = new_places.location_id
where said_now.event_id is null or said_now.event_id in (select read_otherwise.event_id from read_otherwise)
order by changed_at desc, new_date desc, event_type, quote
