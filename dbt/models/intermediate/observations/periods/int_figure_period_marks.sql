with

figures as (
    select * from {{ ref('int_measured_figures') }}
),

columns as (
    select distinct
        document_id,
        header_start,
        header_end
    from {{ ref('int_table_cells') }}
),

marks as (
    select * from {{ ref('int_period_marks') }}
),

tokens as not materialized (
    select
        sentence_id,
        token_number,
        token
    from {{ ref('int_tokens') }}
),

semicolons as (
    select
        sentence_id,
        token_number
    from tokens
    where token = ';'
),

-- the name of a table's column may say of what time its figures are
column_marks as (
    select
        figures.mention_id,
        marks.mark,
        marks.is_same,
        marks.date_start
    from figures
    inner join columns
        on figures.document_id = columns.document_id and figures.header_start = columns.header_start
    inner join marks
        on
            columns.document_id = marks.document_id
            and columns.header_start <= marks.char_start
            and columns.header_end > marks.char_start
    qualify row_number() over (partition by figures.mention_id order by marks.mark <> 'since', marks.mark, marks.char_start) = 1
),

stops as (
    select
        sentence_id,
        token_number
    from tokens
    where token in (',', ';', ':')
),

-- a mark speaks of the figure that is nearest to it, and of those without one of their own
distances as (
    select
        figures.mention_id,
        figures.sentence_id,
        marks.mark,
        marks.is_same,
        marks.date_start,
        marks.token_start as mark_start,
        figures.token_start as figure_start,
        case
            when marks.token_start > figures.unit_end then marks.token_start - figures.unit_end
            else greatest(figures.token_start - marks.token_end, 0)
        end
        + 3 * (
            select count(*) from stops
            where
                stops.sentence_id = figures.sentence_id
                and stops.token_number between least(marks.token_end, figures.unit_end) and greatest(marks.token_start, figures.token_start)
        ) as distance
    from figures
    inner join marks on figures.sentence_id = marks.sentence_id
    anti join semicolons
        on
            figures.sentence_id = semicolons.sentence_id
            and marks.mark in ('cumulative', 'since')
            and semicolons.token_number between figures.unit_end and marks.token_start
    where (figures.relation is null or figures.relation in ('of which', 'carried')) and figures.header_start is null
),

ranked as (
    select
        *,
        min(distance) over (partition by sentence_id, mark, mark_start) as nearest_distance,
        first_value(figure_start) over (
            partition by sentence_id, mark, mark_start
            order by distance, figure_start
        ) as owner_start
    from distances
),

best as (
    select
        mention_id,
        mark,
        is_same
    from ranked
    -- "three groups, and their number has risen to 139": what stands between two figures is the nearer one's
    where
        mark = 'last_24h'
        or not (figure_start < mark_start and mark_start < owner_start)
        and not (owner_start < mark_start and mark_start < figure_start)
        -- "aid was given to 84 people, 36,412 in total"
        and not (mark = 'cumulative' and nearest_distance = 1 and figure_start < owner_start and owner_start < mark_start)
    qualify
        row_number() over (
            partition by mention_id
            order by distance + 6 * cast(distance > nearest_distance as integer), mark <> 'since', mark, mark_start
        ) = 1
    union all
    select
        mention_id,
        mark,
        is_same
    from column_marks
),

starts as (
    select
        mention_id,
        date_start as since_date
    from ranked
    -- "Since 1 December" at its head speaks of all the sentence
    where mark = 'since' and (distance = nearest_distance or mark_start <= 2)
    qualify row_number() over (partition by mention_id order by distance, mark_start) = 1
    union all
    select
        mention_id,
        date_start as since_date
    from column_marks
    where mark = 'since'
),

final as (
    select
        coalesce(best.mention_id, starts.mention_id) as mention_id,
        best.mark,
        best.is_same,
        starts.since_date
    from best
    full outer join starts on best.mention_id = starts.mention_id
)

select * from final
