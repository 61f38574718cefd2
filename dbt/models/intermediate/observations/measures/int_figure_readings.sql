with

figures as (
    select * from {{ ref('int_figures') }}
),

figure_cues as (
    select * from {{ ref('int_figure_cues') }}
),

cue_mentions as (
    select
        sentence_id,
        document_id,
        term_class,
        token_start,
        token_end,
        char_start
    from {{ ref('int_term_mentions') }}
    where term_kind = 'cue'
),

-- a figure of a table hears its column's name, not its neighbours' line
column_cues as (
    select
        columns.document_id,
        columns.header_start,
        list(distinct cue_mentions.term_class) as cues,
        list(distinct 'near:' || cue_mentions.term_class) as near_cues
    from (select distinct document_id, header_start, header_end from {{ ref('int_table_cells') }}) as columns
    inner join cue_mentions
        on
            columns.document_id = cue_mentions.document_id
            and columns.header_start <= cue_mentions.char_start
            and columns.header_end > cue_mentions.char_start
    group by columns.document_id, columns.header_start
),

-- one whose row says what is counted hears the row's name as well
row_cues as (
    select
        figures.mention_id,
        list(distinct 'near:' || cue_mentions.term_class) as near_cues
    from figures
    inner join cue_mentions on figures.sentence_id = cue_mentions.sentence_id and figures.label_end > cue_mentions.char_start
    where figures.is_named_by_row
    group by figures.mention_id
),

columns_of_tables as (
    select distinct
        document_id,
        header_line,
        header_start,
        header_end
    from {{ ref('int_table_cells') }}
),

-- what the neighbouring column is of, this one is not
sibling_cues as (
    select
        own.document_id,
        own.header_start,
        list(distinct cue_mentions.term_class) as cues
    from columns_of_tables as own
    inner join columns_of_tables as others
        on own.document_id = others.document_id and own.header_line = others.header_line and own.header_start <> others.header_start
    inner join cue_mentions
        on
            others.document_id = cue_mentions.document_id
            and others.header_start <= cue_mentions.char_start
            and others.header_end > cue_mentions.char_start
    group by own.document_id, own.header_start
),

returns_of_others as (
    select * from {{ ref('int_returns_of_others') }}
),

sentence_cues as (
    select
        sentence_id,
        list(distinct term_class) as cues
    from cue_mentions
    group by all
),

-- "800,000 of them" has no noun of its own
of_words as (
    select
        sentence_id,
        token_number,
        token_key
    from {{ ref('int_tokens') }}
    where token_key in ('of', 'more', 'others', 'из', 'друг', {{ words("staying_verbs") }})
),

-- "Of these schools, 290 opened": its bare figures count what the sentence opens with
opening_nouns as (
    select
        nouns.sentence_id,
        min(nouns.term_class) as term_class
    from {{ ref('int_counted_nouns') }} as nouns
    inner join of_words on nouns.sentence_id = of_words.sentence_id and of_words.token_number = 1 and of_words.token_key in ('of', 'из')
    where nouns.token_start = 3 and nouns.term_class not in ({{ classes_of_people() }})
    group by nouns.sentence_id
),

-- what one sentence of a paragraph says of its figures is not said of the others' but for the matter itself
line_cues as (
    select
        sentences.document_id,
        sentences.line_number,
        list(distinct cue_mentions.term_class) as cues,
        list(distinct 'near:' || cue_mentions.term_class) filter (
            where cue_mentions.term_class in ('kill', 'injure', 'detain', 'registration')
        ) as fates
    from cue_mentions
    inner join {{ ref('int_sentences') }} as sentences on cue_mentions.sentence_id = sentences.sentence_id
    group by all
),

-- and a long paragraph goes from one matter to the next
matter_cues as (
    select
        figure_sentences.sentence_id,
        list(distinct cue_mentions.term_class) filter (
            where cue_mentions.term_class not in ('displace', 'camp', 'kill', 'injure', 'leave_zone', 'left', 'wish', 'meant', 'territory')
        ) as matter,
        list(distinct cue_mentions.term_class) filter (
            where cue_mentions.term_class not in ('displace', 'camp', 'kill', 'injure', 'leave_zone', 'left', 'wish', 'meant', 'return', 'territory')
        ) as standing_matter
    from cue_mentions
    inner join {{ ref('int_sentences') }} as sentences on cue_mentions.sentence_id = sentences.sentence_id
    inner join (select distinct sentence_id, document_id, document_kind, line_number, sentence_number from figures) as figure_sentences
        on
            sentences.document_id = figure_sentences.document_id
            and sentences.line_number = figure_sentences.line_number
            and sentences.sentence_number between figure_sentences.sentence_number - 1
            -- a report may name the matter of a point behind its first figure
            and figure_sentences.sentence_number + case when figure_sentences.document_kind = 'bulletin' then 1 else 0 end
    group by figure_sentences.sentence_id
),

