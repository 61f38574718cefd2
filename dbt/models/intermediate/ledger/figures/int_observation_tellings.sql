{{ config(materialized='kept', kept_by='observation_id', touched='int_touched_tellings', remembered=true) }}

with recursive

-- a document that tells of a touched day is compared with itself as a whole
tellers as (
    select distinct document_id
    from {{ ref('int_recorded_observations') }}
    where {{ is_touched('observation_id', 'int_touched_tellings') }}
),

observations as (
    select observations.*
    from {{ ref('int_recorded_observations') }} as observations
    inner join tellers on observations.document_id = tellers.document_id
),

versions as (
    select * from {{ ref('int_document_versions') }}
),

measures as (
    select
        measure,
        unit,
        additivity,
        theme
    from {{ ref('measures') }}
),

keyed as (
    select
        observations.observation_id,
        observations.document_id,
        observations.document_kind,
        observations.line_number,
        observations.char_start,
        observations.quote,
        observations.figure_start,
        observations.measure,
        observations.subject,
        observations.currency,
        observations.value,
        observations.qualifier,
        observations.period,
        observations.as_of_date,
        observations.modality,
        observations.part_kind,
        observations.total_observation_id,
        versions.is_current,
        versions.duplicate_of_document_id is not null as is_duplicate_document,
        coalesce(observations.location_id, '') as place_key,
        coalesce(observations.reported_by_actor_id, '') as reporter_key,
        coalesce(observations.subgroup, '') as subgroup_key,
        -- families are no people, nor euros dollars
        concat_ws(' ', coalesce(observations.unit, measures.unit), observations.currency) as unit_key,
        -- goods are of many kinds: 500 bags are not the 500 blankets of the next line
        case when observations.measure = 'goods_delivered' then coalesce(observations.subject, '') else '' end as kind_key,
        measures.theme in ('casualties', 'displacement', 'ceasefire') as is_of_people_or_truce,
        observations.measure = 'ceasefire_violations' and observations.value >= 3 and coalesce(observations.reported_by_actor_id in (
            'rus', 'russian-ministry-of-defence', 'russian-reconciliation-centre', 'russian-party-of-the-joint-commission'
        ), false) as is_russian_count,
        -- a bulletin may list days; an article's headline leaves the day to its dateline
        case
            when observations.document_kind = 'bulletin' and observations.period = 'last_24h'
                then coalesce(cast(observations.as_of_date as varchar), '')
            else ''
        end as day_key,
        -- what a daily sum may take in, were this the only telling
        coalesce(
            observations.value is not null
            and observations.as_of_date is not null
            and observations.modality = 'happened'
            and observations.measure <> 'other'
            and observations.subgroup is null
            and measures.additivity <> 'non_additive'
            -- families are no people
            and coalesce(observations.unit = measures.unit, true)
            -- a period that is neither the day nor a running total may be any: only one that begins
            -- on the day itself is a day's
            and case observations.period
                when 'last_24h' then coalesce(observations.period_start >= observations.as_of_date - 1, true)
                when
                    'other'
                    then measures.additivity = 'additive' and observations.period_start = observations.as_of_date
                else false
            end,
            false
        ) as is_daily_flow
    from observations
    inner join versions on observations.document_id = versions.document_id
    inner join measures on observations.measure = measures.measure
),

-- a total stands for its parts unless they are all there: then they say more
divided as (
    select totals.observation_id
    from keyed as totals
    inner join keyed as parts on totals.observation_id = parts.total_observation_id
    where parts.part_kind = 'part' and parts.measure = totals.measure
    group by totals.observation_id, totals.value
    having
        bool_and(parts.is_daily_flow)
        and coalesce(abs(sum(parts.value) - totals.value) < 0.000001, true)
),

placed as (
    select
        keyed.*,
        divided.observation_id is not null as is_divided,
        -- of equal tellings the one that is divided, then the one inside a breakdown, then the first
        struct_pack(
            divided_last := divided.observation_id is null,
            part_last := keyed.part_kind is distinct from 'part',
            figure_start := keyed.figure_start,
            observation_id := keyed.observation_id
        ) as telling_rank
    from keyed
    left join divided on keyed.observation_id = divided.observation_id
),

