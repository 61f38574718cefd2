with

curated as (
    select * from {{ ref('actors') }}
),

found as (
    select * from {{ ref('int_text_actors') }}
),

final as (
    select
        actor_id,
        actor_name,
        actor_type,
        country_iso3,
        actor_code,
        true as is_curated
    from curated
    union all
    select
        actor_id,
        actor_name,
        actor_type,
        country_iso3,
        country_iso3 as actor_code,
        false as is_curated
    from found
)

select * from final
