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

locations as (
    select
        location_id,
        location_type,
        admin1_pcode,
        country_iso3
    from {{ ref('int_read_locations') }}
),

places as (
    select * from {{ ref('int_scene_places') }}
),

sentences as (
    select
        sentence_id,
        document_id,
        document_kind,
        line_number,
        sentence_number,
        sum(case when line_kind = 'body' and is_first_of_line then 1 else 0 end) over (
            partition by document_id order by sentence_number
        ) as body_line
    from (
        select
            *,
            row_number() over (partition by document_id, line_number order by sentence_number) = 1 as is_first_of_line
        from {{ ref('int_sentences') }}
    ) as numbered
),

-- places that stand in a list with a figure of their own belong to that figure alone
taken as (
    select distinct
        figures.sentence_id,
        attached.place_start
    from figures
    inner join attached on figures.mention_id = attached.mention_id
    where
        figures.relation in ('breakdown', 'sibling')
        or (figures.relation = 'of which' and attached.layout <> 'figure place')
        or attached.layout in ('place (figure)', 'place - figure')
    union
    select
        sentence_id,
        place_start
    from listed
),

-- "Six of these took place in Aleppo, where civilians received 1.7 tons": the place is the tons' too
taken_by_measure as (
    select distinct
        figures.sentence_id,
        figures.measure,
        attached.place_start
    from figures
    inner join attached on figures.mention_id = attached.mention_id
    where figures.relation = 'of which'
),

free_places as (
    select places.*
    from places
    anti join taken on places.sentence_id = taken.sentence_id and places.token_start = taken.place_start
),

crossings as (
    select location_id
    from {{ ref('places') }}
    where location_type in ('crossing', 'settlement')
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
    where attached.layout = 'figure place' and figures.document_kind = 'bulletin' and place_lists.sentence_id is null
    qualify count(*) over (partition by figures.sentence_id, figures.measure) >= 2
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
            and attached.layout = 'place - figure'
            and (starts_with(attached.location_id, 'x-') or crossings.location_id is not null)
            and attached.place_start > country.token_end
            and country.token_start > attached.place_start - 10
    where
        figures.relation in ('breakdown', 'of which', 'sibling')
        or (coalesce(figures.relation, '') not in ('subgroup', 'other count') and attached.layout in ('place (figure)', 'place - figure', 'place: figure'))
        or figures.mention_id in (select head_mention_id from sibling_heads)
        or figures.mention_id in (select mention_id from paired)
        or (figures.place_role in ('origin', 'host') and coalesce(country.location_id, attached.location_id) <> 'SYR')
    qualify row_number() over (partition by figures.mention_id order by country.token_start desc nulls last) = 1
),

-- "1,326 persons (663 families) in Homs and 4,568 (1,386 families) in Daraa": a bracket is where the figure before it is
bracketed as (
    select
        inner_figures.mention_id,
        outer_figures.mention_id as outer_mention_id
    from figures as inner_figures
    inner join figures as outer_figures
        on
            inner_figures.sentence_id = outer_figures.sentence_id
            and inner_figures.token_start between outer_figures.unit_end + 2 and outer_figures.unit_end + 7
    anti join attached on inner_figures.mention_id = attached.mention_id
    where inner_figures.depth > 0 and outer_figures.depth = 0 and inner_figures.relation is null
    qualify row_number() over (partition by inner_figures.mention_id order by outer_figures.token_start desc) = 1
),

in_sentence as (
    select
        figures.mention_id,
        free_places.location_id,
        free_places.admin_level,
        free_places.token_start,
        least(
            abs(free_places.token_start - figures.unit_end),
            abs(figures.token_start - free_places.token_end)
        ) as distance,
        figures.sentence_id,
        figures.measure
    from figures
    inner join free_places on figures.sentence_id = free_places.sentence_id
    anti join bracketed on figures.mention_id = bracketed.mention_id
    anti join taken_by_measure
        on
            free_places.sentence_id = taken_by_measure.sentence_id
            and free_places.token_start = taken_by_measure.place_start
            and figures.measure = taken_by_measure.measure
            and coalesce(figures.relation, '') <> 'of which'
    where
        (
            (
                figures.place_role = 'any'
                -- "Germany gave 45 million euros": who gives is not where
                and (free_places.admin_level > 1 or free_places.location_id = 'SYR' or free_places.is_where)
                and not (
                    figures.measure in ('funding_allocated', 'funding_required')
                    and (not free_places.is_where or (free_places.is_abroad and free_places.admin_level > 1))
                )
            )
            or (figures.place_role = 'province' and free_places.admin_level >= 1.5)
            or (figures.place_role = 'host' and free_places.admin_level = 1 and free_places.location_id <> 'SYR')
        )
        and coalesce(figures.relation, '') not in ('breakdown', 'sibling', 'subgroup')
),