-- within a document one telling counts
told_before as (
    select
        placed.observation_id,
        told_before.observation_id as restates_observation_id,
        told_before.telling_rank
    from placed
    inner join placed as told_before
        on
            placed.document_id = told_before.document_id
            and placed.measure = told_before.measure
            and placed.modality = told_before.modality
            and placed.subgroup_key = told_before.subgroup_key
            and placed.unit_key = told_before.unit_key
            and placed.kind_key = told_before.kind_key
            and placed.day_key = told_before.day_key
            and placed.period = told_before.period
            and placed.value = told_before.value
            -- an article's lead leaves out what its next paragraph says of the same figure
            and (
                placed.place_key = told_before.place_key
                -- and so does a headline, or who tells a toll again
                or (
                    placed.document_kind = 'article'
                    or 1 in (placed.line_number, told_before.line_number)
                    or (placed.value >= 10 and placed.is_of_people_or_truce)
                )
                and '' in (placed.place_key, told_before.place_key)
                -- "seven breaches in the north-west", "seven (four in Aleppo, two in Idlib, one in Latakia)"
                or told_before.is_divided and placed.total_observation_id is null and not placed.is_divided and placed.value >= 3
            )
            and (
                placed.reporter_key = told_before.reporter_key
                or placed.document_kind = 'article' and '' in (placed.reporter_key, told_before.reporter_key)
                -- "twelve breaches came to the notice of Russian observers", "twelve have been recorded", says their centre
                or placed.is_russian_count and told_before.is_russian_count and 1 not in (placed.line_number, told_before.line_number)
            )
    where
        placed.measure <> 'other'
        and (
            placed.line_number <> told_before.line_number
            -- a sentence that a text of one line says again
            or placed.quote = told_before.quote and placed.char_start <> told_before.char_start
        )
        and placed.telling_rank > told_before.telling_rank
        and placed.total_observation_id is distinct from told_before.observation_id
        and told_before.total_observation_id is distinct from placed.observation_id
        and placed.value > 0
),

-- "broken 12 times, Russia reports", says the headline of what the text lets its centre count
told_in_headline as (
    select
        headlines.observation_id,
        placed.observation_id as restates_observation_id,
        placed.telling_rank
    from placed as headlines
    inner join placed
        on
            headlines.document_id = placed.document_id
            and headlines.measure = placed.measure
            and headlines.modality = placed.modality
            and headlines.subgroup_key = placed.subgroup_key
            and headlines.unit_key = placed.unit_key
            and headlines.kind_key = placed.kind_key
            and headlines.day_key = placed.day_key
            and headlines.period = placed.period
            and headlines.value = placed.value
            and (headlines.place_key = placed.place_key or '' in (headlines.place_key, placed.place_key))
            and headlines.reporter_key <> placed.reporter_key
            -- an article's may be told by its text as well: neither would count
            and (headlines.document_kind = 'bulletin' or '' not in (headlines.reporter_key, placed.reporter_key))
    where
        headlines.measure <> 'other'
        and headlines.line_number = 1
        and placed.line_number > 1
        and headlines.value > 0
        and headlines.total_observation_id is null
        and placed.total_observation_id is null
),

