-- depends_on: {{ ref('furniture') }}
with

documents as (
    select
        document_id,
        document_kind,
        text
    from {{ ref('stg_documents_to_read') }}
),

lines as (
    select
        document_id,
        document_kind,
        unnest(string_split(text, chr(10))) as line,
        generate_subscripts(string_split(text, chr(10)), 1) as line_number
    from documents
),

placed as (
    select
        *,
        {{ length_before('line', 'document_id', 'line_number', gap=1) }} as line_start
    from lines
),

led as (
    select
        *,
        -- trimming walks through a line from its left, and few begin with a blank
        case when contains({{ blanks() }}, left(line, 1)) then ltrim(line, {{ blanks() }}) else line end as led_line
    from placed
),

-- read thrice, and cut out of the texts once
trimmed as materialized (
    select
        document_id,
        document_kind,
        line_number,
        line_start + length(line) - length(led_line) as char_start,
        -- what is trimmed on the right is walked through from its left: few lines end in a blank
        case when contains({{ blanks() }}, right(led_line, 1)) then rtrim(led_line, {{ blanks() }}) else led_line end as line_text,
        length(line) - length(led_line) as indentation
    from led
    where led_line <> ''
),

-- a line that ends in the midst of a sentence, right above one that may go on with it
open_ends as (
    select
        *,
        regexp_matches(next_text, '^[a-zа-яё]') as goes_on_small,
        indentation + length(line_text) as width,
        indentation + length(line_text) + 1 + length(regexp_extract(next_text, '^\S+')) as width_with_next_word
    from (
        select
            document_id,
            line_number,
            line_text,
            indentation,
            lead(line_number) over in_order as next_line,
            lead(line_text) over in_order as next_text,
            row_number() over in_order as line_rank
        from trimmed
        window in_order as (partition by document_id order by line_number)
    ) as neighbours
    where
        next_line = line_number + 1
        and length(line_text) between 40 and 140
        and not regexp_matches(line_text, {{ ends_a_sentence() }})
        and not regexp_matches(line_text, {{ cuts_cells() }})
        and not regexp_matches(next_text, {{ cuts_cells() }})
        and not regexp_matches(next_text, '^{{ bullet() }}')
        and not regexp_full_match(next_text, {{ figure_line() }})
),

-- a text whose lines end where the page does, not where its sentences do
wrapped as (
    select
        document_id,
        max(width) as page_width
    from open_ends
    where goes_on_small
    group by document_id
    having count(*) >= 2
),

-- and goes on where the next word would not have fitted
continued as (
    select
        open_ends.document_id,
        open_ends.line_number
    from open_ends
    inner join wrapped on open_ends.document_id = wrapped.document_id
    where open_ends.goes_on_small or open_ends.width_with_next_word > wrapped.page_width
    -- a title of two lines stays apart from its second one
    qualify
        open_ends.line_rank > 1
        or coalesce(lead(open_ends.line_number) over (partition by open_ends.document_id order by open_ends.line_number) = open_ends.line_number + 1, false)
),

paragraphs as (
    select
        document_id,
        any_value(document_kind) as document_kind,
        min(line_number) as line_number,
        min(char_start) as char_start,
        max(char_start + length(line_text)) as char_end,
        any_value(line_text) as line_text,
        count(*) > 1 as is_wrapped
    from (
        select
            trimmed.*,
            sum(case when continued.line_number is null then 1 else 0 end) over (
                partition by trimmed.document_id
                order by trimmed.line_number
                rows between unbounded preceding and current row
            ) as paragraph_number
        from trimmed
        inner join wrapped on trimmed.document_id = wrapped.document_id
        left join continued on trimmed.document_id = continued.document_id and trimmed.line_number = continued.line_number + 1
    ) as numbered
    group by document_id, paragraph_number
),

unwrapped as (
    select
        trimmed.document_id,
        trimmed.document_kind,
        trimmed.line_number,
        trimmed.char_start,
        trimmed.line_text,
        false as is_wrapped
    from trimmed
    anti join wrapped on trimmed.document_id = wrapped.document_id
    union all
    select
        paragraphs.document_id,
        paragraphs.document_kind,
        paragraphs.line_number,
        paragraphs.char_start,
        case
            when paragraphs.is_wrapped
                then substring(documents.text, cast(paragraphs.char_start as integer) + 1, cast(paragraphs.char_end - paragraphs.char_start as integer))
            else paragraphs.line_text
        end as line_text,
        paragraphs.is_wrapped
    from paragraphs
    inner join documents on paragraphs.document_id = documents.document_id
),

-- "13.5 million" on a line, "People in need" on the next: a box of key figures
marked as (
    select
        *,
        document_kind = 'bulletin' and regexp_full_match(line_text, {{ figure_line() }}) as is_figure,
        line_number - row_number() over in_order as block_number,
        lead(line_number) over in_order as next_line,
        lead(line_text) over in_order as next_text,
        lead(char_start) over in_order as next_start
    from unwrapped
    window in_order as (partition by document_id order by line_number)
),

blocks as (
    select
        *,
        lead(is_figure) over (partition by document_id order by line_number) as is_figure_next,
        -- where the last line of a block is a figure, the words stand above their figures
        count(*) over in_block > 1 and max_by(is_figure, line_number) over in_block as is_labelled_above
    from marked
    window in_block as (partition by document_id, block_number)
),

