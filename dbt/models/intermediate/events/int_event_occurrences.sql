with

events as (
    select
        event_id,
        document_id
    from {{ ref('int_events') }}
),

links as (
    select
        event_id,
        other_event_id
    from {{ ref('int_event_links') }}
    union
    select
        other_event_id as event_id,
        event_id as other_event_id
    from {{ ref('int_event_links') }}
),

spread_0 as (
    select
        event_id,
        document_id,
        event_id as group_id
    from events
),

{% for step in range(1, 6) -%}
spread_{{ step }} as (
    select
        own.event_id,
        own.document_id,
        least(own.group_id, coalesce(min(other.group_id), own.group_id)) as group_id
    from spread_{{ step - 1 }} as own
    left join links on own.event_id = links.event_id
    left join spread_{{ step - 1 }} as other on links.other_event_id = other.event_id
    group by own.event_id, own.document_id, own.group_id
),

{% endfor -%}

-- a chain of likenesses must not make two events of one document the same
final as (
    select
        event_id,
        left(sha256(case
            when row_number() over (partition by group_id, document_id order by event_id) = 1 then group_id
            else event_id
        end), 24) as occurrence_id
    from spread_5
)

select * from final
