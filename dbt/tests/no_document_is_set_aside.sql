{{ config(severity='warn', meta={'dagster': {'ref': {'name': 'audit_rejections'}}}) }}
select
    source_path,
    detail,
    'set aside' as fault
from {{ ref('audit_rejections') }}
where reason = 'breaks_a_check'
