-- Which figures came, went or are told otherwise since a week ago, with the old and the new value and words.
with since as (
    select timezone('UTC', now()) - interval 7 days as moment
),

said_before as (
    select versions.*
    from marts.history_fct_observations as versions
    inner join since on versions.valid_from <= since.moment and coalesce(versions.valid_to > since.moment, true)
),

said_now as (
    select * from marts.history_fct_observations
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
        when said_before.observation_id is null then 'added'
        when said_now.observation_id is null then 'gone'
        else 'changed'
    end as change,
    coalesce(said_now.measure, said_before.measure) as measure,
    coalesce(said_now.as_of_date, said_before.as_of_date) as as_of_date,
    said_before.value as old_value,
    said_now.value as new_value,
    said_before.is_countable as old_is_countable,
    said_now.is_countable as new_is_countable,
    coalesce(said_now.quote, said_before.quote) as quote,
    coalesce(said_now.valid_from, said_before.valid_to) as changed_at
from said_before
full outer join said_now on said_before.observation_id = said_now.observation_id
where said_now.observation_id is null or said_now.observation_id in (select read_otherwise.observation_id from read_otherwise)
order by changed_at desc, as_of_date desc, measure, quote
