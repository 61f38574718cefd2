-- Actors that the page names. One row an actor.
select
    actor_id,
    actor_name,
    actor_type
from marts.dim_actor
where actor_id in (select unnest($actor_ids))
order by actor_name, actor_id
