with

figures as (
    select
        mention_id,
        sentence_id,
        token_start,
        token_end,
        unit_end,
        coalesce(noun_end, unit_end) as figure_end,
        next_figure_start,
        number_kind
    from {{ ref('int_figures') }}
),

place_lists as (
    select * from {{ ref('int_place_lists') }}
    where list_size >= 2
),

tokens as (
    select
        sentence_id,
        token_number,
        token_key
    from {{ ref('int_tokens') }}
),

terms as (
    select
        sentence_id,
        term_class,
        token_start,
        token_end
    from {{ ref('int_term_mentions') }}
    where term_class in ('respectively', 'each', 'each_before')
),

respective as (
    select distinct sentence_id
    from terms
    where term_class = 'respectively'
),

-- "12, 7 and 3": figures with nothing but commas and joining words between them
joints as (
    select
        figures.sentence_id,
        figures.mention_id,
        bool_and(tokens.token_key in (',', ';', 'and', 'or', 'и')) as joins_next
    from figures
    inner join respective on figures.sentence_id = respective.sentence_id
    inner join tokens
        on
            figures.sentence_id = tokens.sentence_id
            and tokens.token_number between figures.figure_end + 1 and figures.next_figure_start - 1
    where figures.next_figure_start - figures.figure_end <= 4
    group by figures.sentence_id, figures.mention_id
),

numbered as (
    select
        *,
        sum(case when is_joined then 0 else 1 end) over (partition by sentence_id order by token_start) as list_number
    from (
        select
            figures.*,
            coalesce(lag(joints.joins_next) over (partition by figures.sentence_id order by figures.token_start), false) as is_joined
        from figures
        inner join respective on figures.sentence_id = respective.sentence_id
        left join joints on figures.mention_id = joints.mention_id
    ) as joined
),

figure_lists as (
    select
        mention_id,
        sentence_id,
        list_number,
        token_start,
        min(token_start) over in_list as list_start,
        row_number() over (partition by sentence_id, list_number order by token_start) as list_position,
        count(*) over in_list as list_size
    from numbered
    window in_list as (partition by sentence_id, list_number)
),

paired as (
    select
        figure_lists.mention_id,
        figure_lists.sentence_id,
        place_lists.location_id,
        place_lists.token_start as place_start,
        place_lists.token_end as place_end
    from figure_lists
    inner join place_lists
        on
            figure_lists.sentence_id = place_lists.sentence_id
            and figure_lists.list_size = place_lists.list_size
            and figure_lists.list_position = place_lists.list_position
    qualify
        row_number() over (
            partition by figure_lists.mention_id
            order by abs(place_lists.list_start - figure_lists.list_start), place_lists.list_start
        ) = 1
),

-- "3 each in Aleppo and Hama", "по 3 в Алеппо и Хаме": the list of places behind the figure, else before it
each_figures as (
    select distinct
        figures.mention_id,
        figures.sentence_id,
        figures.token_start,
        figures.next_figure_start
    from figures
    inner join terms
        on
            figures.sentence_id = terms.sentence_id
            and (
                (terms.term_class = 'each' and terms.token_start between figures.unit_end + 1 and figures.figure_end + 2)
                or (terms.term_class = 'each_before' and terms.token_end = figures.token_start - 1)
            )
    anti join respective on figures.sentence_id = respective.sentence_id
    where figures.number_kind <> 'zero'
),

each_lists as (
    select
        each_figures.mention_id,
        each_figures.sentence_id,
        place_lists.list_start
    from each_figures
    inner join place_lists on each_figures.sentence_id = place_lists.sentence_id
    where
        place_lists.list_position = 1
        and place_lists.list_start < coalesce(each_figures.next_figure_start, 9999)
    qualify
        row_number() over (
            partition by each_figures.mention_id
            order by
                place_lists.list_start > each_figures.token_start desc,
                abs(place_lists.list_start - each_figures.token_start)
        ) = 1
),

spread as (
    select
        each_lists.mention_id,
        each_lists.sentence_id,
        place_lists.location_id,
        place_lists.token_start as place_start,
        place_lists.token_end as place_end
    from each_lists
    inner join place_lists
        on each_lists.sentence_id = place_lists.sentence_id and each_lists.list_start = place_lists.list_start
),

final as (
    select
        *,
        'respectively' as layout
    from paired
    union all
    select
        *,
        'each' as layout
    from spread
)

select * from final