-- of two figures of one measure in a sentence each takes the places nearer to itself
nearest as (
    select *
    from in_sentence
    qualify distance = min(distance) over (partition by sentence_id, measure, token_start)
),

without_place as (
    select figures.*
    from figures
    anti join in_sentence on figures.mention_id = in_sentence.mention_id
    where
        figures.place_role = 'any'
        and figures.document_kind = 'bulletin'
        and figures.relation is null
        and figures.currency is null
),

from_previous_sentence as (
    select
        without_place.mention_id,
        free_places.location_id,
        free_places.admin_level
    from without_place
    inner join sentences
        on
            without_place.document_id = sentences.document_id
            and without_place.line_number = sentences.line_number
            and without_place.sentence_number = sentences.sentence_number + 1
    inner join free_places on sentences.sentence_id = free_places.sentence_id
),

-- an article names the scene once: in the sentences before, or throughout
unplaced as (
    select figures.*
    from figures
    anti join in_sentence on figures.mention_id = in_sentence.mention_id
    where
        figures.document_kind = 'article'
        and coalesce(figures.relation, '') not in ('breakdown', 'sibling')
        and figures.measure in ('people_killed', 'people_injured', 'people_detained', 'people_displaced', 'people_stranded')
),

from_paragraph as (
    select
        unplaced.mention_id,
        free_places.location_id,
        free_places.admin_level
    from unplaced
    inner join sentences
        on
            unplaced.document_id = sentences.document_id
            and unplaced.line_number = sentences.line_number
            and unplaced.sentence_number > sentences.sentence_number
    inner join free_places on sentences.sentence_id = free_places.sentence_id
    -- a town abroad is where somebody spoke
    where free_places.admin_level > 1 and not free_places.is_abroad
    qualify sentences.sentence_number = max(sentences.sentence_number) over (partition by unplaced.mention_id)
),

scenes as (
    select
        places.document_id,
        any_value(places.location_id) as location_id
    from places
    inner join locations on places.location_id = locations.location_id
    -- a capital abroad is who speaks, not where it happened
    where places.admin_level = 3 and locations.admin1_pcode is not null
    group by places.document_id
    having count(distinct places.location_id) = 1
),

-- where several towns are named, the one of the headline and the lead
leads as (
    select
        sentences.document_id,
        any_value(places.location_id) as location_id
    from sentences
    inner join places on sentences.sentence_id = places.sentence_id
    inner join locations on places.location_id = locations.location_id
    where
        sentences.document_kind = 'article'
        and sentences.body_line <= 1
        and places.admin_level = 3
        and locations.country_iso3 = 'SYR'
    group by sentences.document_id
    having count(distinct places.location_id) = 1
),

-- where tolls of another town are told, too, what has no place may be of both
leads_alone as (
    select leads.*
    from leads
    anti join (
        select
            figures.document_id,
            in_sentence.location_id
        from figures
        inner join in_sentence on figures.mention_id = in_sentence.mention_id
        where figures.measure in ('people_killed', 'people_injured') and in_sentence.admin_level = 3
    ) as told on leads.document_id = told.document_id and leads.location_id <> told.location_id
),

town_of_article as (
    select * from scenes
    union all
    select leads_alone.*
    from leads_alone
    anti join scenes on leads_alone.document_id = scenes.document_id
),

from_article as (
    select
        mention_id,
        location_id,
        admin_level
    from from_paragraph
    union all
    select
        unplaced.mention_id,
        town_of_article.location_id,
        3 as admin_level
    from unplaced
    inner join town_of_article on unplaced.document_id = town_of_article.document_id
    anti join from_paragraph on unplaced.mention_id = from_paragraph.mention_id
    where unplaced.measure in ('people_killed', 'people_injured') and coalesce(unplaced.value, unplaced.value_low, 0) < 1000
),

candidates as (
    select mention_id, location_id, admin_level from from_article
    union
    select mention_id, location_id, admin_level from nearest
    union
    select in_sentence.mention_id, in_sentence.location_id, in_sentence.admin_level
    from in_sentence
    anti join nearest on in_sentence.mention_id = nearest.mention_id
    union
    select mention_id, location_id, admin_level from from_previous_sentence
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
