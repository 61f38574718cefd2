with

figures as (
    select * from {{ ref('int_figures') }}
),

places as (
    select * from {{ ref('int_figure_places') }}
),

list_lines as (
    select * from {{ ref('int_list_lines') }}
),

marks as (
    select
        sentence_id,
        token_number
    from {{ ref('int_tokens') }}
    where token in (':', ';', '(')
    union all
    -- "48 people, including 16 guards, 28 gunmen and 4 civilians": what is included adds up as well
    select
        sentence_id,
        token_start as token_number
    from {{ ref('int_term_mentions') }}
    where term_class = 'subset'
),

-- "268 attacks: 137 air strikes, 88 rounds of artillery and 43 barrel bombs": what follows adds up
added as (
    select
        totals.mention_id as head_mention_id,
        parts.mention_id,
        totals.value as total_value,
        totals.qualifier <> 'exact' and parts.qualifier <> 'exact' and totals.value >= 1000 as is_rounded,
        sum(parts.value) over in_order as running_sum,
        row_number() over in_order as part_number
    from figures as totals
    inner join figures as parts
        on
            totals.sentence_id = parts.sentence_id
            and totals.figure_number < parts.figure_number
            and totals.unit is not distinct from parts.unit
            and totals.currency is not distinct from parts.currency
            and totals.depth = 0
            and (parts.depth = 0 or parts.bracket_start between totals.unit_end + 1 and totals.unit_end + 5)
            and totals.value > parts.value
    -- a part that happens to be the sum of those behind it is no total
    anti join places on totals.mention_id = places.mention_id
    where
        exists (
            select 1 from marks
            where
                marks.sentence_id = totals.sentence_id
                and marks.token_number between totals.unit_end + 1 and totals.next_figure_start - 1
        )
    window in_order as (partition by totals.mention_id order by parts.figure_number)
),

-- "564 trucks crossed, 431 through Bab al-Hawa and 133 through Bab al-Salam": without a mark a place or a unit must tell the parts
told as (
    select
        figures.mention_id,
        figures.document_id,
        figures.line_number,
        figures.sentence_number,
        figures.char_start,
        figures.value,
        figures.unit,
        figures.currency,
        figures.noun_after_class,
        figures.is_bare,
        figures.depth,
        places.mention_id is not null as is_placed,
        places.mention_id is not null
        or figures.unit_class in ('weight', 'money')
        or coalesce(figures.key_before in ('remaining', 'other', 'rest', 'остальн'), false) as is_part
    from figures
    left join places on figures.mention_id = places.mention_id
    where figures.qualifier = 'exact' and figures.value > 0 and figures.document_kind = 'bulletin'
),

run_on as (
    select
        totals.mention_id as head_mention_id,
        parts.mention_id,
        totals.value as total_value,
        sum(parts.value) over in_order as running_sum,
        row_number() over in_order as part_number
    from told as totals
    inner join told as parts
        on
            totals.document_id = parts.document_id
            and totals.line_number = parts.line_number
            and totals.char_start < parts.char_start
            and totals.sentence_number >= parts.sentence_number - 1
            and totals.value > parts.value
            and totals.unit is not distinct from parts.unit
            and totals.currency is not distinct from parts.currency
            and (parts.is_bare or parts.noun_after_class is not distinct from totals.noun_after_class)
    where
        parts.is_part
        and not totals.is_bare
        and totals.depth = 0
        and totals.value >= 50
        and (not totals.is_placed or totals.value % 10 <> 0)
    window in_order as (partition by totals.mention_id order by parts.char_start)
),

closed as (
    select
        head_mention_id,
        min(part_number) as last_part
    from added
    where part_number >= 2 and abs(running_sum - total_value) <= case when is_rounded then 0.03 * total_value else 0.0005 end
    group by head_mention_id
),

closed_run_on as (
    select
        head_mention_id,
        min(part_number) as last_part
    from run_on
    where part_number >= 2 and abs(running_sum - total_value) <= 0.0005
    group by head_mention_id
),

-- the lines of a list, the cells of a column, or a sentence of bare figures
listed as (
    select
        figures.mention_id,
        figures.document_id,
        figures.sentence_number,
        figures.value,
        case
            when figures.header_start is not null then figures.document_id || '-c' || figures.header_start
            else figures.document_id || '-l' || list_lines.opening_line
        end as list_id,
        figures.header_start is null as is_of_lines
    from figures
    left join list_lines on figures.document_id = list_lines.document_id and figures.line_number = list_lines.line_number
    where
        (figures.header_start is not null or (list_lines.line_number is not null and figures.figure_number = 1))
        and figures.currency is null
        and figures.unit is null
        and figures.qualifier = 'exact'
        and figures.document_kind = 'bulletin'
    union all
    select
        mention_id,
        document_id,
        sentence_number,
        value,
        sentence_id as list_id,
        false as is_of_lines
    from figures
    where
        (is_bare or noun_after_class = 'location')
        and depth = 0
        and qualifier = 'exact'
        and document_kind = 'bulletin'
        and line_kind not in ('title', 'heading')
),

lists as (
    select
        list_id,
        document_id,
        min(sentence_number) as first_sentence,
        max(sentence_number) as last_sentence,
        sum(value) as list_sum,
        max(value) as largest,
        count(*) as list_size
    from listed
    where value > 0
    group by list_id, document_id
    having count(*) >= 3 or (count(*) = 2 and bool_and(is_of_lines))
),

