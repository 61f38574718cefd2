-- depends_on: {{ ref('fct_observations') }}, {{ ref('dim_document') }}
{{ config(post_hook="{{ create_observations_as_known() }}") }}
-- the macro is checked against its tables when it is made
-- depends_on: {{ ref('fct_observations') }}
-- depends_on: {{ ref('dim_document') }}
with

tellings as (
    select * from {{ ref('int_observation_tellings') }}
),

final as (
    select
        observation_id,
        total_key,
        figure_key,
        telling_order
    from tellings
    where is_summand
)

select * from final
