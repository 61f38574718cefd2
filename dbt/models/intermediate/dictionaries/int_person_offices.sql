select
    actor_id,
    ' ' || string_agg({{ phrase_key('role_title') }}, ' ' order by role_title) || ' ' as office_keys
from (
    select distinct
        actor_id,
        role_title
    from {{ ref('actor_roles') }}
) as offices
group by actor_id
