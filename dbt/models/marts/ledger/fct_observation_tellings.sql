{{ config(
    materialized='kept',
    kept_by='observation_id',
    touched='int_touched_tellings',
    post_hook="{{ create_observations_as_known() }}"
) }}
-- the macro is checked against its tables when it is made: depends_on {{ ref('dim_document') }}

with

tellings as (
    select * from {{ ref('int_observation_tellings') }}
    where {{ is_touched('observation_id', 'int_touched_tellings') }}
),

observations as (
    select
        observation_id,
        coder_version
    from {{ ref('fct_observations') }}
),

final as (
    select
        tellings.observation_id,
        tellings.total_key,
        tellings.figure_key,
        tellings.day_key,
        tellings.is_of_place,
        tellings.telling_order,
        observations.coder_version
    from tellings
    inner join observations on tellings.observation_id = observations.observation_id
    where tellings.is_summand
)

select * from final
