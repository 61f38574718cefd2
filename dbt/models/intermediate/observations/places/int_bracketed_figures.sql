with

figures as (
    select * from {{ ref('int_measured_figures') }}
),

attached as (
    select * from {{ ref('int_figure_places') }}
),

-- "1,326 persons (663 families) in Homs and 4,568 (1,386 families) in Daraa": a bracket is where the figure before it is
final as (
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
)

select * from final
