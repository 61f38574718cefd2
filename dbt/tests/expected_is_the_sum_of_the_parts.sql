{{ config(severity='error', meta={'dagster': {'ref': {'name': 'fct_reconciliations'}}}) }}
with

parts as (
    -- an of-which figure beside real parts may or may not be one of them
    select
        parts.total_observation_id,
        sum(parts.value) filter (where parts.part_kind = 'part') as part_sum,
        sum(parts.value) as share_sum
    from {{ ref('fct_observations') }} as parts
    inner join {{ ref('fct_observations') }} as totals
        on
            parts.total_observation_id = totals.observation_id
            and parts.measure = totals.measure
            and (parts.measure = 'other' or coalesce(parts.unit = totals.unit, true))
            and parts.currency is not distinct from totals.currency
    where parts.part_kind in ('part', 'subset') and parts.subgroup is null
    group by parts.total_observation_id
),

-- a total that is divided under two headings is tested against one division
sections as (
    select
        parts.total_observation_id,
        read_parts.section_heading,
        sum(parts.value) as section_sum
    from {{ ref('fct_observations') }} as parts
    inner join {{ ref('int_recorded_observations') }} as read_parts on parts.observation_id = read_parts.observation_id
    where parts.part_kind = 'part' and parts.subgroup is null
    group by parts.total_observation_id, read_parts.section_heading
),

divisions as (
    select
        total_observation_id,
        list(section_sum) as section_sums
    from sections
    group by total_observation_id
    having count(*) > 1
)

select
    reconciliations.reconciliation_id,
    reconciliations.expected,
    parts.part_sum,
    parts.share_sum,
    'expected is not the sum of the parts' as fault
from {{ ref('fct_reconciliations') }} as reconciliations
left join parts on reconciliations.observation_id = parts.total_observation_id
left join divisions on reconciliations.observation_id = divisions.total_observation_id
where
    reconciliations.kind = 'parts_to_total'
    and not list_contains(coalesce(divisions.section_sums, []), reconciliations.expected)
    and least(
        coalesce(abs(reconciliations.expected - parts.part_sum), 1),
        coalesce(abs(reconciliations.expected - parts.share_sum), 1),
        case when reconciliations.expected is null and parts.share_sum is null then 0 else 1 end
    ) > 0.000001
{{ or_a_fault_when_empty('fct_reconciliations') }}
