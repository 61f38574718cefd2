-- One row an event type.
select
    event_type,
    quad_class,
    description
from marts.dim_event_type
order by event_type
