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
    select
        table_name,
        known_from
    from {{ this }}
    {%- else -%}
    select
        cast(null as varchar) as table_name,
        cast(null as timestamp) as known_from
    where false
    {%- endif %}
),

known as (
    select count(*) as table_count from earlier
),

-- a table may have had no row at first: all were recorded from the same refresh on
recording as (
    select
        coalesce(min(versions.first_valid_from), any_value(refresh.refreshed_at)) as begins,
        any_value(refresh.refreshed_at) as refreshed_at
    from versions
    cross join refresh
),

-- but for one that came to have a history when others had one
beginnings as (
    select
        versions.table_name,
        greatest(
            case
                when earlier.table_name is null and known.table_count > 0 then recording.refreshed_at
                else recording.begins
            end,
            {{ history_horizon() }},
            earlier.known_from
        ) as known_from
    from versions
    cross join recording
    cross join known
    left join earlier on versions.table_name = earlier.table_name
),

final as (
    select
        versions.table_name,
        'history_' || versions.table_name as history_table,
        beginnings.known_from,
        versions.last_changed_at,
        versions.open_versions,
        versions.closed_versions
    from versions
    inner join beginnings on versions.table_name = beginnings.table_name
)

select * from final
