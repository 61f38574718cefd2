{#- How far back it goes is known here alone once old versions are deleted. -#}
{{ config(
    materialized='incremental',
    incremental_strategy='delete+insert',
    unique_key=['table_name'],
    full_refresh=false,
    on_schema_change='append_new_columns',
    post_hook="{{ create_as_known() }}"
) }}

with

versions as (
    {% for table in var('tables_with_history') -%}
    select
        '{{ table }}' as table_name,
        min(valid_from) as first_valid_from,
        max(greatest(valid_from, valid_to)) as last_changed_at,
        count(*) filter (where valid_to is null) as open_versions,
        count(*) filter (where valid_to is not null) as closed_versions
    from {{ ref('history_' ~ table) }}
    {{ "union all" if not loop.last }}
    {% endfor %}
),

refresh as (
    select max(refreshed_at) as refreshed_at from {{ source('raw', 'refreshes') }}
),

earlier as (
    {% if is_incremental() -%}
    select max(known_from) as known_from from {{ this }}
    {%- else -%}
    select cast(null as timestamp) as known_from
    {%- endif %}
),

-- a table may have had no row at first: all were recorded from the same refresh on
beginning as (
    select
        greatest(
            coalesce(min(versions.first_valid_from), any_value(refresh.refreshed_at)),
            {{ history_horizon() }},
            any_value(earlier.known_from)
        ) as known_from
    from versions
    cross join refresh
    cross join earlier
),

final as (
    select
        versions.table_name,
        'history_' || versions.table_name as history_table,
        beginning.known_from,
        versions.last_changed_at,
        versions.open_versions,
        versions.closed_versions
    from versions
    cross join beginning
)

select * from final
