with

events as (
    select
        event_id,
        document_id,
        case event_type when 'CONCEDE' then 'AGREE' else event_type end as event_family,
        event_date,
        event_date_end,
        date_precision,
        is_stated_date,
        location_id,
        quote
    from {{ ref('int_events') }}
),

states as (
    select
        actor_id,
        country_iso3
    from {{ ref('int_text_actors') }}
    where country_iso3 is not null and actor_type <> 'media'
),

actors as (
    select
        parts.event_id,
        list(distinct parts.actor_id order by parts.actor_id) as actor_ids,
        -- a president, his government and his state act as one where force is used
        list_filter(list(distinct states.country_iso3 order by states.country_iso3), lambda state: state is not null) as state_ids
    from {{ ref('int_event_actors') }} as parts
    left join states on parts.actor_id = states.actor_id
    where parts.role <> 'target'
    group by parts.event_id
),

parties as (
    select
        event_id,
        list(distinct actor_id order by actor_id) as actor_ids
    from {{ ref('int_event_actors') }}
    group by event_id
),

document_dates as (
    select
        document_id,
        published_date
    from {{ ref('int_document_dates') }}
),

countries as (
    select location_id
    from {{ ref('places') }}
    where location_type = 'country'
),

described as (
    select
        events.*,
        coalesce(parties.actor_ids, []) as actor_ids,
        coalesce(actors.state_ids, []) as state_ids,
        document_dates.published_date,
        case when countries.location_id is null then events.location_id end as site_id,
        list_distinct(regexp_extract_all(lower(events.quote), '[\p{L}\d]{3,}')) as words
    from events
    left join actors on events.event_id = actors.event_id
    left join parties on events.event_id = parties.event_id
    left join document_dates on events.document_id = document_dates.document_id
    left join countries on events.location_id = countries.location_id
),

keyed as (
    select
        event_id,
        event_family,
        unnest(list_distinct(list_concat(actor_ids, state_ids, case when site_id is not null then ['at ' || site_id] else [] end))) as block_actor,
        case
            when
                event_date is null
                then 'near ' || cast(unnest([date_trunc('week', published_date), date_trunc('week', published_date) + interval 7 day]) as varchar)
            when date_precision = 'day' then 'day ' || cast(event_date as varchar)
            else 'year ' || cast(year(event_date) as varchar)
        end as block_date
    from described
    where
        event_family <> 'STATEMENT'
        and (event_date is not null and is_stated_date or event_date is null and published_date is not null)
),

-- a year or month meets the days inside it
year_keys as (
    select * from keyed
    union
    select
        keyed.event_id,
        keyed.event_family,
        keyed.block_actor,
        'year ' || cast(year(described.event_date) as varchar) as block_date
    from keyed
    inner join described on keyed.event_id = described.event_id
    where described.date_precision = 'day'
),

pairs as (
    select distinct
        one.event_id,
        two.event_id as other_event_id
    from year_keys as one
    inner join year_keys as two
        on
            one.event_family = two.event_family
            and one.block_actor = two.block_actor
            and one.block_date = two.block_date
            and one.event_id < two.event_id
),

compared as (
    select
        pairs.event_id,
        pairs.other_event_id,
        one.document_id,
        two.document_id as other_document_id,
        one.event_family,
        one.event_date is null as is_undated,
        one.date_precision as precision_of_one,
        two.date_precision as precision_of_other,
        len(list_intersect(one.actor_ids, two.actor_ids)) as shared_actors,
        least(len(one.actor_ids), len(two.actor_ids)) as fewest_actors,
        len(list_intersect(one.state_ids, two.state_ids)) > 0 and one.event_family in ('COERCE', 'MOBILIZE', 'SANCTION', 'ASSAULT') as is_same_state,
        len(one.actor_ids) = 0 or len(two.actor_ids) = 0 as is_anonymous,
        coalesce(one.site_id = two.site_id, false) as is_same_site,
        coalesce(one.location_id = two.location_id, false) as is_same_place,
        one.site_id is not null and two.site_id is not null and one.site_id <> two.site_id as is_other_site,
        len(list_intersect(one.words, two.words)) / greatest(least(len(one.words), len(two.words)), 1) as word_share,
        coalesce(one.event_date <= two.event_date_end and two.event_date <= one.event_date_end, false) as is_date_shared,
        abs(date_diff('day', one.published_date, two.published_date)) as days_apart
    from pairs
    inner join described as one on pairs.event_id = one.event_id
    inner join described as two on pairs.other_event_id = two.event_id
    where
        one.document_id <> two.document_id
        and (one.event_date is null) = (two.event_date is null)
),

judged as (
    select
        *,
        shared_actors + 2 * cast(is_same_site as integer) + cast(is_same_place as integer) + 2 * word_share as score
    from compared
    where
        case
            when is_undated
                then
                    days_apart <= 3 and not is_other_site and (shared_actors >= 2 and (is_same_place or word_share >= 0.4) or word_share >= 0.8)
            when not is_date_shared then false
            when precision_of_one = 'day' and precision_of_other = 'day'
                then
                    shared_actors >= 2 and not is_other_site
                    or is_same_site and (shared_actors >= 1 or is_same_state or is_anonymous and event_family <> 'ASSAULT')
                    or shared_actors = fewest_actors and shared_actors > 0 and not is_other_site
                    and (event_family not in ('CONSULT', 'REQUEST', 'PROMISE', 'ASSAULT') or word_share >= 0.3)
            when precision_of_one = precision_of_other
                then
                    not is_other_site and (
                        is_same_state and event_family in ('COERCE', 'MOBILIZE')
                        or shared_actors = fewest_actors and shared_actors > 0 and event_family in ('COERCE', 'MOBILIZE', 'SANCTION', 'AGREE')
                        or shared_actors >= 2 and word_share >= 0.3
                    )
            else
                not is_other_site
                and (shared_actors = fewest_actors and shared_actors > 0 or is_same_state and event_family = 'COERCE')
                and event_family in ('COERCE', 'MOBILIZE', 'SANCTION')
                or shared_actors >= 2 and is_same_place
        end
),

-- an event has at most one telling in another document: the likest
final as (
    select
        event_id,
        other_event_id,
        document_id,
        other_document_id,
        event_family,
        cast(score as double) as score,
        cast(shared_actors as integer) as shared_actors,
        is_same_place,
        cast(word_share as double) as word_share
    from judged
    qualify
        row_number() over (partition by event_id, other_document_id order by score desc, other_event_id) = 1
        and row_number() over (partition by other_event_id, document_id order by score desc, event_id) = 1
)

select * from final
