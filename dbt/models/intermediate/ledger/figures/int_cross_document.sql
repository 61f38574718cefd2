{{ config(materialized='kept', kept_by='observation_id', touched='int_touched_tellings') }}

with

observations as (
    select
        observations.*,
        tellings.is_current,
        coalesce(observations.location_id, '') as place_key,
        coalesce(observations.reported_by_actor_id, '') as reporter_key
    from {{ ref('int_recorded_observations') }} as observations
    inner join
        {{ ref('int_observation_tellings') }} as tellings
        on observations.observation_id = tellings.observation_id
    where
        observations.measure <> 'other'
        and observations.as_of_date is not null
        and observations.value is not null
        and observations.subgroup is null
        and observations.modality = 'happened'
        and observations.part_kind is distinct from 'subset'
        and tellings.restates_observation_id is null
        and {{ is_touched('observations.observation_id', 'int_touched_tellings') }}
),

versions as (
    select * from {{ ref('int_document_versions') }}
),

measures as (
    select
        measure,
        unit
    from {{ ref('measures') }}
),

-- only figures that a document states once for the day, reporter and place can be compared; with
-- neither reporter nor place two figures of a day may be of two events
single as (
    select
        observations.*,
        concat_ws(
            '|', observations.measure, observations.as_of_date, observations.reporter_key, observations.place_key,
            observations.period, coalesce(cast(observations.period_start as varchar), ''),
            -- families are no people, nor dinars dollars
            coalesce(nullif(observations.unit, measures.unit), ''), coalesce(observations.currency, ''),
            -- goods are of many kinds, and their unit does not tell which
            case when observations.measure = 'goods_delivered' then lower(observations.subject) end
        ) as figure_key,
        versions.superseded_by_document_id
    from observations
    inner join versions on observations.document_id = versions.document_id
    inner join measures on observations.measure = measures.measure
    where
        versions.duplicate_of_document_id is null
        and (observations.reporter_key <> '' or observations.place_key <> '')
    qualify count(*) over (partition by observations.document_id, figure_key) = 1
),

tellers as (
    select
        *,
        lag(value) over tellings as previous_value,
        lag(qualifier) over tellings as previous_qualifier,
        lag(document_id) over tellings as previous_document_id
    from single
    where is_current
    window tellings as (partition by figure_key order by document_kind desc, document_id asc)
),

told_twice as (
    select
        *,
        case
            when value = previous_value then 'same'
            when qualifier <> 'exact' or previous_qualifier <> 'exact' then 'rounded'
            else 'contradicting'
        end as verdict
    from tellers
    where previous_document_id is not null
),

corrected as (
    select
        later.*,
        earlier.value as previous_value,
        earlier.qualifier as previous_qualifier,
        earlier.document_id as previous_document_id,
        case when later.value = earlier.value then 'same' else 'corrected' end as verdict
    from single as earlier
    inner join single as later
        on earlier.superseded_by_document_id = later.document_id and earlier.figure_key = later.figure_key
),

compared as (
    select * from told_twice
    union all by name
    select * from corrected
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
        round(value - previous_value, 6) as difference,
        verdict,
        case verdict when 'same' then 'closed' when 'contradicting' then 'open' else 'not_testable' end as status,
        case verdict
            when 'same' then 'two documents tell ' || {{ readable_number('value') }}
            when
                'corrected'
                then
                    'corrected from '
                    || {{ readable_number('previous_value') }}
                    || ' to '
                    || {{ readable_number('value') }}
            when 'rounded'
                then
                    'one document tells '
                    || {{ readable_number('previous_value') }}
                    || ', another '
                    || {{ readable_number('value') }}
                    || ', at least one of them rounded'
            else
                'one document tells '
                || {{ readable_number('previous_value') }}
                || ', another '
                || {{ readable_number('value') }}
        end || ' ' || {{ unit_words('unit', 'currency') }} as explanation
    from compared
)

select * from final
