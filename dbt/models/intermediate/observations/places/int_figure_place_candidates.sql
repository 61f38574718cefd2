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

towns as (
    select * from {{ ref('int_article_towns') }}
),

places as (
    select * from {{ ref('int_scene_places') }}
),

sentences as (
    select
        sentence_id,
        document_id,
        line_number,
        sentence_number
    from {{ ref('int_sentences') }}
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

pledging as (
    select distinct sentence_id
    from {{ ref('int_term_mentions') }}
    where term_class = 'pledge'
),

-- "Germany promised 1.7 billion euros, Britain 205 million pounds": who gives is not where
givers as (
    select distinct
        places.sentence_id,
        places.token_start
    from places
    inner join figures on places.sentence_id = figures.sentence_id and places.token_end = figures.token_start - 1
    inner join pledging on places.sentence_id = pledging.sentence_id
    where figures.currency is not null and places.is_abroad and places.admin_level = 1
),

free_places as (
    select places.*
    from places
    anti join givers on places.sentence_id = givers.sentence_id and places.token_start = givers.token_start
    anti join taken on places.sentence_id = taken.sentence_id and places.token_start = taken.place_start
),

bracketed as (
    select * from {{ ref('int_bracketed_figures') }}
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
        )
        -- "450 sets went to Sabburah, and 300 to Khan al-Assal": what stands before "and" is the first one's
        + case when figures.key_before in ('and', 'и') and free_places.token_end < figures.token_start then 9 else 0 end as distance,
        figures.sentence_id,
        -- "residents of A were handed 430 food kits, and children of B 75 toys"
        case when figures.measure in ('food_packages_distributed', 'goods_delivered') then 'handed over' else figures.measure end as measure,
        coalesce(figures.relation = 'breakdown', false) as is_part
    from figures
    inner join free_places on figures.sentence_id = free_places.sentence_id
    anti join bracketed on figures.mention_id = bracketed.mention_id
    left join attached on figures.mention_id = attached.mention_id
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
        and (
            coalesce(figures.relation, '') not in ('breakdown', 'sibling', 'subgroup')
            -- "Idlib Governorate was shelled 23 times, Hama nine times": the first part, with a verb between
            or (
                figures.relation = 'breakdown'
                and attached.mention_id is null
                and figures.header_start is null
                and figures.token_start - free_places.token_end between 1 and 4
            )
        )
),

-- of two figures of one measure in a sentence each takes the places nearer to itself
nearest as (
    select *
    from in_sentence
    qualify
        distance = min(distance) over (partition by sentence_id, measure, token_start)
        -- "six: Idlib province, 4; Aleppo province, 2"
        and is_part = bool_or(is_part) over (partition by sentence_id, measure, token_start)
),

running as (
    select distinct sentence_id
    from {{ ref('int_term_mentions') }}
    where term_class = 'cumulative'
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
        -- "In all 2,096 actions have been held": no longer those in the village told of before
        and figures.sentence_id not in (select running.sentence_id from running)
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

-- "3,000 people fled Ariha"
fled as (
    select
        figures.mention_id,
        free_places.location_id,
        free_places.admin_level
    from figures
    inner join free_places on figures.sentence_id = free_places.sentence_id
    inner join {{ ref('int_tokens') }} as verbs
        on free_places.sentence_id = verbs.sentence_id and free_places.token_start = verbs.token_number + 1
    where
        figures.place_role = 'origin'
        and verbs.token_key in ('fled', 'flee', 'fleeing')
        and verbs.token_number between figures.unit_end + 1 and figures.unit_end + 5
),

-- an article names the scene once: in the sentences before, or throughout
unplaced as (
    select figures.*
    from figures
    anti join in_sentence on figures.mention_id = in_sentence.mention_id
    anti join fled on figures.mention_id = fled.mention_id
    -- what is divided among places is of them all
    anti join figures as parts on figures.mention_id = parts.head_mention_id and parts.relation = 'breakdown'
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

-- where tolls of another town are told, too, what has no place may be of both
told_elsewhere as (
    select
        figures.document_id,
        in_sentence.location_id
    from figures
    inner join in_sentence on figures.mention_id = in_sentence.mention_id
    where figures.measure in ('people_killed', 'people_injured') and in_sentence.admin_level = 3
),

town_of_article as (
    select towns.*
    from towns
    anti join told_elsewhere
        on
            towns.document_id = told_elsewhere.document_id
            and towns.location_id <> told_elsewhere.location_id
            and not towns.is_only_town
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

final as (
    select mention_id, location_id, admin_level from from_article
    union
    select mention_id, location_id, admin_level from nearest
    union
    select in_sentence.mention_id, in_sentence.location_id, in_sentence.admin_level
    from in_sentence
    anti join nearest on in_sentence.mention_id = nearest.mention_id
    union
    select mention_id, location_id, admin_level from from_previous_sentence
    union
    select mention_id, location_id, admin_level from fled
)

select * from final
