-- What happened in a governorate in a week? Write your own place and days; an event that the sources date less exactly may reach into them.
-- Where one denies what another tells, the row is disputed.
select
    mart_events.event_date,
    mart_events.date_precision,
    mart_events.event_type,
    mart_events.modality,
    mart_events.is_disputed as disputed,
    mart_events.place,
    mart_events.sources as who,
    mart_events.targets as to_whom,
    mart_events.independent_report_count as reports,
    mart_events.quote
from marts.mart_events
where
    mart_events.admin1_name = 'Idlib'
    and mart_events.is_current
    and mart_events.event_date <= date '2019-07-22'
    and mart_events.event_date_end >= date '2019-07-16'
order by mart_events.event_date, mart_events.occurrence_id
