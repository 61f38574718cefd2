with

figures as (
    select * from {{ ref('int_measured_figures') }}
),

placed as (
    select * from {{ ref('int_figure_own_locations') }}
),

parents as (
    select
        mention_id,
        head_mention_id
    from figures
    where relation in ('subgroup', 'other count')
),

-- the women of a figure are where the figure is, and what another side counts of it
inherited as (
    select
        parents.mention_id,
        placed.location_id
    from parents
    inner join placed on parents.head_mention_id = placed.mention_id
),

everywhere as (
    select placed.*
    from placed
    anti join inherited on placed.mention_id = inherited.mention_id
    union all
    select * from inherited
),

-- a headline is as short as it can be: the text that tells its figure again says where
headlines as (
    select
        figures.mention_id,
        min_by(told.mention_id, told.char_start) as told_mention_id
    from figures
    inner join figures as told
        on
            figures.document_id = told.document_id
            and figures.measure = told.measure
            and figures.value = told.value
            and figures.line_number < told.line_number
    inner join (select distinct mention_id from everywhere) as located on told.mention_id = located.mention_id
    where
        figures.document_kind = 'article'
        and figures.line_kind in ('title', 'heading')
        and told.line_kind not in ('title', 'heading')
        and figures.measure <> 'other'
    group by figures.mention_id
),

settled_places as (
    select
        everywhere.mention_id,
        everywhere.location_id
    from everywhere
    anti join headlines on everywhere.mention_id = headlines.mention_id
    union all
    select
        headlines.mention_id,
        everywhere.location_id
    from headlines
    inner join everywhere on headlines.told_mention_id = everywhere.mention_id
),

final as (
    select
        mention_id,
        location_id,
        count(*) over (partition by mention_id) as location_count
    from settled_places
)

select * from final
