{{ config(severity='warn', meta={'dagster': {'ref': {'name': 'fct_observations'}}}) }}
with

observations as (
    select * from {{ ref('fct_observations') }}
)

select
    parts.observation_id,
    parts.document_id,
    parts.part_kind,
    parts.measure,
    parts.total_observation_id,
    case
        when parts.total_observation_id is null then 'a ' || parts.part_kind || ' without a total'
        when coalesce(parts.part_kind, 'total') = 'total' then 'no part, and yet it has a total'
        when totals.observation_id is null then 'no such total'
        when totals.observation_id = parts.observation_id then 'it is its own total'
        when totals.document_id <> parts.document_id then 'the total is in another document'
        when totals.measure <> parts.measure and parts.part_kind = 'part' then 'the total counts another measure'
        -- some of the people who came are refugees; none of the tons is
        when totals.unit <> parts.unit then 'the total counts in another unit'
        when totals.part_kind is null then 'the total is not marked as one'
        when parts.value > totals.value and parts.qualifier = 'exact' and totals.qualifier = 'exact'
            then 'it is larger than its total'
    end as fault
from observations as parts
left join observations as totals on parts.total_observation_id = totals.observation_id
where
    (parts.part_kind in ('part', 'subset') or parts.total_observation_id is not null)
    and fault is not null
{{ or_a_fault_when_empty('fct_observations') }}
