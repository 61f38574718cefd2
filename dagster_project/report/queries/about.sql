-- What the warehouse holds as a whole, however much of it fits on the page.
select
    (select max(refreshed_at) from marts.audit_row_counts) as refreshed_at,
    (select count(*) from marts.dim_document where is_current) as documents,
    (
        select count(*)
        from marts.fct_observations as o
        inner join marts.dim_document as d using (document_id)
        where o.is_current and d.duplicate_of_document_id is null
    ) as figures,
    (select count(*) from marts.mart_events where is_current) as events,
    (select count(*) from marts.mart_discrepancies) as discrepancies,
    (
        select count(*) from (
            select claim_group from marts.mart_claims
            where distinct_values > 1
            group by claim_group
            having max(claimants_in_group) > 1 or count(distinct document_id) > 1
        )
    ) as claim_groups,
    (select count(*) from marts.mart_undated_documents where is_current) as undated_documents,
    (select min(published_date) from marts.dim_document where is_current) as first_day,
    (select max(published_date) from marts.dim_document where is_current) as last_day
