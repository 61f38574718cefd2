{{ config(severity='error', meta={'dagster': {'ref': {'name': 'int_observations'}}}) }}
-- each step adds columns to a figure, none may add or lose rows; a zero counts in bulletins only
{%- set steps = ['int_figures', 'int_figure_periods', 'int_figure_reporters', 'int_observations'] %}

with

measured as (
    select
        mention_id,
        number_kind = 'zero' and document_kind = 'article' as is_dropped
    from {{ ref('int_measured_figures') }}
),

-- not those that have a row: a step may lose all of them
names as (
    select unnest({{ steps }}) as step
),

counted as (
    {% for step in steps -%}
    select
        mention_id,
        '{{ step }}' as step,
        -- a figure that is stated for each of several places is several observations
        {{ "1" if step == "int_observations" else "count(*)" }} as row_count
    from {{ ref(step) }}
    group by mention_id
    {{ "union all" if not loop.last }}
    {% endfor %}
)

select
    measured.mention_id,
    names.step,
    coalesce(counted.row_count, 0) as row_count,
    case when counted.mention_id is null then 'lost' else 'doubled, or read where it should not be' end as fault
from measured
cross join names
left join counted on measured.mention_id = counted.mention_id and names.step = counted.step
where
    coalesce(counted.row_count, 0)
    <> case when names.step = 'int_observations' and measured.is_dropped then 0 else 1 end
{{ or_a_fault_when_nothing_was_read('int_measured_figures') }}
