{{ config(materialized='kept', kept_by='occurrence_id', touched='int_touched_occurrences') }}

with

events as (
    select * from {{ ref('mart_events') }}
    where event_date is not null and is_current and {{ is_touched('occurrence_id', 'int_touched_occurrences') }}
),

codes as (
    select * from {{ ref('export_cameo_codes') }}
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

documents as (
    select * from {{ ref('dim_document') }}
),

-- no more than the ten that most reports name: pairs grow with their square
named as (
    select
        event_actors.*,
        row_number() over (partition by occurrence_id order by report_count desc, role, actor_id) as actor_number
    from event_actors
    qualify actor_number <= 10
),

pairs as (
    select
        first_actor.occurrence_id,
        first_actor.actor_id as actor1_id,
        second_actor.actor_id as actor2_id
    from named as first_actor
    inner join named as second_actor
        on
            first_actor.occurrence_id = second_actor.occurrence_id
            and first_actor.actor_id <> second_actor.actor_id
            and (
                (first_actor.role = 'source' and second_actor.role in ('target', 'participant'))
                or (first_actor.role = 'participant' and second_actor.role = 'target')
                or (first_actor.role = 'participant' and second_actor.role = 'participant' and first_actor.actor_id < second_actor.actor_id)
            )
),

alone as (
    select
        named.occurrence_id,
        case when named.role <> 'target' then named.actor_id end as actor1_id,
        case when named.role = 'target' then named.actor_id end as actor2_id
    from named
    anti join pairs on named.occurrence_id = pairs.occurrence_id
),

dyads as (
    select
        events.occurrence_id,
        parties.actor1_id,
        parties.actor2_id
    from events
    left join (
        select * from pairs
        union all
        select * from alone
    ) as parties on events.occurrence_id = parties.occurrence_id
),

final as (
    select
        left(sha256(concat_ws('|', dyads.occurrence_id, coalesce(dyads.actor1_id, ''), coalesce(dyads.actor2_id, ''))), 24) as globaleventid,
        cast(strftime(events.event_date, '%Y%m%d') as integer) as sqldate,
        cast(strftime(events.event_date, '%Y%m') as integer) as monthyear,
        cast(year(events.event_date) as integer) as year,
        round(year(events.event_date) + (dayofyear(events.event_date) - 1) / 365.25, 4) as fractiondate,
        {%- for side in ['actor1', 'actor2'] %}
        coalesce({{ side }}.actor_code, {{ side }}.country_iso3) as {{ side }}code,
        upper({{ side }}.actor_name) as {{ side }}name,
        {{ side }}.country_iso3 as {{ side }}countrycode,
        nullif(substring({{ side }}.actor_code, 4, 3), '') as {{ side }}type1code,
        {%- endfor %}
        codes.event_code as eventcode,
        codes.event_code as eventbasecode,
        left(codes.event_code, 2) as eventrootcode,
        cast(
            case
                when left(codes.event_code, 2) <= '05' then 1
                when left(codes.event_code, 2) <= '08' then 2
                when left(codes.event_code, 2) <= '13' then 3
                else 4
            end as integer
        ) as quadclass,
        codes.goldstein_scale as goldsteinscale,
        events.report_count as nummentions,
        events.outlet_count as numsources,
        events.document_count as numarticles,
        cast(
            case
                when locations.location_id is null then 0
                when locations.location_type = 'country' then 1
                when locations.location_type in ('governorate', 'district', 'zone') then 5
                else 4
            end as integer
        ) as actiongeo_type,
        locations.location_name as actiongeo_fullname,
        locations.country_iso3 as actiongeo_countrycode,
        locations.admin1_pcode as actiongeo_adm1code,
        locations.latitude as actiongeo_lat,
        locations.longitude as actiongeo_long,
        locations.location_id as actiongeo_featureid,
        cast(strftime(events.first_report_date, '%Y%m%d') as integer) as dateadded,
        documents.source_url as sourceurl,
        events.occurrence_id,
        events.event_type as plover_type,
        events.modality,
        events.date_precision,
        dyads.actor1_id,
        dyads.actor2_id,
        events.quote_document_id,
        events.quote,
        events.char_start,
        events.char_end
    from dyads
    inner join events on dyads.occurrence_id = events.occurrence_id
    inner join codes on events.event_type = codes.event_type and events.modality = codes.modality
    left join actors as actor1 on dyads.actor1_id = actor1.actor_id
    left join actors as actor2 on dyads.actor2_id = actor2.actor_id
    left join locations on events.location_id = locations.location_id
    left join documents on events.quote_document_id = documents.document_id
)

select * from final
