{{ config(materialized='kept', kept_by='event_id_cnty', touched='int_touched_occurrences') }}

with

events as (
    select * from {{ ref('mart_events') }}
    where
        modality = 'happened'
        and is_current
        and date_precision in ('day', 'week', 'month')
        and {{ is_touched('occurrence_id', 'int_touched_occurrences') }}
),

event_actors as (
    select * from {{ ref('mart_event_actors') }}
    where {{ is_touched('occurrence_id', 'int_touched_occurrences') }}
),

actors as (
    select * from {{ ref('dim_actor') }}
),

locations as (
    select * from {{ ref('dim_location') }}
),

countries as (
    select
        country_iso3,
        arg_min(location_name, location_id) as location_name
    from locations
    where location_type = 'country'
    group by country_iso3
),

tellings as (
    select * from {{ ref('fct_events') }}
    where {{ is_touched('occurrence_id', 'int_touched_occurrences') }}
),

documents as (
    select * from {{ ref('dim_document') }}
),

rules as (
    select
        *,
        {{ search_term('cue', "'word'", token_key('cue')) }} as cue_term
    from {{ ref('export_acled_event_types') }}
),

actor_kinds as (
    select * from {{ ref('export_acled_actor_kinds') }}
),

words as (
    select distinct
        occurrence_id,
        event_type,
        unnest(regexp_extract_all(quote, '[\p{L}\p{M}]+(?:[''’ʼ‘`´][\p{L}\p{M}]+)*')) as word
    from events
),

-- a word of many events is folded once
word_terms as (
    select
        word,
        {{ search_term('word', "'word'", token_key('word')) }} as term
    from words
    group by word
),

terms as (
    select
        words.occurrence_id,
        words.event_type,
        word_terms.term
    from words
    inner join word_terms on words.word = word_terms.word
),

-- a rule without a cue fits every event of its type
fitting as (
    select
        terms.occurrence_id,
        rules.rule_id,
        rules.priority
    from terms
    inner join rules on terms.event_type = rules.event_type and terms.term = rules.cue_term
    union all
    select
        events.occurrence_id,
        rules.rule_id,
        rules.priority
    from events
    inner join rules on events.event_type = rules.event_type and rules.cue is null
),

typed as (
    select
        occurrence_id,
        rule_id
    from fitting
    qualify row_number() over (partition by occurrence_id order by priority, rule_id) = 1
),

kinds as (
    select
        event_actors.occurrence_id,
        case when event_actors.role = 'target' then 2 else 1 end as side,
        event_actors.role,
        event_actors.report_count,
        actors.actor_id,
        actors.actor_name,
        case
            when coalesce(left(actors.actor_code, 3), actors.country_iso3) = coalesce(events.country_iso3, 'SYR')
                then coalesce(by_role.at_home, by_type.at_home)
            else coalesce(by_role.abroad, by_type.abroad)
        end as kind
    from event_actors
    inner join events on event_actors.occurrence_id = events.occurrence_id
    inner join actors on event_actors.actor_id = actors.actor_id
    left join actor_kinds as by_role on substring(actors.actor_code, 4, 3) = by_role.role_code
    left join actor_kinds as by_type on actors.actor_type = by_type.role_code
),

-- Actors side by side: the first is actor1, the second actor2 where nobody is a target.
numbered as (
    select
        *,
        count(*) filter (where side = 2) over (partition by occurrence_id) as target_count,
        row_number() over (
            partition by occurrence_id, side order by role = 'participant', report_count desc, actor_name, actor_id
        ) as actor_number
    from kinds
),

sided as (
    select
        * replace (case when target_count = 0 and role = 'participant' and actor_number = 2 then 2 else side end as side)
    from numbered
),

ordered as (
    select
        *,
        row_number() over (partition by occurrence_id, side order by actor_number) as rank_on_side
    from sided
),

parties as (
    select
        occurrence_id,
        max(actor_name) filter (where side = 1 and rank_on_side = 1) as actor1,
        max(kind) filter (where side = 1 and rank_on_side = 1) as inter1,
        string_agg(actor_name, '; ' order by rank_on_side) filter (where side = 1 and rank_on_side > 1) as assoc_actor_1,
        max(actor_name) filter (where side = 2 and rank_on_side = 1) as actor2,
        max(kind) filter (where side = 2 and rank_on_side = 1) as inter2,
        string_agg(actor_name, '; ' order by rank_on_side) filter (where side = 2 and rank_on_side > 1) as assoc_actor_2
    from ordered
    group by occurrence_id
),

sources as (
    select
        occurrence_id,
        string_agg(outlet, '; ' order by outlet) as source
    from (
        select distinct
            tellings.occurrence_id,
            documents.outlet
        from tellings
        inner join documents on tellings.document_id = documents.document_id
    ) as outlets
    group by occurrence_id
),

final as (
    select
        events.occurrence_id as event_id_cnty,
        events.event_date,
        cast(year(events.event_date) as integer) as year,
        cast(case events.date_precision when 'day' then 1 when 'week' then 2 else 3 end as integer) as time_precision,
        rules.disorder_type,
        rules.acled_event_type as event_type,
        rules.acled_sub_event_type as sub_event_type,
        parties.actor1,
        parties.assoc_actor_1,
        parties.inter1,
        parties.actor2,
        parties.assoc_actor_2,
        parties.inter2,
        concat_ws('-', parties.inter1, parties.inter2) as interaction,
        case
            when
                rules.acled_event_type = 'Violence against civilians'
                or (rules.disorder_type = 'Political violence' and parties.inter2 = 'Civilians')
                then 'Civilian targeting'
        end as civilian_targeting,
        countries.location_name as country,
        locations.admin1_name as admin1,
        case when locations.location_type = 'district' then locations.location_name else districts.location_name end as admin2,
        locations.location_name as location,
        locations.latitude,
        locations.longitude,
        cast(
            case
                when locations.latitude is null then null
                when locations.location_type in ('settlement', 'camp', 'crossing') then 1
                when locations.location_type in ('district', 'other') then 2
                else 3
            end as integer
        ) as geo_precision,
        sources.source,
        events.quote as notes,
        events.event_date_end,
        events.event_type as plover_type,
        rules.rule_id,
        events.country_iso3,
        events.location_id,
        events.report_count,
        events.is_disputed,
        events.quote_event_id,
        events.quote_document_id,
        events.char_start,
        events.char_end
    from events
    inner join typed on events.occurrence_id = typed.occurrence_id
    inner join rules on typed.rule_id = rules.rule_id and rules.acled_event_type is not null
    left join parties on events.occurrence_id = parties.occurrence_id
    left join sources on events.occurrence_id = sources.occurrence_id
    left join locations on events.location_id = locations.location_id
    left join locations as districts on locations.parent_location_id = districts.location_id and districts.location_type = 'district'
    left join countries on locations.country_iso3 = countries.country_iso3
)

select * from final
