{#- The history of counts is the one thing a full build must not forget. -#}
{{ config(
    materialized='incremental',
    incremental_strategy='delete+insert',
    unique_key=['refresh_id', 'model'],
    full_refresh=false,
    on_schema_change='append_new_columns'
) }}

{%- set models = [
    'stg_documents', 'int_lines', 'int_sentences', 'int_tokens', 'int_date_mentions', 'int_document_dates', 'int_number_mentions',
    'int_term_mentions', 'int_place_mentions', 'int_actor_mentions', 'int_speech_mentions', 'int_trigger_mentions', 'int_figures',
    'int_measured_figures', 'int_observations', 'int_observation_tellings', 'int_events', 'int_event_actors',
    'int_event_occurrences', 'int_parts_to_total', 'int_running_totals', 'int_cross_document', 'dim_date', 'dim_document',
    'dim_location', 'dim_actor', 'dim_actor_role', 'dim_event_type', 'dim_measure', 'documents', 'fct_events',
    'fct_event_actors', 'fct_observations', 'bridge_observation_location', 'bridge_document_location', 'bridge_document_actor',
    'fct_reconciliations',
] %}

with

refreshes as (
    select * from {{ source('raw', 'refreshes') }}
),

counts as (
    {% for model in models -%}
    select
        '{{ model }}' as model,
        count(*) as row_count
    from {{ ref(model) }}
    {{ "union all" if not loop.last }}
    {% endfor %}
),

latest as (
    select
        refresh_id,
        refreshed_at
    from refreshes
    qualify row_number() over (order by refreshed_at desc, refresh_id desc) = 1
),

previous as (
    {% if is_incremental() -%}
    select
        history.model,
        history.row_count
    from {{ this }} as history
    inner join refreshes on history.refresh_id = refreshes.refresh_id and refreshes.status = 'published'
    anti join latest on history.refresh_id = latest.refresh_id
    qualify row_number() over (partition by history.model order by refreshes.refreshed_at desc, refreshes.refresh_id desc) = 1
    {%- else -%}
    select
        cast(null as varchar) as model,
        cast(null as bigint) as row_count
    where false
    {%- endif %}
),

final as (
    select
        latest.refresh_id,
        latest.refreshed_at,
        counts.model,
        counts.row_count,
        previous.row_count as previous_row_count
    from counts
    cross join latest
    left join previous on counts.model = previous.model
)

select * from final
