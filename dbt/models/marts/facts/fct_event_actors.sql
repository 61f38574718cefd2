select
    event_id,
    actor_id,
    role,
    coder_version
from {{ ref('int_recorded_event_actors') }}
