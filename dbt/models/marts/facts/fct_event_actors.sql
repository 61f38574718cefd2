select
    event_id,
    actor_id,
    role
from {{ ref('int_event_actors') }}
