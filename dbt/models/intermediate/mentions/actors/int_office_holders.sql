with

documents as (
    select
        document_id,
        metadata_published_date as published_date
    from {{ ref('stg_documents') }}
),

hits as (
    select * from {{ ref('int_actor_hits') }}
),

roles as (
    select * from {{ ref('actor_roles') }}
),

asked as (
    select distinct
        hits.document_id,
        hits.role_key,
        documents.published_date
    from hits
    inner join documents on hits.document_id = documents.document_id
    where hits.role_key is not null
),

named as (
    select
        document_id,
        actor_id,
        count(*) as mention_count
    from hits
    where actor_id is not null
    group by document_id, actor_id
),

holders as (
    select
        asked.document_id,
        asked.role_key,
        roles.actor_id,
        roles.actor_role_id,
        roles.valid_from,
        coalesce(named.mention_count, 0) as mention_count,
        asked.published_date is not null as is_dated,
        asked.published_date >= roles.valid_from
        and asked.published_date <= coalesce(roles.valid_to, date '9999-12-31') as is_in_office,
        count(distinct roles.actor_id) over (partition by asked.document_id, asked.role_key) as holder_count
    from asked
    inner join roles on asked.role_key = roles.role_key
    left join named on asked.document_id = named.document_id and roles.actor_id = named.actor_id
),

final as (
    select
        document_id,
        role_key,
        actor_id
    from holders
    where
        is_in_office
        or (not is_dated and (mention_count > 0 or holder_count = 1))
    qualify
        row_number() over (
            partition by document_id, role_key
            order by mention_count desc, valid_from desc, actor_role_id
        ) = 1
)

select * from final
