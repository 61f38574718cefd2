-- Who imposed sanctions, shut somebody out, or eased that, and when? What is only planned says so.
select
    mart_events.event_date,
    mart_events.date_precision,
    case mart_events.event_type when 'CONCEDE' then 'eased' else 'imposed or kept' end as what,
    mart_events.modality,
    coalesce(mart_events.sources, mart_events.participants) as who,
    mart_events.targets as on_whom,
    mart_events.independent_report_count as reports,
    coalesce(mart_events.event_date, mart_events.first_report_date) as told_by,
    mart_events.quote
from marts.mart_events
where
    mart_events.is_current
    and (
        mart_events.event_type = 'SANCTION'
        -- prisoners are released and crossings opened, too
        or mart_events.event_type = 'CONCEDE' and regexp_matches(mart_events.quote, '(?i)sanction|embargo|general licen[cs]e|waiver|санкци|эмбарго')
    )
order by told_by nulls last, mart_events.occurrence_id