-- the line that opens a list says what its lines count
opening_cues as (
    select
        list_lines.document_id,
        list_lines.line_number,
        -- a table of deaths says so once
        case
            when captions.names_what_is_counted and not list_has_all(line_cues.cues, ['kill', 'injure'])
                then list_concat(line_cues.cues, line_cues.fates)
            else line_cues.cues
        end as cues
    from {{ ref('int_list_lines') }} as list_lines
    inner join {{ ref('int_captions') }} as captions
        on list_lines.document_id = captions.document_id and list_lines.opening_line = captions.opening_line
    inner join line_cues
        on captions.document_id = line_cues.document_id and captions.caption_line = line_cues.line_number
),

-- "36 reached Douma", "the other 12 returned": a verb behind a figure is no noun
verbs_behind as (
    select
        figures.mention_id,
        bool_or(cue_mentions.term_class = 'in_need') as is_need
    from figures
    inner join cue_mentions
        on figures.sentence_id = cue_mentions.sentence_id and figures.unit_end + 1 = cue_mentions.token_start
    where cue_mentions.term_class in ('deliver', 'return', 'left', 'leave_zone', 'repairing', 'join', 'recipient', 'need', 'in_need')
    group by figures.mention_id
),

headings as (
    select
        sentences.document_id,
        sentences.section_heading,
        list(distinct cue_mentions.term_class) filter (where cue_mentions.term_class in ('covid', 'voluntary')) as standing_topics,
        list(distinct cue_mentions.term_class) as cues,
        list(distinct cue_mentions.term_class) filter (where cue_mentions.term_class <> 'return') as standing_cues
    from {{ ref('int_sentences') }} as sentences
    inner join cue_mentions on sentences.sentence_id = cue_mentions.sentence_id
    where sentences.line_kind = 'heading'
    group by all
),

titles as (
    select
        sentences.document_id,
        -- a headline's "besieged" says nothing of who is counted below
        list(distinct cue_mentions.term_class) filter (
            where sentences.document_kind = 'article' and cue_mentions.term_class not in ('besieged', 'stranded', 'population')
        ) as cues,
        -- a bulletin on an epidemic counts cases of nothing else, one on the zone its attacks, and who returns in one on Lebanon comes from there
        list(distinct case when cue_mentions.term_class = 'host_country' then 'abroad' else cue_mentions.term_class end) filter (
            where cue_mentions.term_class in ('covid', 'internally')
            or (cue_mentions.term_class in ('host_country', 'zone_of_calm') and sentences.document_kind = 'bulletin')
        ) as standing_topics,
        list(distinct cue_mentions.term_class) as all_cues
    from {{ ref('int_sentences') }} as sentences
    inner join cue_mentions on sentences.sentence_id = cue_mentions.sentence_id
    where
        sentences.line_kind = 'title'
        or (sentences.line_kind = 'heading' and sentences.sentence_number = 2 and sentences.document_kind = 'bulletin')
    group by all
),

