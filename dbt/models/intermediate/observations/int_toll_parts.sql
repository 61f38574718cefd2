with

figures as (
    select * from {{ ref('int_measured_figures') }}
    where
        document_kind = 'article'
        and relation is null
        and value is not null
        and line_kind not in ('title', 'heading')
        and measure in ('people_killed', 'people_injured', 'people_detained', 'people_displaced')
),

periods as (
    select * from {{ ref('int_figure_periods') }}
),

reporters as (
    select * from {{ ref('int_figure_reporters') }}
),

locations as (
    select
        location_id,
        location_type,
        country_iso3,
        admin1_pcode
    from {{ ref('int_read_locations') }}
),

placed as (
    select
        figures.mention_id,
        figures.document_id,
        figures.measure,
        figures.value,
        figures.char_start,
        periods.as_of_date,
        periods.period,
        coalesce(reporters.reported_by_actor_id, '') as reporter_key,
        locations.country_iso3,
        locations.admin1_pcode,
        case
            when locations.location_type = 'country' then 1
            when locations.location_type = 'zone' then 2
            when locations.location_type = 'governorate' then 3
            else 4
        end as fineness
    from figures
    inner join periods on figures.mention_id = periods.mention_id
    inner join reporters on figures.mention_id = reporters.mention_id
    inner join {{ ref('int_figure_locations') }} as figure_locations
        on figures.mention_id = figure_locations.mention_id and figure_locations.location_count = 1
    inner join locations on figure_locations.location_id = locations.location_id
),

-- "50 were killed in the north-west … 35 in Maarat al-Numan": one teller, one day, a place within the other
within as (
    select
        parts.mention_id,
        parts.value,
        totals.mention_id as total_mention_id,
        totals.value as total_value
    from placed as parts
    inner join placed as totals
        on
            parts.document_id = totals.document_id
            and parts.measure = totals.measure
            and parts.reporter_key = totals.reporter_key
            and parts.as_of_date = totals.as_of_date
            -- who died earlier this week is no part of the day's dead
            and (parts.period = totals.period or totals.period <> 'last_24h')
            and parts.country_iso3 = totals.country_iso3
            and parts.char_start > totals.char_start
            and parts.fineness > totals.fineness
            and parts.value < totals.value
            and (totals.fineness < 3 or parts.admin1_pcode = totals.admin1_pcode)
    qualify
        row_number() over (
            partition by parts.mention_id
            order by totals.fineness desc, totals.char_start, totals.mention_id
        ) = 1
),

-- what adds up to more is told of something else
final as (
    select
        mention_id,
        total_mention_id
    from within
    qualify sum(value) over (partition by total_mention_id) <= total_value
)

select * from final
