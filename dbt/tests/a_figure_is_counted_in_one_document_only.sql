{{ config(severity='error', meta={'dagster': {'ref': {'name': 'fct_observations'}}}) }}
-- a figure that several documents tell is one figure: only one of them may be summed
with

observations as (
    select
        observations.*,
        tellings.figure_key,
        tellings.day_key,
        tellings.is_of_place
    from {{ ref('fct_observations') }} as observations
    left join {{ ref('fct_observation_tellings') }} as tellings on observations.observation_id = tellings.observation_id
),

countable as (
    select * from observations
    where is_countable
),

told_twice as (
    select
        measure,
        as_of_date,
        reported_by_actor_id,
        location_id,
        currency,
        period,
        document_id,
        'countable in several documents' as fault
    from countable
    window of_a_figure as (partition by measure, as_of_date, reported_by_actor_id, location_id, currency, period)
    qualify min(document_id) over of_a_figure <> max(document_id) over of_a_figure
),

-- nor a whole and what another document alone tells of its places
wholes as (
    select distinct
        day_key,
        document_id
    from countable
    where not is_of_place and reported_by_actor_id is not null
),

beside_wholes as (
    select
        countable.measure,
        countable.as_of_date,
        countable.reported_by_actor_id,
        countable.location_id,
        countable.currency,
        countable.period,
        countable.document_id,
        'countable beside the whole of another document' as fault
    from countable
    inner join wholes on countable.day_key = wholes.day_key and countable.document_id <> wholes.document_id
    anti join observations as told on wholes.document_id = told.document_id and countable.figure_key = told.figure_key
    where countable.is_of_place
)

select distinct
    measure,
    as_of_date,
    reported_by_actor_id,
    location_id,
    currency,
    period,
    document_id,
    fault
from told_twice
union all by name
select distinct
    measure,
    as_of_date,
    reported_by_actor_id,
    location_id,
    currency,
    period,
    document_id,
    fault
from beside_wholes
{{ or_a_fault_when_empty('fct_observations') }}