-- and a rounded one yields to the exact one beside it
told_exactly as (
    select
        placed.observation_id,
        exact.observation_id as restates_observation_id,
        exact.telling_rank
    from placed
    inner join placed as exact
        on
            placed.document_id = exact.document_id
            and placed.measure = exact.measure
            and placed.modality = exact.modality
            and placed.subgroup_key = exact.subgroup_key
            and placed.unit_key = exact.unit_key
            and placed.kind_key = exact.kind_key
            and placed.day_key = exact.day_key
            and placed.period = exact.period
            and (placed.place_key = exact.place_key or '' in (placed.place_key, exact.place_key))
            -- a headline is loose about who counted
            and (placed.reporter_key = exact.reporter_key or '' in (placed.reporter_key, exact.reporter_key) or placed.line_number = 1)
    where
        placed.measure <> 'other'
        and placed.line_number <> exact.line_number
        and placed.qualifier in ('more_than', 'about', 'at_least', 'less_than', 'at_most')
        and (
            placed.value >= 100
            -- "more than 20 came back" is the 22 of the next line; of two attacks with some dead each is told
            or (placed.value >= 10 and placed.measure not in ('people_killed', 'people_injured'))
            -- "about 6 tons" is 5.7
            or (exact.value <> round(exact.value) and round(exact.value) = placed.value)
        )
        and exact.qualifier = 'exact'
        and placed.total_observation_id is distinct from exact.observation_id
        and exact.total_observation_id is distinct from placed.observation_id
        and abs(exact.value - placed.value) <= 0.1 * exact.value
),

-- which does not yield in turn, or neither would count
repeated as (
    select told_before.*
    from told_before
    anti join told_exactly
        on
            told_before.observation_id = told_exactly.restates_observation_id
            and told_before.restates_observation_id = told_exactly.observation_id
    union all
    select * from told_in_headline
    union all
    select * from told_exactly
),

within as (
    select
        observation_id,
        min_by(restates_observation_id, telling_rank) as restates_observation_id
    from repeated
    group by observation_id
),

told as (
    select
        placed.*,
        within.restates_observation_id
    from placed
    left join within on placed.observation_id = within.observation_id
),

-- down from each total to the figures that stand for it: parts of parts too
reached as (
    select
        observation_id,
        is_divided,
        measure,
        place_key as root_place_key
    from told
    where total_observation_id is null and restates_observation_id is null and part_kind is distinct from 'subset'
    union all
    select
        parts.observation_id,
        parts.is_divided,
        parts.measure,
        reached.root_place_key
    from reached
    inner join told as parts on reached.observation_id = parts.total_observation_id and reached.measure = parts.measure
    where reached.is_divided and parts.part_kind = 'part' and parts.restates_observation_id is null
),

summands as (
    select
        told.observation_id,
        told.document_id,
        told.is_current and not told.is_duplicate_document as is_at_hand,
        'k'
        || left(sha256(concat_ws('|', told.measure, told.as_of_date, told.reporter_key, reached.root_place_key, told.currency)), 23)
            as total_key,
        'k'
        || left(sha256(concat_ws('|', told.measure, told.as_of_date, told.reporter_key, told.place_key, told.currency)), 23)
            as figure_key,
        'k'
        || left(sha256(concat_ws('|', told.measure, told.as_of_date, told.reporter_key, told.kind_key, told.currency)), 23)
            as day_key,
        reached.root_place_key <> '' as is_of_place,
        told.value,
        told.place_key <> '' as has_place,
        told.reporter_key <> '' as has_reporter,
        -- of several documents the bulletin before the article, then the one that divides
        case told.document_kind when 'bulletin' then '0' else '1' end
        || case
            when bool_or(told.total_observation_id is not null) over (
                partition by told.document_id, told.measure, told.as_of_date, told.reporter_key
            ) then '0' else '1'
        end
        || told.document_id as telling_order
    from told
    inner join reached on told.observation_id = reached.observation_id
    where told.is_daily_flow and not reached.is_divided
),

at_hand as (
    select * from summands
    where is_at_hand
),

{{ countable_tellings("at_hand") }},

final as (
    select
        told.observation_id,
        told.is_current,
        told.restates_observation_id,
        summands.observation_id is not null as is_summand,
        summands.total_key,
        summands.figure_key,
        summands.day_key,
        summands.is_of_place,
        summands.telling_order,
        countable.observation_id is not null as is_countable
    from told
    left join summands on told.observation_id = summands.observation_id
    left join countable on told.observation_id = countable.observation_id
    where {{ is_touched('told.observation_id', 'int_touched_tellings') }}
)

select * from final
