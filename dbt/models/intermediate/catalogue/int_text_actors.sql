{{ config(remembered=true) }}

with

names as (
    select * from {{ ref('int_recorded_text_actor_names') }}
),

countries as (
    select distinct
        actor_id,
        unnest(countries_iso3) as country_iso3
    from names
),

-- A country is his where all the texts that give one agree.
agreed as (
    select
        actor_id,
        min(country_iso3) as country_iso3
    from countries
    group by actor_id
    having count(*) = 1
),

final as (
    select
        names.actor_id,
        {{ plainest_name('names.actor_name') }} as actor_name,
        min(names.actor_type) as actor_type,
        min(agreed.country_iso3) as country_iso3
    from names
    left join agreed on names.actor_id = agreed.actor_id
    group by names.actor_id
)

select * from final
