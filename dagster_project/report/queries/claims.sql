-- Claims about the same thing by several speakers or in several documents; the most disputed first. One row a claim.
-- What one speaker tells in one document in several figures are parts of a matter, and no conflict.
with

claim_groups as (
    select
        claim_group,
        bool_or(is_disputed) as is_disputed,
        max(claimants_in_group) as claimants,
        max(group_high) / nullif(min(group_low), 0) as spread
    from marts.mart_claims
    where distinct_values > 1
    group by claim_group
    having max(claimants_in_group) > 1 or count(distinct document_id) > 1
    order by bool_or(is_disputed) desc, claimants desc, spread desc nulls last, claim_group
    limit $claim_groups
)

select
    c.claim_group,
    row_number() over (order by g.is_disputed desc, g.claimants desc, g.spread desc nulls last, c.claim_group) as sequence,
    g.is_disputed,
    g.claimants,
    c.claims_in_group,
    c.group_low,
    c.group_high,
    c.measure,
    c.subject,
    c.value,
    c.value_low,
    c.value_high,
    c.qualifier,
    coalesce(c.currency, c.unit) as unit,
    c.modality,
    c.who,
    c.attributed_to_actor_id,
    c.reported_by_actor_id,
    coalesce(c.as_of_date, c.said_on, c.published_date) as day,
    c.said_on,
    c.location_id,
    c.location_name,
    c.outlet,
    c.document_id,
    c.quote,
    c.observation_id
from marts.mart_claims as c
inner join claim_groups as g using (claim_group)
qualify row_number() over (partition by c.claim_group order by c.observation_id) <= 12
order by g.is_disputed desc, g.claimants desc, g.spread desc nulls last, c.claim_group, coalesce(c.value_low, c.value, c.value_high), c.observation_id
