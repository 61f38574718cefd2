{#- The history of counts is the one thing a full build must not forget. -#}
{{ config(
    materialized='incremental',
    incremental_strategy='delete+insert',
    unique_key=['refresh_id', 'model'],
    full_refresh=false,
    on_schema_change='append_new_columns',
    post_hook="delete from {{ this }} where refresh_id not in (select refresh_id from {{ source('raw', 'refreshes') }})"
) }}

{#- One name a line, by the alphabet, so that branches which add one do not meet. -#}
{%- set models = [
    'audit_gazetteer_files',
    'audit_history',
    'audit_ledger',
    'audit_rejections',
    'audit_sources',
    'bridge_document_actor',
    'bridge_document_location',
    'bridge_observation_location',
    'data_dictionary',
    'data_keys',
    'dim_actor',
    'dim_actor_role',
    'dim_date',
    'dim_document',
    'dim_event_type',
    'dim_location',
    'dim_measure',
    'documents',
    'export_acled_actor_kinds',
    'export_acled_event_types',
    'export_acled_like',
    'export_cameo_codes',
    'export_gdelt_like',
    'export_hxl_observations',
    'export_hxl_tags',
    'fct_event_actors',
    'fct_events',
    'fct_observation_tellings',
    'fct_observations',
    'fct_reconciliations',
    'history_bridge_observation_location',
    'history_dim_actor',
    'history_dim_document',
    'history_dim_location',
    'history_fct_event_actors',
    'history_fct_events',
    'history_fct_observations',
    'history_fct_reconciliations',
    'int_actor_names',
    'int_areas',
    'int_bulletin_days',
    'int_bulletin_issues',
    'int_bulletin_sources',
    'int_claims',
    'int_clause_classes',
    'int_clause_words',
    'int_cross_document',
    'int_curated_place_names',
    'int_daily_flows',
    'int_document_copies',
    'int_document_figures',
    'int_document_likenesses',
    'int_document_meetings',
    'int_document_stories',
    'int_document_terms',
    'int_document_texts',
    'int_document_versions',
    'int_event_keys',
    'int_event_landmarks',
    'int_event_links',
    'int_event_meetings',
    'int_event_occurrences',
    'int_event_pairs',
    'int_event_parties',
    'int_event_profiles',
    'int_gazetteer_names',
    'int_gazetteer_places',
    'int_known_locations',
    'int_locations',
    'int_observation_tellings',
    'int_parts_to_total',
    'int_person_offices',
    'int_person_sounds',
    'int_phrases',
    'int_place_names',
    'int_place_sounds',
    'int_recorded_actor_mentions',
    'int_recorded_date_mentions',
    'int_recorded_document_dates',
    'int_recorded_document_marks',
    'int_recorded_document_sketches',
    'int_recorded_document_titles',
    'int_recorded_event_actors',
    'int_recorded_event_wordings',
    'int_recorded_events',
    'int_recorded_observation_locations',
    'int_recorded_observations',
    'int_recorded_place_mentions',
    'int_recorded_place_readings',
    'int_recorded_search_words',
    'int_recorded_sentences',
    'int_recorded_text_actor_names',
    'int_recorded_text_place_mentions',
    'int_running_total_statements',
    'int_running_totals',
    'int_series_days',
    'int_series_totals',
    'int_speech_forms',
    'int_state_bodies',
    'int_term_names',
    'int_text_actors',
    'int_text_places',
    'int_trigger_forms',
    'int_verb_forms',
    'mart_claims',
    'mart_daily_series',
    'mart_discrepancies',
    'mart_event_actors',
    'mart_event_links',
    'mart_events',
    'mart_missing_bulletins',
    'mart_place_readings',
    'mart_undated_documents',
    'search_terms',
    'sentences',
    'stg_documents',
    'stg_gazetteer_names',
    'stg_gazetteer_places',
    'stg_world_cities',
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
