{{ config(severity='error', meta={'dagster': {'ref': {'name': 'mart_claims'}}}) }}
with

claims as (
    select * from {{ ref('mart_claims') }}
),

observations as (
    select * from {{ ref('fct_observations') }}
),

actors as (
    select * from {{ ref('dim_actor') }}
),

locations as (
    select * from {{ ref('dim_location') }}
)

select
    claims.observation_id,
    claims.document_id,
    claims.measure,
    claims.value,
    observations.value as observed_value,
    claims.who,
    claims.location_name,
    claims.quote,
    case
        when observations.observation_id is null then 'no such observation'
        when
            (claims.value is distinct from observations.value)
            or (claims.value_low is distinct from observations.value_low)
            or (claims.value_high is distinct from observations.value_high)
            then 'another figure than the observation'
        when
            (claims.measure is distinct from observations.measure)
            or (claims.currency is distinct from observations.currency)
            or (claims.modality is distinct from observations.modality)
            or (claims.as_of_date is distinct from observations.as_of_date)
            then 'another measure, currency, modality or day than the observation'
        when
            (claims.reported_by_actor_id is distinct from observations.reported_by_actor_id)
            or (claims.attributed_to_actor_id is distinct from observations.attributed_to_actor_id)
            or (claims.who is distinct from coalesce(speakers.actor_name, counters.actor_name))
            then 'who says it is not who the observation says'
        when (claims.location_name is distinct from locations.location_name) then 'another place than the observation'
        when claims.group_low > claims.group_high or coalesce(claims.value not between claims.group_low and claims.group_high, false)
            then 'outside of the lowest and highest of its group'
        when claims.is_disputed and claims.claims_in_group < 2 then 'disputed by nobody'
    end as fault
from claims
left join observations on claims.observation_id = observations.observation_id
left join actors as speakers on observations.attributed_to_actor_id = speakers.actor_id
left join actors as counters on observations.reported_by_actor_id = counters.actor_id
left join locations on observations.location_id = locations.location_id
where fault is not null
