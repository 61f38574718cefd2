with

figures as (
    select * from {{ ref('int_measured_figures') }}
),

attached as (
    select * from {{ ref('int_figure_places') }}
),

listed as (
    select * from {{ ref('int_listed_figures') }}
),

place_lists as (
    select * from {{ ref('int_place_lists') }}
),

bracketed as (
    select * from {{ ref('int_bracketed_figures') }}
),

candidates as (
    select * from {{ ref('int_figure_place_candidates') }}
),

locations as (
    select
        location_id,
        admin1_pcode
    from {{ ref('int_read_locations') }}
),

places as (
    select * from {{ ref('int_scene_places') }}
),

crossings as (
    select location_id
    from {{ ref('places') }}
    where location_type in ('crossing', 'settlement')
),

states as (
    select location_id
    from {{ ref('int_read_locations') }}
    where location_type = 'country' and location_id <> 'SYR'
),

sibling_heads as (
    select distinct head_mention_id
    from figures
    where relation = 'sibling'
),

-- "405,420 to Aleppo, 27,620 to Idlib and 75,209 to Hama": where several figures have a place behind them, each has that one
paired as (
    select figures.mention_id
    from figures
    inner join attached on figures.mention_id = attached.mention_id
    left join place_lists
        on figures.sentence_id = place_lists.sentence_id and attached.place_start = place_lists.token_start and place_lists.list_size >= 2
    where attached.layout = 'figure place' and place_lists.sentence_id is null
    qualify
        count(*) over (partition by figures.sentence_id, figures.measure) >= case when figures.document_kind = 'bulletin' then 2 else 3 end
),

-- breakdowns and origins take the place beside them only
beside as (
    select
        figures.mention_id,
        coalesce(country.location_id, attached.location_id) as location_id
    from figures
    inner join attached on figures.mention_id = attached.mention_id
    left join crossings on attached.location_id = crossings.location_id
    left join places as country
        on
            figures.place_role = 'origin'
            and figures.sentence_id = country.sentence_id
            and country.admin_level = 1
            and country.location_id <> 'SYR'
            and attached.layout not in ('place (figure)', 'place: figure')
            and (starts_with(attached.location_id, 'x-') or crossings.location_id is not null)
            and attached.place_start > country.token_end
            and country.token_start > attached.place_start - 15
    where
        (
            figures.relation in ('breakdown', 'of which', 'sibling')
            or (
                coalesce(figures.relation, '') not in ('subgroup', 'other count')
                and attached.layout in ('place (figure)', 'place - figure', 'place: figure')
            )
            or figures.mention_id in (select head_mention_id from sibling_heads)
            or figures.mention_id in (select mention_id from paired)
            or (figures.place_role in ('origin', 'host') and coalesce(country.location_id, attached.location_id) <> 'SYR')
        )
        -- "Japan offered $130 million, Norway 1.1 billion kroner": who gives is not where
        and not (
            figures.measure = 'funding_allocated'
            and attached.layout <> 'figure place'
            and attached.location_id in (select states.location_id from states)
        )
    qualify row_number() over (partition by figures.mention_id order by country.token_start desc nulls last) = 1
),

-- villages of one governorate that the sentence names are placed by the governorate
governorates as (
    select
        mention_id,
        min(location_id) as location_id
    from candidates
    where admin_level = 2
    group by mention_id
    having count(distinct location_id) = 1
),

-- "al-Rastan, Homs province" is al-Rastan
finest as (
    select
        mention_id,
        location_id
    from (select distinct mention_id, location_id, admin_level from candidates) as placed
    qualify admin_level = max(admin_level) over (partition by mention_id)
),

-- only villages that may all lie in the governorate give way to it
villages as (
    select
        finest.mention_id,
        count(*) as place_count,
        count(*) filter (where locations.admin1_pcode <> governorates.location_id) as outside_count,
        any_value(governorates.location_id) as governorate_id
    from finest
    inner join governorates on finest.mention_id = governorates.mention_id
    left join locations on finest.location_id = locations.location_id
    group by finest.mention_id
),

settled as (
    select
        finest.mention_id,
        case
            when villages.place_count > 1 and villages.outside_count = 0 then villages.governorate_id
            else finest.location_id
        end as location_id
    from finest
    left join villages on finest.mention_id = villages.mention_id
),

placed as (
    select distinct
        listed.mention_id,
        listed.location_id
    from listed
    inner join figures on listed.mention_id = figures.mention_id
    union all
    select
        beside.mention_id,
        beside.location_id
    from beside
    anti join listed on beside.mention_id = listed.mention_id
    union all
    select distinct
        settled.mention_id,
        settled.location_id
    from settled
    anti join beside on settled.mention_id = beside.mention_id
    anti join listed on settled.mention_id = listed.mention_id
),

outer_places as (
    select
        bracketed.mention_id,
        placed.location_id
    from bracketed
    inner join placed on bracketed.outer_mention_id = placed.mention_id
),

final as (
    select
        placed.mention_id,
        placed.location_id
    from placed
    anti join outer_places on placed.mention_id = outer_places.mention_id
    union all
    select * from outer_places
)

select * from final