paired as (
    select
        *,
        coalesce(
            case
                when is_figure
                    then
                        not is_labelled_above
                        and not is_figure_next
                        and next_line <= line_number + 2
                        and length(next_text) <= 160
                        -- a small number alone may be a page's
                        and case
                            when regexp_full_match(line_text, '\d{1,2}') then regexp_matches(next_text, '^\p{Ll}')
                            else regexp_matches(next_text, '^\p{L}')
                        end
                else
                    is_labelled_above
                    and is_figure_next
                    and next_line = line_number + 1
                    and length(line_text) <= 80
                    and regexp_matches(line_text, '^\p{L}.*[^.!?;]$')
            end,
            false
        ) as takes_next
    from blocks
),

joined as (
    select
        paired.document_id,
        paired.document_kind,
        paired.line_number,
        paired.char_start,
        case
            when paired.takes_next
                then
                    substring(documents.text, cast(paired.char_start as integer) + 1, cast(paired.next_start - paired.char_start as integer))
                    || paired.next_text
            else paired.line_text
        end as line_text,
        paired.is_wrapped
    from (
        select
            *,
            coalesce(lag(takes_next) over (partition by document_id order by line_number), false) as is_taken
        from paired
    ) as paired
    left join documents on paired.takes_next and paired.document_id = documents.document_id
    where not paired.is_taken
),

judged as (
    select
        *,
        row_number() over (partition by document_id order by line_number) as line_rank,
        {{ is_furniture('line_text', 'line') }}
        -- a page's counter of readers or comments; a box of key figures is a report's
        or (document_kind = 'article' and regexp_full_match(line_text, {{ lone_number() }})) as is_furniture,
        {{ is_furniture('line_text', 'from_here') }} as is_end,
        {{ is_furniture('line_text', 'related') }} as heads_related,
        case when document_kind = 'article' then {{ is_furniture('line_text', 'links') }} else false end as heads_links,
        case when document_kind = 'article' then {{ is_furniture('line_text', 'stories') }} else false end as heads_stories,
        -- most lines are longer, and asked no more
        case
            when
                length(line_text) <= 110
                or length(line_text) <= 300 and regexp_matches(line_text, '(?i)^(?:\p{L}+ ){0,2}(?:bulletin|briefing|бюллетень|брифинг)')
                then
                    not regexp_matches(
                        regexp_replace(line_text, {{ line_number_mark() }}, ''), '[.!?;:…,”"»]$|[.!?] \p{Lu}'
                    )
                    and (
                        row_number() over (partition by document_id order by line_number) = 1
                        or not (
                            regexp_matches(line_text, {{ list_line() }})
                            or regexp_matches(line_text, {{ table_line() }})
                            or {{ is_gapped_line('line_text') }}
                            or (
                                document_kind = 'bulletin'
                                and (
                                    regexp_matches(line_text, {{ boxed_line() }})
                                    or regexp_matches(line_text, {{ rest_line() }})
                                    or regexp_matches(line_text, {{ slashed_line() }})
                                )
                            )
                        )
                    )
                    and not contains(line_text, chr(10))
            else false
        end as is_short
    from joined
),

weighed as (
    select
        *,
        -- "... were killed …" is a story's beginning and no sentence
        not is_short and not is_furniture and regexp_matches(right(line_text, 8), '[^.…][.!?][)"”»’\[\]\d]*$') as is_sentence
    from judged
),

followed as (
    select
        *,
        is_sentence and length(line_text) >= 60 as is_paragraph,
        coalesce(lead(is_sentence and length(line_text) >= 60) over in_order, false) as is_paragraph_next,
        coalesce(bool_or(is_sentence and length(line_text) >= 60) over before_it, false) as is_below_a_paragraph
    from weighed
    window
        in_order as (partition by document_id order by line_number),
        before_it as (partition by document_id order by line_number rows between unbounded preceding and 1 preceding)
),

-- Links to other stories stand in the midst of a text as well as below it: where it goes on, it is read again.
linked as (
    select
        *,
        coalesce(
            bool_or(
                case when document_kind = 'bulletin' then is_end or heads_related else is_end and is_below_a_paragraph end
            ) over so_far,
            false
        ) as is_below_the_text,
        coalesce(
            max(case when heads_links then line_number end) over so_far
            > coalesce(max(case when is_sentence then line_number end) over so_far, 0),
            false
        )
        -- stories may have their first words below them
        or coalesce(
            max(case when (heads_related or heads_stories) and document_kind = 'article' and is_below_a_paragraph then line_number end) over so_far
            > coalesce(max(case when is_paragraph and is_paragraph_next then line_number end) over so_far, 0),
            false
        ) as is_among_links
    from followed
    window so_far as (partition by document_id order by line_number rows between unbounded preceding and current row)
),

kinds as (
    select
        *,
        case
            when is_below_the_text or is_among_links then 'furniture'
            -- "The Relief Office / Weekly note" at the head of a bulletin is no photo's credit
            when
                (is_furniture or is_end or heads_related or heads_links or heads_stories)
                and not (document_kind = 'bulletin' and line_rank = 1)
                then 'furniture'
            when {{ is_furniture('line_text', 'caption') }} then 'caption'
            when not is_short then 'body'
            when line_rank = 1 then 'title'
            else 'heading'
        end as line_kind
    from linked
),

final as (
    select
        document_id,
        cast(line_number as integer) as line_number,
        cast(char_start as integer) as char_start,
        cast(char_start + length(line_text) as integer) as char_end,
        line_text,
        is_wrapped,
        line_kind,
        last_value(case when line_kind in ('title', 'heading') then line_text end ignore nulls) over (
            partition by document_id
            order by line_number
            rows between unbounded preceding and current row
        ) as section_heading
    from kinds
)

select * from final
