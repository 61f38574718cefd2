{{ config(materialized='kept', kept_by='claim_group', touched='int_touched_claim_groups') }}

with

claims as (
    select * from {{ ref('int_claims') }}
    where {{ is_touched('claim_group', 'int_touched_claim_groups') }}
),

observations as (
    select * from {{ ref('fct_observations') }}
),

documents as (
    select * from {{ ref('dim_document') }}
),

measures as (
    select
        measure,
        theme
    from {{ ref('dim_measure') }}
),

actors as (
    select
        actor_id,
        actor_name
    from {{ ref('dim_actor') }}
),

locations as (
    select * from {{ ref('dim_location') }}
),

-- the headline leaves the day to the text that tells it again
told_days as (
    select
        restates_observation_id,
        min(said_on) as said_on
    from observations
    where restates_observation_id is not null and said_on is not null
    group by restates_observation_id
),

-- figures of two towns are both true: each is set against those of its town and of the whole
located as (
    select
        claims.*,
        case when locations.location_type in ('settlement', 'camp', 'crossing') then locations.location_id end as site_id,
        coalesce(measures.theme = 'casualties', false) as is_toll
    from claims
    inner join observations on claims.observation_id = observations.observation_id
    left join measures on observations.measure = measures.measure
    left join locations on observations.location_id = locations.location_id
),

sites as (
    select distinct
        claim_group,
        coalesce(site_id, '') as site_id
    from located
),

set_side_by_side as (
    select
        located.*,
        sites.site_id as common_site_id
    from located
    inner join sites on located.claim_group = sites.claim_group and coalesce(located.site_id = sites.site_id, true)
),

-- what one speaker tells in several figures are parts of a matter: his largest is set against the others'
largest as (
    select
        claim_group,
        common_site_id,
        least_true,
        most_true,
        is_toll,
        coalesce(value, value_high, value_low) as figure
    from set_side_by_side
    qualify row_number() over (
        partition by claim_group, common_site_id, claimant_id, coalesce(is_denied, false)
        order by coalesce(value, value_high, value_low) desc, published_date desc nulls last, observation_id
    ) = 1
),

-- 36,000 refugees in a town are no other count of the 6.4 million abroad; of the dead one may tell ten times as many as another
comparable as (
    select * from largest
    qualify is_toll or coalesce(figure, 0) = 0 or 10 * figure >= max(figure) over (partition by claim_group, common_site_id)
),

contradictions as (
    select
        claim_group,
        common_site_id
    from comparable
    group by claim_group, common_site_id
    having max(least_true) > min(most_true)
),

-- one denies what another says
denials as (
    select denied.claim_group
    from set_side_by_side as denied
    inner join set_side_by_side as told
        on denied.claim_group = told.claim_group and denied.common_site_id = told.common_site_id
    where
        denied.is_denied
        and not told.is_denied
        and coalesce(denied.value, denied.value_high, denied.value_low) >= coalesce(told.least_true, 0)
        and coalesce(coalesce(denied.value, denied.value_high, denied.value_low) <= told.most_true, true)
),

disputes as (
    select claim_group from contradictions
    union
    select claim_group from denials
),

groups as (
    select
        claim_group,
        count(*) as claims_in_group,
        count(distinct who_id) as claimants_in_group,
        count(distinct coalesce(cast(value as varchar), concat_ws(' to ', cast(value_low as varchar), cast(value_high as varchar))))
            as distinct_values,
        min(coalesce(value_low, value, value_high)) as group_low,
        max(coalesce(value_high, value, value_low)) as group_high
    from claims
    group by claim_group
),

final as (
    select
        claims.observation_id,
        claims.claim_group,
        observations.measure,
        measures.theme,
        observations.subject,
        observations.value,
        observations.value_low,
        observations.value_high,
        observations.qualifier,
        observations.unit,
        observations.currency,
        observations.modality,
        coalesce(said_by.actor_name, counted_by.actor_name) as who,
        said_by.actor_name as attributed_to,
        observations.attributed_to_actor_id,
        counted_by.actor_name as reported_by,
        observations.reported_by_actor_id,
        coalesce(observations.said_on, told_days.said_on, documents.published_date) as said_on,
        observations.as_of_date,
        observations.period,
        documents.published_date,
        observations.location_id,
        locations.location_name,
        groups.claims_in_group,
        groups.claimants_in_group,
        groups.distinct_values,
        groups.group_low,
        groups.group_high,
        disputes.claim_group is not null as is_disputed,
        documents.document_kind,
        documents.outlet,
        documents.title,
        documents.source_url,
        observations.quote,
        observations.document_id
    from claims
    inner join observations on claims.observation_id = observations.observation_id
    inner join groups on claims.claim_group = groups.claim_group
    left join disputes on claims.claim_group = disputes.claim_group
    inner join documents on observations.document_id = documents.document_id
    inner join measures on observations.measure = measures.measure
    left join locations on observations.location_id = locations.location_id
    left join actors as said_by on observations.attributed_to_actor_id = said_by.actor_id
    left join actors as counted_by on observations.reported_by_actor_id = counted_by.actor_id
    left join told_days on observations.observation_id = told_days.restates_observation_id
)

select * from final
