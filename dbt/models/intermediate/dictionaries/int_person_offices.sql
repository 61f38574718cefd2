select
    actor_id,
    -- the press secretary of the president is no president
    ' ' || string_agg(regexp_replace({{ phrase_key('role_title') }}, ' of the (?:president|minister|prime minister).*$', ''), ' ' order by role_title) || ' '
        as office_keys
from (
    select distinct
        actor_id,
        role_title
    from {{ ref('actor_roles') }}
) as offices
group by actor_id