classes as (
    select
        figures.mention_id,
        figures.document_kind,
        case
            when figures.is_money then 'money'
            when figures.unit_class is not null then figures.unit_class
            when
                figures.noun_after_class = 'man'
                or (figures.noun_after_class = 'person' and list_has_any(coalesce(figure_cues.near_cues, []), ['near:kill', 'near:injure']))
                then 'people'
            when figures.noun_after_class is not null then figures.noun_after_class
            when figures.header_start is not null then 'none'
            when list_has_any(coalesce(figure_cues.near_cues, []), ['near:kill', 'near:injure']) then 'none'
            -- "16.7 million need help"
            when verbs_behind.is_need
                then
                    case
                        when ({{ may_count_people() }}) or coalesce(figures.value, figures.value_high) >= 1e5 then 'people'
                        -- "800 schools are damaged, and 45 need urgent repair"
                        else coalesce(figures.noun_before_class, 'none')
                    end
            when opening_nouns.sentence_id is not null then opening_nouns.term_class
            -- "Between 60,000 and 70,000 remain in the camp"
            when of_words.token_key in ({{ words("staying_verbs") }}) and {{ may_count_people() }} then coalesce(figures.noun_before_class, 'people')
            -- a word after the figure is its noun, though no dictionary knows it
            when
                (figures.document_kind = 'article' or (figures.number_kind = 'words' and figures.value between 2 and 12))
                and figures.stop_token > figures.unit_end + 1
                and coalesce(of_words.token_key in ({{ words("staying_verbs") }}), true)
                then 'unknown'
            when
                figures.stop_token = figures.unit_end + 1
                or figures.number_kind = 'zero'
                or of_words.token_key in ('more', 'others', 'друг')
                or verbs_behind.mention_id is not null
                then coalesce(figures.noun_before_class, 'none')
            else 'none'
        end as noun_class,
        figures.is_bare and opening_nouns.sentence_id is null as may_count_others,
        figures.stop_token = figures.unit_end + 1 or figures.header_start is not null as is_alone,
        case
            when returns_of_others.mention_id is not null then ['return']
            when figures.header_start is not null and figures.noun_after_class in ('idp', 'refugee', 'people', 'family')
                then list_filter(sibling_cues.cues, lambda c: c <> 'internally' and not list_contains(coalesce(column_cues.cues, []), c))
        end as unheard,
        list_concat(
            case
                when figures.is_named_by_row
                    then list_concat(
                        list_concat(coalesce(column_cues.cues, []), coalesce(column_cues.near_cues, [])),
                        list_concat(coalesce(sentence_cues.cues, []), coalesce(row_cues.near_cues, []))
                    )
                when figures.header_start is not null then list_concat(coalesce(column_cues.cues, []), coalesce(column_cues.near_cues, []))
                else list_concat(coalesce(figure_cues.clause_cues, sentence_cues.cues, []), coalesce(figure_cues.near_cues, []))
            end,
            list_concat(list_concat(coalesce(headings.standing_topics, []), coalesce(titles.standing_topics, [])), {{ came_from_within() }})
        ) as cues,
        list_concat(
            case
                when figures.is_named_by_row
                    then list_concat(
                        list_concat(coalesce(column_cues.cues, []), coalesce(column_cues.near_cues, [])),
                        list_concat(coalesce(sentence_cues.cues, []), coalesce(row_cues.near_cues, []))
                    )
                when figures.header_start is not null then list_concat(coalesce(column_cues.cues, []), coalesce(column_cues.near_cues, []))
                else list_concat(coalesce(sentence_cues.cues, []), coalesce(figure_cues.near_cues, []))
            end,
            list_concat(coalesce(headings.standing_topics, []), coalesce(titles.standing_topics, []))
        ) as sentence_cues,
        figure_cues.clause_cues is not null as has_clauses,
        -- millions did not come back in the days that a section tells of
        coalesce(case when figures.value >= 1e6 then headings.standing_cues else headings.cues end, titles.cues, []) as heading_cues,
        list_concat(
            coalesce(case when figures.value >= 1e6 then matter_cues.standing_matter else matter_cues.matter end, []),
            coalesce(opening_cues.cues, [])
        ) as line_cues,
        -- a table or list whose caption names no matter is of the matter of its document
        case
            when figures.document_kind = 'bulletin' and (opening_cues.line_number is not null or figures.header_start is not null)
                then titles.all_cues
        end as title_cues
    from figures
    left join of_words
        on figures.sentence_id = of_words.sentence_id and figures.unit_end + 1 = of_words.token_number
    left join opening_nouns on figures.sentence_id = opening_nouns.sentence_id and figures.noun_before_class = opening_nouns.term_class
    left join verbs_behind on figures.mention_id = verbs_behind.mention_id
    left join returns_of_others on figures.mention_id = returns_of_others.mention_id
    left join sibling_cues on figures.document_id = sibling_cues.document_id and figures.header_start = sibling_cues.header_start
    left join figure_cues on figures.mention_id = figure_cues.mention_id
    left join sentence_cues on figures.sentence_id = sentence_cues.sentence_id
    left join column_cues on figures.document_id = column_cues.document_id and figures.header_start = column_cues.header_start
    left join row_cues on figures.mention_id = row_cues.mention_id
    left join opening_cues
        on figures.document_id = opening_cues.document_id and figures.line_number = opening_cues.line_number
    left join matter_cues on figures.sentence_id = matter_cues.sentence_id
    left join titles on figures.document_id = titles.document_id
    left join headings
        on figures.document_id = headings.document_id and figures.section_heading = headings.section_heading
),

-- a bare figure may also be read without the noun before it; the heading counts after the sentence
readings as (
    select mention_id, document_kind, noun_class, cues, unheard, 0 as penalty from classes
    union all
    select mention_id, document_kind, unnest(['none', 'end']), cues, unheard, 300 from classes
    where may_count_others and noun_class <> 'none' and not (noun_class = 'unknown' and document_kind = 'bulletin')
    union all
    -- `end`: no word follows that could be a noun
    select mention_id, document_kind, 'end', cues, unheard, 0 from classes
    where noun_class = 'none' and is_alone
    union all
    select mention_id, document_kind, 'end', list_distinct(list_concat(sentence_cues, line_cues)), unheard, 500 from classes
    where noun_class = 'none' and is_alone
    union all
    select mention_id, document_kind, noun_class, sentence_cues, unheard, 200 from classes
    where has_clauses
    union all
    select mention_id, document_kind, noun_class, list_distinct(list_concat(sentence_cues, line_cues)), unheard, 500 from classes
    union all
    select mention_id, document_kind, noun_class, list_distinct(list_concat(sentence_cues, heading_cues)), unheard, 1000 from classes
    where len(heading_cues) > 0
    union all
    select mention_id, document_kind, noun_class, list_distinct(list_concat(list_concat(sentence_cues, line_cues), title_cues)), unheard, 1500 from classes
    where len(title_cues) > 0
),

keyed as (
    select
        mention_id,
        document_kind,
        noun_class,
        penalty,
        array_to_string(
            list_sort(case when unheard is not null then list_filter(cues, lambda c: not list_contains(unheard, c)) else cues end),
            ' '
        ) as cue_key
    from readings
),

final as (
    select
        mention_id,
        document_kind,
        noun_class,
        cue_key,
        min(penalty) as penalty
    from keyed
    group by mention_id, document_kind, noun_class, cue_key
)

select * from final
