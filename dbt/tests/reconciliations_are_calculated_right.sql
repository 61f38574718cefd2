{{ config(severity='error', meta={'dagster': {'ref': {'name': 'fct_reconciliations'}}}) }}
-- our own arithmetic; where it is right and does not close, the source is wrong
with

reconciliations as (
    select * from {{ ref('fct_reconciliations') }}
),

observations as (
    select
        observation_id,
        value
    from {{ ref('fct_observations') }}
)

select
    reconciliations.reconciliation_id,
    reconciliations.kind,
    reconciliations.opening,
    reconciliations.flow,
    reconciliations.expected,
    reconciliations.stated,
    reconciliations.difference,
    reconciliations.status,
    case
        when observations.observation_id is null then 'no such observation'
        when coalesce(observations.value, -1) <> coalesce(reconciliations.stated, -1) then 'the observation states another value'
        when abs(reconciliations.difference - (reconciliations.stated - reconciliations.expected)) > 0.000001
            then 'the difference is not stated - expected'
        when reconciliations.difference is null and reconciliations.stated - reconciliations.expected is not null
            then 'both sides and no difference'
        when reconciliations.difference is not null and reconciliations.stated - reconciliations.expected is null
            then 'a difference without both sides'
        when
            reconciliations.kind = 'running_total'
            and coalesce(abs(reconciliations.expected - reconciliations.opening - coalesce(reconciliations.flow, 0)) > 0.000001, true)
            then 'expected is not opening + flow'
        when reconciliations.kind <> 'running_total' and (reconciliations.opening is not null or reconciliations.flow is not null)
            then 'an opening or flow without a running total'
        when reconciliations.kind = 'running_total' and reconciliations.previous_document_id is null
            then 'an opening from no document'
        when reconciliations.status = 'open' and coalesce(reconciliations.difference = 0, true)
            then 'open without a difference'
    end as fault
from reconciliations
left join observations on reconciliations.observation_id = observations.observation_id
where fault is not null
{{ or_a_fault_when_empty('fct_reconciliations') }}
