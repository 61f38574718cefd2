{#- What the warehouse said at a moment: tables keep the versions of their rows, with the time of the
    refresh that brought a version and of the one that took it away. Which tables do, and by what key
    their rows are told apart, is the variable `tables_with_history` of the project. dbt's snapshots
    stamp what is gone with the time of day and cannot take back a refresh that was not published. -#}

{#- The rows that a refresh writes into a table's history: versions it closes and versions it opens.
    Of rows that are as they were it writes none. Of a table that is kept by `key` only the rows that are
    `touched` can be others. -#}
{% macro history_of(table, key=none, touched=none) -%}
{%- set looked_at = is_touched(key, touched) if touched else "true" -%}
{#- The linter knows no project. -#}
{%- set columns = columns_with_history(table) if project_name is defined else ["valid_from"] -%}
with

now_there as (
    select {{ columns | join(", ") }} from {{ ref(table) }}
    where {{ looked_at }}
),

refresh as (
    select max(refreshed_at) as refreshed_at from {{ source('raw', 'refreshes') }}
),

{% if is_incremental() -%}
open_versions as (
    select * from {{ this }} where valid_to is null and {{ looked_at }}
),

closed as (
    select open_versions.* replace (refresh.refreshed_at as valid_to)
    from open_versions
    cross join refresh
    anti join now_there on {{ same_row("open_versions", "now_there", columns) }}
),

opened as (
    select
        now_there.*,
        refresh.refreshed_at as valid_from,
        cast(null as timestamp) as valid_to
    from now_there
    cross join refresh
    anti join open_versions on {{ same_row("now_there", "open_versions", columns) }}
),

final as (
    select * from closed
    union all by name
    select * from opened
)
{%- else -%}
final as (
    select
        now_there.*,
        refresh.refreshed_at as valid_from,
        cast(null as timestamp) as valid_to
    from now_there
    cross join refresh
)
{%- endif %}

select * from final
{%- endmacro %}

{#- Of a table, the rows that this refresh brought, changed or took away: as they were and as they are. Of a table in which it changed
    nothing, none: what the refresh before changed is written already. -#}
{% macro changed_rows(table, columns) -%}
    select distinct {{ columns | join(", ") }}
    from {{ ref("history_" ~ table) }}
    where (select max(refreshed_at) from {{ source("raw", "refreshes") }}) in (valid_from, valid_to)
{%- endmacro %}

{#- Equal in every column, unknown values included. Compared by value: a hash that is kept would
    change with DuckDB's version and close every row. -#}
{% macro same_row(one, other, columns) -%}
    {%- for column in columns -%}
        {{ one }}.{{ column }} is not distinct from {{ other }}.{{ column }}{{ " and " if not loop.last }}
    {%- endfor -%}
{%- endmacro %}

{#- The columns of a table, as its yml lists them; dbt knows its graph only when it runs. -#}
{% macro columns_with_history(table) -%}
    {%- if execute and graph is defined and graph.nodes is defined -%}
        {{- return(described_table(table).columns.keys() | list) -}}
    {%- endif -%}
    {{- return(var("tables_with_history")[table]) -}}
{%- endmacro %}

{% macro described_table(table) -%}
    {{- return(graph.nodes["model." ~ project_name ~ "." ~ table]) -}}
{%- endmacro %}

{#- Before a history is written: it takes in what its table has come to have as columns, and forgets
    the refreshes that were never published, this one's earlier attempt among them. -#}
{% macro before_history() -%}
    {%- set relation = load_relation(this) if execute else none -%}
    {%- if relation is not none -%}
        {%- set there = {} -%}
        {%- for column in adapter.get_columns_in_relation(relation) -%}
            {%- do there.update({column.name: column.data_type | lower}) -%}
        {%- endfor -%}
        {%- for column in described_table(table_of_history()).columns.values() -%}
            {%- if column.name not in there %}
alter table {{ this }} add column {{ column.name }} {{ column.data_type }};
            {%- elif column.data_type and column.data_type | lower | replace(" ", "") != there[column.name] %}
alter table {{ this }} alter column {{ column.name }} type {{ column.data_type }};
            {%- endif -%}
        {%- endfor %}
delete from {{ this }} where valid_from in ({{ unpublished_refreshes() }});
update {{ this }} set valid_to = null where valid_to in ({{ unpublished_refreshes() }});
    {%- endif -%}
{%- endmacro %}

{% macro unpublished_refreshes() -%}
    select refreshed_at from {{ source('raw', 'refreshes') }} where status <> 'published'
{%- endmacro %}

{#- After a history was written: versions that no moment saw go, as do those closed before the horizon. -#}
{% macro after_history() -%}
delete from {{ this }}
where valid_to <= valid_from or valid_to <= {{ history_horizon() }};
{%- if execute -%}
    {%- for column in described_table(table_of_history()).columns.values() if column.description %}
comment on column {{ this }}.{{ column.name }} is '{{ column.description | replace("'", "''") }}';
    {%- endfor -%}
{%- endif -%}
{%- endmacro %}

{% macro table_of_history() -%}
    {{- return(model.name | replace("history_", "", 1)) -}}
{%- endmacro %}

{#- The earliest moment that is kept; before all time where nothing limits it. -#}
{% macro history_horizon() -%}
    {%- set days = env_var("SITREP_HISTORY_DAYS", "") if env_var is defined -%}
    {%- if days -%}
        (select max(refreshed_at) - interval '{{ days | int }} days' from {{ source('raw', 'refreshes') }})
    {%- else -%}
        timestamp '-infinity'
    {%- endif -%}
{%- endmacro %}

{#- Table macros that the published file takes along: `marts.fct_events_as_known(moment)` has the rows
    and columns that fct_events had then, and raises for a moment before the history begins. Names in
    them are bound when they are called, so that the file must be the current database. -#}
{% macro create_as_known() -%}
    {%- for table in var("tables_with_history") %}
create or replace macro marts.{{ table }}_as_known(known_at) as table
select {{ columns_with_history(table) | join(", ") }}
from marts.history_{{ table }}
where
    valid_from <= (
        select
            case
                when {{ as_utc("known_at") }} < known_from
                    then error('{{ table }}_as_known: the history begins at ' || known_from || ' UTC')
                else {{ as_utc("known_at") }}
            end
        from marts.audit_history
        where table_name = '{{ table }}'
    )
    and coalesce(valid_to > {{ as_utc("known_at") }}, true);
    {%- endfor -%}
{%- endmacro %}

{#- A moment of any type as a UTC timestamp; what has no zone is UTC already. -#}
{% macro as_utc(moment) -%}
    case
        when typeof({{ moment }}) = 'TIMESTAMP WITH TIME ZONE' then timezone('UTC', cast({{ moment }} as timestamptz))
        else cast({{ moment }} as timestamp)
    end
{%- endmacro %}
