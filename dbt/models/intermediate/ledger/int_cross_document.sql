with

observations as (
    select
        observations.*,
        tellings.is_current,
        coalesce(observations.location_id, '') as place_key,
        coalesce(observations.reported_by_actor_id, '') as reporter_key
    from {{ ref('int_observations') }} as observations
    inner join {{ ref('int_observation_tellings') }} as tellings on observations.observation_id = tellings.observation_id
    where
        observations.measure <> 'other'
        and observations.as_of_date is not null
        and observations.value is not null
        and observations.subgroup is null
        and observations.modality = 'happened'
        and tellings.restates_observation_id is null
),

-- only figures that a document states once for the day, reporter and place can be compared
single as (
    select *
    from observations
    where is_current
    qualify
        count(*) over (
            partition by document_id, measure, as_of_date, reporter_key, place_key, period, coalesce(period_start, date '0001-01-01')
        ) = 1
),

sequence as (
    select
        *,
        lag(value) over tellers as previous_value,
        lag(qualifier) over tellers as previous_qualifier,
        lag(document_id) over tellers as previous_document_id
    from single
    window tellers as (
        partition by measure, as_of_date, reporter_key, place_key, period, coalesce(period_start, date '0001-01-01')
        order by document_kind desc, document_id
    )
),

final as (
    select
        observation_id,
        measure,
        as_of_date,
        document_id,
        previous_document_id,
        reported_by_actor_id,
        previous_value as expected,
        value as stated,
        value - previous_value as difference,
        case
            when value = previous_value then 'closed'
            when qualifier <> 'exact' or previous_qualifier <> 'exact' then 'not_testable'
            else 'open'
        end as status,
        case
            when value = previous_value then 'two documents tell ' || cast(value as varchar)
            else 'one document tells ' || cast(previous_value as varchar) || ', another ' || cast(value as varchar)
        end as explanation
    from sequence
    where previous_document_id is not null
)

select * from final
