{{ config(severity='error', meta={'dagster': {'ref': {'name': 'int_observations'}}}) }}
-- each step adds columns to a figure, none may add or lose rows; a zero counts in bulletins only
with

measured as (
    select
        mention_id,
        number_kind = 'zero' and document_kind = 'article' as is_dropped
    from {{ ref('int_measured_figures') }}
),

steps as (
    select mention_id, 'int_figures' as step from {{ ref('int_figures') }}
    union all
    select mention_id, 'int_figure_periods' as step from {{ ref('int_figure_periods') }}
    union all
    select mention_id, 'int_figure_reporters' as step from {{ ref('int_figure_reporters') }}
    union all
    select distinct mention_id, 'int_observations' as step from {{ ref('int_observations') }}
),

names as (
    select distinct step from steps
),

counted as (
    select
        mention_id,
        step,
        count(*) as row_count
    from steps
    group by mention_id, step
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
