with

observations as (
    select * from {{ ref('int_observations') }}
),

locations as (
    select
        location_id,
        location_name
    from {{ ref('places') }}
),

places as (
    select
        observation_id,
        count(*) as place_count
    from {{ ref('int_observation_locations') }}
    group by observation_id
),

totals as (
    select * from observations
    where part_kind = 'total' or (part_kind in ('part', 'subset') and value is not null)
),

parts as (
    select
        observations.total_observation_id,
        observations.observation_id,
        observations.value,
        observations.figure_start,
        observations.part_kind,
        observations.subgroup,
        coalesce(locations.location_name, observations.subject, 'unplaced') as part_name
    from observations
    left join locations on observations.location_id = locations.location_id
    where observations.part_kind in ('part', 'subset') and observations.subgroup is null
),

sums as (
    select
        total_observation_id,
        sum(value) as part_sum,
        bool_or(value is null) as has_damage,
        bool_or(part_kind = 'part') as has_parts,
        count(*) as part_count,
        string_agg(
            part_name || ' ' || coalesce(cast(value as varchar), '?'), ', '
            order by value desc, figure_start
        ) as part_list
    from parts
    group by total_observation_id
),

tested as (
    select
        totals.*,
        sums.part_sum,
        sums.part_list,
        sums.part_count,
        case
            when sums.has_damage or totals.value is null then 'not_testable'
            when totals.qualifier = 'exact' and sums.part_sum = totals.value then 'closed'
            when totals.qualifier in ('more_than', 'at_least') and sums.has_parts and sums.part_sum >= totals.value then 'closed'
            when totals.qualifier in ('less_than', 'at_most') and sums.has_parts and sums.part_sum <= totals.value then 'closed'
            when totals.qualifier = 'about' and sums.has_parts and abs(sums.part_sum - totals.value) <= 0.05 * totals.value then 'closed'
            when not sums.has_parts and sums.part_sum < totals.value then 'unallocated'
            else 'open'
        end as status
    from totals
    inner join sums on totals.observation_id = sums.total_observation_id
),

undivided as (
    select
        observations.*,
        places.place_count
    from observations
    inner join places on observations.observation_id = places.observation_id
    where observations.measure <> 'other' and observations.part_kind is null
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
        value - part_sum as difference,
        status,
        'stated ' || cast(value as varchar) || ' ' || coalesce(unit, '')
        || case status
            when 'closed' then ', parts add up: '
            when 'unallocated' then ', of which only ' || cast(part_sum as varchar) || ' are told apart: '
            when 'not_testable' then ', parts cannot be added: '
            else ', parts add up to ' || cast(part_sum as varchar) || ': '
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
        'stated ' || coalesce(cast(value as varchar), '?') || ' ' || coalesce(unit, '') || ' for '
        || cast(place_count as varchar) || ' places together, not divided' as explanation
    from undivided
)

select * from final
