with

changed_events as (
    {{ changed_values('int_event_profiles', 'event_id', is_touched('document_id', 'int_touched_profiles')) }}
),

profiles as (
    select
        event_id,
        document_id
    from {{ ref('int_event_profiles') }}
    union
    select
        event_id,
        document_id
    from ({{ replaced_rows('int_event_profiles') }}) as profiles_before
),

changed_documents as (
    select distinct profiles.document_id
    from profiles
    inner join changed_events on profiles.event_id = changed_events.event_id
),

changed_stories as (
    {{ changed_values('int_document_stories', 'document_pair', is_touched('document_id', 'int_touched_stories')) }}
),

keys as (
    select
        event_id,
        block_keys
    from {{ ref('int_event_keys') }}
    union all
    select
        event_id,
        block_keys
    from ({{ replaced_rows('int_event_keys') }}) as keys_before
),

blocks as (
    select unnest(keys.block_keys) as block_key
    from keys
    inner join changed_events on keys.event_id = changed_events.event_id
),

final as (
    select block_key from blocks
    union
    select {{ story_key('document_pair') }} as block_key
    from changed_stories
    union
    select {{ story_key('stories.document_pair') }} as block_key
    from {{ ref('int_document_stories') }} as stories
    inner join changed_documents
        on stories.document_id = changed_documents.document_id or stories.other_document_id = changed_documents.document_id
)

select * from final
