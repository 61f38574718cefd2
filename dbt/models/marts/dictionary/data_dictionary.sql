with

measures as (
    select * from {{ ref('measures') }}
),

event_types as (
    select * from {{ ref('event_types') }}
),

measure_rules as (
    select * from {{ ref('measure_rules') }}
),

event_triggers as (
    select * from {{ ref('event_triggers') }}
),

described as (
    select entries.* from (
        values
        {{ described_marts() | indent(8) }}
    ) as entries (entry_kind, table_name, entry_name, meaning, grain, data_type, checks)
),

examples_of_measures as (
    select
        measure,
        arg_min(example, rule_id) as example
    from measure_rules
    group by measure
),

examples_of_types as (
    select
        event_type,
        arg_min(example, trigger_id) as example
    from event_triggers
    group by event_type
),

entries as (
    select
        entry_kind,
        table_name,
        nullif(entry_name, '') as entry_name,
        meaning,
        nullif(grain, '') as grain,
        nullif(data_type, '') as data_type,
        cast(null as varchar) as unit,
        cast(null as varchar) as example,
        nullif(checks, '') as checks
    from described
    union all
    select
        'measure' as entry_kind,
        'dim_measure' as table_name,
        measures.measure as entry_name,
        measures.description as meaning,
        null as grain,
        null as data_type,
        measures.unit,
        examples_of_measures.example,
        null as checks
    from measures
    left join examples_of_measures on measures.measure = examples_of_measures.measure
    union all
    select
        'event type' as entry_kind,
        'dim_event_type' as table_name,
        event_types.event_type as entry_name,
        event_types.description as meaning,
        null as grain,
        null as data_type,
        null as unit,
        examples_of_types.example,
        null as checks
    from event_types
    left join examples_of_types on event_types.event_type = examples_of_types.event_type
),

final as (
    select
        concat_ws('/', entry_kind, table_name, entry_name) as entry_id,
        *
    from entries
)

select * from final
