-- depends_on: {{ ref('stg_reading_list') }}
with

event_actors as (
    select * from {{ ref('int_event_actors') }}
),

documents as (
    select
        event_id,
        document_id
    from {{ ref('int_events') }}
),

final as (
    select
        event_actors.*,
        documents.document_id,
        {{ coder_version() }} as coder_version
    from event_actors
    inner join documents on event_actors.event_id = documents.event_id
)

select * from final
