-- How the sources are doing that the warehouse asks. One row a source.
select
    source_name,
    source_kind,
    last_status,
    last_success_at,
    last_news_at,
    items_seen,
    items_new,
    items_failed,
    last_message
from marts.audit_sources
order by last_status = 'ok', source_name
limit $sources
