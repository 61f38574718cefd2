{{ config(materialized='kept', kept_by='document_id', touched='int_touched_totals', remembered=true) }}

with

observations as (
    select * from {{ ref('int_recorded_observations') }}
    where {{ is_touched('document_id', 'int_touched_totals') }}
),

locations as (
    select
        location_id,
        {{ readable_place('location_name') }} as place_name
    from {{ ref('int_locations') }}
),

shared as (
    select
        shared.observation_id,
        count(*) as place_count,
        string_agg(locations.place_name, ', ' order by locations.place_name) as place_names
    from {{ ref('int_recorded_observation_locations') }} as shared
    inner join locations on shared.location_id = locations.location_id
    where {{ is_touched('shared.document_id', 'int_touched_totals') }}
    group by shared.observation_id
),

parts as (
    select
        observations.*,
        totals.value as total_value,
        coalesce(locations.place_name, shared.place_names, observations.subject, 'no place') as part_name,
        -- 1.1 and 2.2 are 3.3, in any order
        cast(observations.value as decimal(28, 6)) as exact_value,
        sum(cast(observations.value as decimal(28, 6))) filter (where observations.part_kind = 'part') over of_total as sum_of_parts,
        sum(cast(observations.value as decimal(28, 6))) over of_total as sum_of_all
    from observations
    inner join observations as totals
        on
            observations.total_observation_id = totals.observation_id
            and observations.measure = totals.measure
            -- families are no people, nor euros dollars
            and (observations.measure = 'other' or coalesce(observations.unit = totals.unit, true))
            and observations.currency is not distinct from totals.currency
    left join locations on observations.location_id = locations.location_id
    left join shared on observations.observation_id = shared.observation_id
    where observations.part_kind in ('part', 'subset') and observations.subgroup is null
    window of_total as (partition by observations.total_observation_id)
),

-- an of-which figure may overlap with the parts: beside them it is added only where it fits into
-- what they leave of the total
added as (
    select *
    from parts
    where part_kind = 'part' or sum_of_parts is null or sum_of_all <= cast(total_value as decimal(28, 6))
),

sections as (
    select
        total_observation_id,
        section_heading,
        any_value(total_value) as total_value,
        sum(exact_value) as section_sum,
        min(figure_start) as section_start
    from added
    where part_kind = 'part'
    group by total_observation_id, section_heading
    having count(*) >= 2
),

-- "276 were killed. I. By perpetrator: ... II. By province: ...": a total that is divided twice is each time tested for itself,
-- and the division that is worst tells
divided_twice as (
    select
        total_observation_id,
        section_heading
    from sections
    qualify
        count(*) over (partition by total_observation_id) >= 2
        and min(abs(section_sum - total_value)) over (partition by total_observation_id) < 0.000001
        and row_number() over (
            partition by total_observation_id order by abs(section_sum - total_value) desc, section_start
        ) = 1
),

summands as (
    select added.*
    from added
    left join divided_twice on added.total_observation_id = divided_twice.total_observation_id
    where
        divided_twice.total_observation_id is null
        or (added.part_kind = 'part' and added.section_heading is not distinct from divided_twice.section_heading)
),

sums as (
    select
        total_observation_id,
        cast(sum(exact_value) as double) as part_sum,
        max(value) as largest_part,
        bool_or(value is null) as has_damage,
        bool_or(qualifier in ('more_than', 'at_least')) as has_open_parts,
        bool_or(qualifier in ('less_than', 'at_most')) as has_capped_parts,
        bool_or(qualifier = 'about') as has_rounded_parts,
        bool_or(part_kind = 'part') as has_parts,
        string_agg(
            part_name || ' ' || {{ stated_number('qualifier', 'value', 'value_low', 'value_high') }}, ', '
            order by value desc nulls last, figure_start asc, part_name asc
        ) as part_list
    from summands
    group by total_observation_id
),

tested as (
    select
        observations.*,
        sums.part_sum,
        sums.part_list,
        case
            when sums.has_damage or observations.value is null then 'not_testable'
            when abs(sums.part_sum - observations.value) < 0.000001 then 'closed'
            when not sums.has_parts and sums.largest_part <= observations.value then 'unallocated'
            when
                observations.qualifier in ('more_than', 'at_least') and sums.part_sum >= observations.value
                then 'closed'
            when
                observations.qualifier in ('less_than', 'at_most') and sums.part_sum <= observations.value
                then 'closed'
            -- parts of which more is said to be may come to the total
            when sums.has_open_parts and sums.part_sum < observations.value then 'not_testable'
            when sums.has_capped_parts and sums.part_sum > observations.value then 'not_testable'
            when
                (observations.qualifier = 'about' or sums.has_rounded_parts)
                and abs(sums.part_sum - observations.value) <= 0.01 * observations.value
                then 'closed'
            else 'open'
        end as status
    from observations
    inner join sums on observations.observation_id = sums.total_observation_id
),

-- an unplaced figure among several places: nobody said how much is whose
undivided as (
    select
        observations.*,
        shared.place_count,
        shared.place_names
    from observations
    inner join shared on observations.observation_id = shared.observation_id
    anti join sums on observations.observation_id = sums.total_observation_id
    where observations.measure <> 'other' and shared.place_count > 1
),

final as (
    select
        observation_id,
        measure,
        as_of_date,
        document_id,
        reported_by_actor_id,
        part_sum as expected,
        value as stated,
        round(value - part_sum, 6) as difference,
        status,
        'stated '
        || {{ stated_number('qualifier', 'value', 'value_low', 'value_high') }}
        || ' '
        || {{ unit_words('unit', 'currency') }}
        || case status
            when 'closed' then ', parts add up: '
            when 'unallocated' then ', told apart only ' || {{ readable_number('part_sum') }} || ': '
            when 'not_testable' then ', cannot be added up: '
            else ', parts add up to ' || {{ readable_number('part_sum') }} || ': '
        end || part_list as explanation
    from tested
    union all
    select
        observation_id,
        measure,
        as_of_date,
        document_id,
        reported_by_actor_id,
        null as expected,
        value as stated,
        null as difference,
        'unallocated' as status,
        'stated '
        || {{ stated_number('qualifier', 'value', 'value_low', 'value_high') }}
        || ' '
        || {{ unit_words('unit', 'currency') }}
        || ' for ' || cast(place_count as varchar) || ' places together, not divided: ' || place_names as explanation
    from undivided
)

select * from final
