select
    event_type,
    quad_class,
    description
from {{ ref('event_types') }}
