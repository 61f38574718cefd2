{{ config(materialized='kept', kept_by='block_key', touched='int_touched_blocks', remembered=true) }}

with

meetings as (
    select * from {{ ref('int_event_meetings') }}
    where {{ is_touched('block_key', 'int_touched_blocks') }}
),

met as (
    select distinct
        event_id,
        other_event_id
    from meetings
),

-- what two tellings may be kept apart by
claims as (
    select
        {{ telling_claims() | indent(8) }}
    from {{ ref('int_event_profiles') }}
),

-- written out, or the planner may compare all events with all before it looks at those that meet
compared as materialized (
    select
        met.event_id,
        met.other_event_id,
        one,
        other
    from met
    inner join claims as one on met.event_id = one.event_id
    inner join claims as other on met.other_event_id = other.event_id
),

agreeing as (
    select
        event_id,
        other_event_id,
        {{ document_pair('one.document_id', 'other.document_id') }} as document_pair
    from compared
    where one.document_id <> other.document_id and not {{ tellings_conflict('compared.one', 'compared.other') }}
),

final as (
    select
        meetings.block_key,
        meetings.event_id,
        meetings.other_event_id,
        agreeing.document_pair
    from meetings
    inner join agreeing on meetings.event_id = agreeing.event_id and meetings.other_event_id = agreeing.other_event_id
)

select * from final
