{#- The history of counts is the one thing a full build must not forget. -#}
{{ config(
    materialized='incremental',
    incremental_strategy='delete+insert',
    unique_key=['refresh_id', 'model'],
    full_refresh=false,
    on_schema_change='append_new_columns'
) }}

{%- set models = [
    'stg_documents', 'stg_gazetteer_names', 'stg_gazetteer_places', 'stg_world_cities', 'int_document_date_places',
    'int_document_dates', 'int_document_titles', 'int_lines', 'int_list_lines', 'int_ngrams', 'int_phrases',
    'int_sentences', 'int_tokens', 'int_acronym_cues', 'int_actor_hits', 'int_actor_mentions', 'int_actor_names',
    'int_actor_spans', 'int_name_runs', 'int_named_actors', 'int_named_people', 'int_office_holders',
    'int_person_cues', 'int_person_offices', 'int_speech_forms', 'int_speech_frames', 'int_speech_hits', 'int_speech_mentions',
    'int_speech_slots', 'int_state_bodies', 'int_text_actors', 'int_title_hits', 'int_date_expressions',
    'int_date_mentions', 'int_number_candidates', 'int_number_judgements', 'int_number_mentions',
    'int_number_phrases', 'int_number_runs', 'int_term_mentions', 'int_term_names', 'int_curated_place_names',
    'int_gazetteer_names', 'int_gazetteer_places', 'int_known_place_mentions', 'int_known_place_spans',
    'int_locations', 'int_place_mentions', 'int_place_names', 'int_place_readings', 'int_text_place_mentions',
    'int_text_places', 'int_figure_heads', 'int_figure_locations', 'int_figure_measures', 'int_figure_own_locations',
    'int_figure_periods', 'int_figure_places', 'int_figure_reporters', 'int_figure_speakers', 'int_figures',
    'int_listed_figures', 'int_measured_figures', 'int_observation_locations', 'int_observations', 'int_place_lists',
    'int_sentence_spans', 'int_toll_parts', 'int_clause_actors', 'int_clause_tokens', 'int_clause_words', 'int_clauses',
    'int_document_stories', 'int_event_actor_spans', 'int_event_actors', 'int_event_candidates', 'int_event_dates',
    'int_event_links', 'int_event_mention_actors', 'int_event_occurrences', 'int_event_pairs', 'int_event_places',
    'int_event_principals', 'int_event_profiles', 'int_event_reports', 'int_event_settings', 'int_event_tellings',
    'int_events', 'int_fullest_tellings', 'int_modality_mentions', 'int_person_bodies', 'int_place_anaphors',
    'int_reported_speakers', 'int_speech_dates',
    'int_speech_tellings', 'int_trigger_forms', 'int_trigger_mentions', 'int_voters',
    'int_cross_document', 'int_document_copies',
    'int_document_sketches', 'int_document_versions', 'int_observation_tellings', 'int_parts_to_total',
    'int_running_total_statements', 'int_running_totals', 'dim_actor', 'dim_actor_role', 'dim_date', 'dim_document',
    'dim_event_type', 'dim_location', 'dim_measure', 'documents', 'bridge_document_actor', 'bridge_document_location',
    'bridge_observation_location', 'fct_event_actors', 'fct_events', 'fct_observations', 'fct_observation_tellings',
    'fct_reconciliations', 'mart_claims', 'mart_daily_series', 'mart_discrepancies', 'mart_event_links',
    'mart_events', 'mart_missing_bulletins', 'mart_place_readings', 'mart_undated_documents', 'audit_gazetteer_files',
    'audit_ledger', 'audit_rejections', 'audit_sources', 'data_dictionary',
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
