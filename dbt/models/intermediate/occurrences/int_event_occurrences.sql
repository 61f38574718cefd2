{{ config(materialized='kept', kept_by='event_id', touched='int_touched_groups', remembered=true) }}
{#- Rounds after the first take up what did not belong to the group that the first gave it. -#}
{%- set rounds = 2 -%}
{#- Each step doubles the reach of a label. -#}
{%- set steps = 5 -%}

with

profiles as (
    select
        {{ telling_claims() | indent(8) }},
        -- the telling that says most is the measure of the others
        row_number() over (
            order by
                case date_precision when 'day' then 3 when 'week' then 2 when 'month' then 2 when 'unknown' then 0 else 1 end
                + 2 * cast(site_id is not null as integer) + least(len(actor_ids), 3) + cast(modality = 'happened' as integer) desc,
                published_date asc nulls last,
                document_id asc,
                event_id asc
        ) as rank
    from {{ ref('int_event_profiles') }}
    where {{ is_touched('event_id', 'int_touched_groups') }}
),

links as (
    select
        event_id,
        other_event_id,
        score
    from {{ ref('int_event_links') }}
    where {{ is_touched('event_id', 'int_touched_groups') }}
),

links_0 as (
    select * from links
    union all
    select
        other_event_id as event_id,
        event_id as other_event_id,
        score
    from links
),

-- a landmark keeps its tellings together by itself: its label is less than all ranks, so that what is linked to one of them
-- takes it, and no chain of links reaches from one landmark to another
free_0 as (
    select
        event_id,
        rank,
        landmark_id,
        case when landmark_id is not null then -(max(rank) over (partition by landmark_id)) end as landmark_label
    from profiles
    where landmark_id is not null or event_id in (select links_0.event_id from links_0)
),

{% for round in range(1, rounds + 1) -%}
{%- if round > 1 -%}
links_{{ round - 1 }} as (
    select links.*
    from links_{{ round - 2 }} as links
    semi join free_{{ round - 1 }} as one on links.event_id = one.event_id
    semi join free_{{ round - 1 }} as other on links.other_event_id = other.event_id
),

{% endif -%}
label_{{ round }}_0 as (
    select
        event_id,
        landmark_label,
        coalesce(landmark_label, rank) as label
    from free_{{ round - 1 }}
),

{% for step in range(1, steps + 1) -%}
met_{{ round }}_{{ step }} as (
    select
        own.event_id,
        own.landmark_label,
        coalesce(own.landmark_label, least(own.label, coalesce(min(other.label), own.label))) as label
    from label_{{ round }}_{{ step - 1 }} as own
    left join links_{{ round - 1 }} as links on own.event_id = links.event_id
    left join label_{{ round }}_{{ step - 1 }} as other on links.other_event_id = other.event_id
    group by own.event_id, own.landmark_label, own.label
),

label_{{ round }}_{{ step }} as (
    select
        met.event_id,
        met.landmark_label,
        coalesce(met.landmark_label, least(met.label, coalesce(further.label, met.label))) as label
    from met_{{ round }}_{{ step }} as met
    left join profiles as hubs on met.label = hubs.rank
    left join met_{{ round }}_{{ step }} as further on hubs.event_id = further.event_id
),

{% endfor -%}
-- the telling that says most, the one that says best when, the one that says best where, the one that names most,
-- the fullest that names people, the fullest that says which of a series it is; where a landmark is told, of its tellings
hubs_{{ round }} as (
    select
        label.label,
        first(own.event_id order by own.landmark_id is null, own.rank) as fullest_id,
        first(own.event_id order by own.landmark_id is null, own.event_date_end - own.event_date nulls last, own.rank) as when_id,
        first(own.event_id order by own.landmark_id is null, len(own.area_ids) desc, own.rank) as where_id,
        first(own.event_id order by own.landmark_id is null, len(own.actor_ids) desc, own.rank) as who_id,
        first(own.event_id order by own.landmark_id is null, len(own.person_ids) = 0, own.rank) as people_id,
        first(own.event_id order by own.landmark_id is null, len(own.ordinals) = 0, own.rank) as number_id
    from label_{{ round }}_{{ steps }} as label
    inner join profiles as own on label.event_id = own.event_id
    group by label.label
),

-- a chain of likenesses must not glue two events: each telling must agree with all six, and of one
-- document only the likest belongs, beside its denial and all in which it tells of the landmark
members_{{ round }} as materialized (
    select
        label.label,
        own,
        fullest,
        best_when,
        best_where,
        best_who,
        best_people,
        best_number
    from label_{{ round }}_{{ steps }} as label
    inner join hubs_{{ round }} as hubs on label.label = hubs.label
    inner join profiles as own on label.event_id = own.event_id
    inner join profiles as fullest on hubs.fullest_id = fullest.event_id
    inner join profiles as best_when on hubs.when_id = best_when.event_id
    inner join profiles as best_where on hubs.where_id = best_where.event_id
    inner join profiles as best_who on hubs.who_id = best_who.event_id
    inner join profiles as best_people on hubs.people_id = best_people.event_id
    inner join profiles as best_number on hubs.number_id = best_number.event_id
),

likest_{{ round }} as (
    select
        members.own.event_id,
        members.own.event_date,
        members.own.landmark_id,
        members.label,
        case when members.own.landmark_id is null then members.own.event_date_end end as last_day
    from members_{{ round }} as members
    left join links_{{ round - 1 }} as links
        on members.own.event_id = links.event_id and members.fullest.event_id = links.other_event_id
    where
        not {{ tellings_conflict('members.fullest', 'members.own') }}
        and not {{ tellings_conflict('members.best_when', 'members.own') }}
        and not {{ tellings_conflict('members.best_where', 'members.own') }}
        and not {{ tellings_conflict('members.best_who', 'members.own') }}
        and not {{ tellings_conflict('members.best_people', 'members.own') }}
        and not {{ tellings_conflict('members.best_number', 'members.own') }}
    qualify members.own.landmark_id is not null or row_number() over (
        partition by members.label, members.own.document_id, members.own.modality = 'denied'
        order by members.own.landmark_id is null, members.own.event_id = members.fullest.event_id desc, links.score desc nulls last, members.own.rank
    ) = 1
),

-- two weeks that each meet a third need not meet each other: all that belong have a day in common
group_{{ round }} as (
    select
        event_id,
        label as hub_rank
    from likest_{{ round }}
    qualify landmark_id is not null or coalesce(event_date <= min(last_day) over (partition by label), true)
),

free_{{ round }} as (
    select free.*
    from free_{{ round - 1 }} as free
    anti join group_{{ round }} as grouped on free.event_id = grouped.event_id
),

{% endfor -%}
grouped as (
    {% for round in range(1, rounds + 1) -%}
    select
        event_id,
        {{ round }} as round,
        hub_rank
    from group_{{ round }}
    {{ "union all" if not loop.last }}
    {% endfor %}
),

-- the first telling names the event, so that one that is published later does not rename it
final as (
    select
        profiles.event_id,
        left(sha256(first_value(profiles.event_id) over (
            -- whose rank names a group may itself have been left out of it
            partition by coalesce(grouped.round, 0), coalesce(grouped.hub_rank, profiles.rank)
            order by profiles.published_date asc nulls last, profiles.document_id asc, profiles.event_id asc
        )), 24) as occurrence_id
    from profiles
    left join grouped on profiles.event_id = grouped.event_id
)

select * from final
