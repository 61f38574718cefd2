with

roles as (
    select * from {{ ref('actor_roles') }}
),

final as (
    select
        actor_role_id,
        actor_id,
        role_title,
        organisation_actor_id,
        cast(valid_from as date) as valid_from,
        cast(valid_to as date) as valid_to
    from roles
)

select * from final