-- a total may stand pages before its table, and again as the table's last line
list_totals as (
    select
        lists.list_id,
        lists.largest,
        figures.mention_id as head_mention_id,
        figures.value as total_value
    from lists
    inner join figures
        on
            lists.document_id = figures.document_id
            and figures.value in (lists.list_sum, lists.list_sum / 2)
            and (
                figures.sentence_number between lists.first_sentence - 15 and lists.first_sentence - 1
                or (lists.list_sum > figures.value and figures.sentence_number in (lists.first_sentence, lists.last_sentence))
            )
    where
        lists.list_sum >= 50
        and figures.value > 0
        and (not figures.is_bare or figures.sentence_number >= lists.first_sentence)
        and figures.currency is null
        and (figures.value = lists.list_sum or lists.largest = figures.value)
        -- two lines are divided by the line right above them
        and (lists.list_size >= 3 or (figures.value = lists.list_sum and not figures.is_bare and figures.sentence_number = lists.first_sentence - 1))
    qualify
        row_number() over (
            partition by lists.list_id
            order by figures.sentence_number < lists.first_sentence desc, figures.sentence_number desc, figures.char_start desc
        ) = 1
),

-- "1,042 people came back. From Jordan 603 entered, from Lebanon 439": a sentence that adds up to one before it
countable as (
    select
        figures.mention_id,
        figures.document_id,
        figures.sentence_id,
        figures.sentence_number,
        figures.value,
        figures.is_bare,
        figures.noun_before_class is not null as is_behind_noun,
        places.mention_id is not null as is_placed,
        case
            when figures.noun_after_class in ('people', 'refugee', 'idp', 'person') then 'people'
            when figures.noun_after_class in ('violation', 'case', 'attack') or figures.unit_class = 'factor' then 'violation'
            else figures.noun_after_class
        end as noun_class
    from figures
    left join places on figures.mention_id = places.mention_id
    where
        figures.depth = 0
        and figures.currency is null
        and (figures.unit_class is null or figures.unit_class = 'factor')
        and figures.qualifier = 'exact'
        and figures.value > 0
        and figures.line_kind = 'body'
        and figures.header_start is null
        and coalesce(figures.noun_after_class not in ('woman', 'child', 'man', 'elderly'), true)
),

adding_sentences as (
    select
        document_id,
        sentence_id,
        sentence_number,
        sum(value) as sentence_sum,
        count(*) as figure_count,
        max(noun_class) as noun_class
    from countable
    group by document_id, sentence_id, sentence_number
    having
        count(*) >= 2
        and sum(value) >= 20
        and count(*) filter (where is_placed) >= count(*) - 1
        and count(distinct noun_class) <= 1
),

told_ahead as (
    select
        countable.mention_id,
        totals.mention_id as head_mention_id
    from adding_sentences
    inner join countable as totals
        on
            adding_sentences.document_id = totals.document_id
            and adding_sentences.sentence_sum = totals.value
            and totals.sentence_number between adding_sentences.sentence_number - 3 and adding_sentences.sentence_number - 1
            -- "The number of the dead has risen to 1,200. By province they are 500 in Idlib, 400 in Hama and 300 in Homs"
            and (not totals.is_bare or (totals.is_behind_noun and adding_sentences.figure_count >= 3 and adding_sentences.noun_class is null))
            and coalesce(adding_sentences.noun_class, totals.noun_class, '') = coalesce(totals.noun_class, '')
    inner join countable on adding_sentences.sentence_id = countable.sentence_id
    qualify row_number() over (partition by countable.mention_id order by totals.sentence_number desc, totals.mention_id) = 1
),

-- "In Damascus (8), Latakia (2) and Hama (1) twelve breaches were noted": the list may stand before its total, right or wrong
told_behind as (
    select
        parts.mention_id,
        totals.mention_id as head_mention_id
    from figures as totals
    inner join figures as parts
        on totals.sentence_id = parts.sentence_id and totals.figure_number > parts.figure_number and totals.value >= parts.value
    inner join places on parts.mention_id = places.mention_id and places.layout = 'place (figure)'
    where totals.depth = 0 and totals.noun_after_class is not null and parts.is_bare
    qualify
        count(*) over (partition by totals.mention_id) = totals.figure_number - 1
        and totals.figure_number >= 3
        and abs(sum(parts.value) over (partition by totals.mention_id) - totals.value) <= 0.5 * totals.value
),

all_sums as (
    select
        told_behind.mention_id,
        told_behind.head_mention_id,
        5 as evidence
    from told_behind
    union all
    select
        told_ahead.mention_id,
        told_ahead.head_mention_id,
        4 as evidence
    from told_ahead
    union all
    select
        added.mention_id,
        added.head_mention_id,
        1 as evidence
    from added
    inner join closed on added.head_mention_id = closed.head_mention_id and added.part_number <= closed.last_part
    union all
    select
        run_on.mention_id,
        run_on.head_mention_id,
        2 as evidence
    from run_on
    inner join closed_run_on
        on run_on.head_mention_id = closed_run_on.head_mention_id and run_on.part_number <= closed_run_on.last_part
    union all
    select
        listed.mention_id,
        list_totals.head_mention_id,
        3 as evidence
    from listed
    inner join list_totals on listed.list_id = list_totals.list_id
    where listed.value < list_totals.total_value
),

final as (
    select
        mention_id,
        head_mention_id
    from all_sums
    qualify row_number() over (partition by mention_id order by evidence, head_mention_id) = 1
)

select * from final
