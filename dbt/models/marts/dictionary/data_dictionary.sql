{#- The tables that give examples of their columns; those of the audit tell of one refresh only. -#}
{%- set tables = [
    'dim_actor', 'dim_actor_role', 'dim_date', 'dim_document', 'dim_event_type', 'dim_location', 'dim_measure',
    'documents', 'bridge_document_actor', 'bridge_document_location', 'bridge_observation_location',
    'fct_event_actors', 'fct_events', 'fct_observations', 'fct_observation_tellings', 'fct_reconciliations',
    'mart_claims', 'mart_daily_series', 'mart_discrepancies', 'mart_event_actors', 'mart_event_links', 'mart_events',
    'mart_missing_bulletins', 'mart_place_readings', 'mart_undated_documents', 'search_terms', 'sentences',
    'export_acled_actor_kinds', 'export_acled_event_types', 'export_acled_like', 'export_cameo_codes', 'export_gdelt_like',
    'export_hxl_observations', 'export_hxl_tags', 'data_keys',
] %}

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

-- a history has the columns of its table, and says of none but its own what it means
columns_of_histories as (
    select
        columns_described.entry_kind,
        histories.table_name,
        columns_described.entry_name,
        columns_described.meaning,
        columns_described.grain,
        columns_described.data_type,
        histories.checks
    from described as histories
    inner join described as columns_described on histories.table_name = 'history_' || columns_described.table_name
    left join described as own_columns
        on histories.table_name = own_columns.table_name and columns_described.entry_name = own_columns.entry_name
    where histories.entry_kind = 'table' and columns_described.entry_kind = 'column' and own_columns.entry_name is null
),

all_described as (
    select * from described
    union all
    select * from columns_of_histories
),

examples_of_columns as (
    {{ examples_of_columns(tables) }}
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
        all_described.entry_kind,
        all_described.table_name,
        nullif(all_described.entry_name, '') as entry_name,
        all_described.meaning,
        nullif(all_described.grain, '') as grain,
        nullif(all_described.data_type, '') as data_type,
        cast(null as varchar) as unit,
        examples_of_columns.example,
        nullif(all_described.checks, '') as checks
    from all_described
    left join examples_of_columns
        on all_described.table_name = examples_of_columns.table_name and all_described.entry_name = examples_of_columns.entry_name
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
        '{{ guards_of('fct_observations', 'measure') }}' as checks
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
        '{{ guards_of('fct_events', 'event_type') }}' as checks
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
