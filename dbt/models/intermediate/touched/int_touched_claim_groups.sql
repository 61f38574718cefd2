with

claims as (
    select
        observation_id,
        document_id,
        claim_group
    from {{ ref('int_claims') }}
),

final as (
    select claim_group from claims
    where document_id in (select document_id from {{ ref('int_touched_claims') }})
    union
    select claim_group from ({{ replaced_rows('int_claims') }}) as claims_before
    union
    -- a claim is shown with the names of its document, actors and place
    select claim_group from claims
    where observation_id in (select observation_id from {{ ref('int_touched_observations') }})
)

select * from final
