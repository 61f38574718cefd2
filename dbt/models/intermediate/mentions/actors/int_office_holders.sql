with

dates as (
    select * from {{ ref('int_document_dates') }}
),

date_mentions as (
    select * from {{ ref('int_date_mentions') }}
    where date_start is not null and has_year
),

hits as (
    select * from {{ ref('int_actor_hits') }}
    where not is_nested
),

roles as (
    select
        *,
        coalesce(valid_to, date '9999-12-31') as last_day
    from {{ ref('actor_roles') }}
),

-- "In December 2017 the Russian leader": the year that a sentence opens with, else the document's day.
offices as (
    select
        hits.sentence_id,
        hits.document_id,
        hits.token_start,
        hits.role_key,
        coalesce(max_by(date_mentions.date_start, date_mentions.token_start), any_value(dates.published_date)) as asked_on
    from hits
    left join dates on hits.document_id = dates.document_id
    left join date_mentions
        on hits.sentence_id = date_mentions.sentence_id and hits.token_start > date_mentions.token_end
    where hits.role_key is not null
    group by hits.sentence_id, hits.document_id, hits.token_start, hits.role_key
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

undated as (
    select distinct
        document_id,
        role_key
    from offices
    where asked_on is null
),

terms as (
    select
        undated.document_id,
        undated.role_key,
        roles.actor_role_id,
        count(date_mentions.mention_id) as covered_dates
    from undated
    inner join roles on undated.role_key = roles.role_key
    left join date_mentions
        on
            undated.document_id = date_mentions.document_id
            and date_mentions.date_start between roles.valid_from and roles.last_day
    group by undated.document_id, undated.role_key, roles.actor_role_id
),

candidates as (
    select
        offices.sentence_id,
        offices.document_id,
        offices.token_start,
        offices.role_key,
        roles.actor_id,
        roles.actor_role_id,
        roles.valid_from,
        offices.asked_on,
        coalesce(offices.asked_on between roles.valid_from and roles.last_day, false) as is_in_office,
        coalesce(named.mention_count, 0) as mention_count,
        coalesce(terms.covered_dates, 0) as covered_dates,
        count(distinct roles.actor_id) over (partition by offices.sentence_id, offices.token_start) as holder_count
    from offices
    inner join roles on offices.role_key = roles.role_key
    left join named on offices.document_id = named.document_id and roles.actor_id = named.actor_id
    left join terms
        on
            offices.document_id = terms.document_id
            and roles.actor_role_id = terms.actor_role_id
),

final as (
    select
        sentence_id,
        document_id,
        token_start,
        actor_id
    from candidates
    where
        is_in_office
        or (asked_on is null and (mention_count > 0 or covered_dates > 0 or holder_count = 1))
    qualify
        row_number() over (
            partition by sentence_id, token_start
            order by is_in_office desc, mention_count desc, covered_dates desc, valid_from desc, actor_role_id
        ) = 1
)

select * from final
