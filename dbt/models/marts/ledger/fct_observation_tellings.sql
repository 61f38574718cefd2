-- depends_on: {{ ref('fct_observations') }}, {{ ref('dim_document') }}
{{ config(post_hook="{{ create_observations_as_known() }}") }}
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
