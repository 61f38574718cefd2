with

figures as (
    select
        *,
        lead(bracket_start) over (partition by sentence_id order by token_start) as next_bracket_start
    from {{ ref('int_figures') }}
),

places as (
    select * from {{ ref('int_figure_places') }}
),

subset_words as (
    select
        sentence_id,
        term_class,
        starts_with(term_key, 'among the victims') or starts_with(term_key, 'among the dead')
        or regexp_matches(term_key, '^among (?:the|those) (?:killed|wounded|injured|detained|arrested|released|freed|displaced|evacuated)$')
            as is_among,
        -- "27 devices, 11 improvised ones among them"
        case when term_key = 'among them' then 3 else 0 end as reach,
        token_start,
        token_end
    from {{ ref('int_term_mentions') }}
    where term_class in ('subset', 'of_them', 'syrian_data', 'particular')
),

openings as (
    select * from {{ ref('int_list_lines') }}
),

-- "12 in Idlib (8 in Ariha and 4 in Saraqib)": a bracket with places of its own divides the figure before it
nested as (
    select
        inner_figures.mention_id,
        outer_figures.mention_id as head_mention_id
    from figures as inner_figures
    inner join places on inner_figures.mention_id = places.mention_id and inner_figures.bracket_start < places.place_start
    inner join figures as outer_figures
        on
            inner_figures.sentence_id = outer_figures.sentence_id
            and inner_figures.bracket_start > outer_figures.token_start
            and inner_figures.depth > outer_figures.depth
    qualify row_number() over (partition by inner_figures.mention_id order by outer_figures.token_start desc) = 1
),

-- "14, 9 and 6 of them"
of_them_lists as (
    select distinct figures.mention_id as list_end_mention_id
    from figures
    inner join subset_words on figures.sentence_id = subset_words.sentence_id
    where
        subset_words.term_class = 'of_them'
        and subset_words.token_start between figures.unit_end + 1 and coalesce(figures.noun_end, figures.unit_end) + 1
),

-- "25,840 devices (mines: 9,310, IEDs: 16,530)": a bracket of things of the same kind
divided as (
    select
        inner_figures.mention_id,
        outer_figures.mention_id as head_mention_id
    from figures as inner_figures
    inner join figures as outer_figures
        on
            inner_figures.sentence_id = outer_figures.sentence_id
            and inner_figures.noun_after_class = outer_figures.noun_after_class
            and outer_figures.depth = 0
            and inner_figures.depth > 0
            and inner_figures.bracket_start between outer_figures.unit_end + 1 and outer_figures.unit_end + 4
    where inner_figures.value <= outer_figures.value
    qualify row_number() over (partition by inner_figures.mention_id order by outer_figures.token_start desc) = 1
),

marks as (
    select
        sentence_id,
        token_number,
        token
    from {{ ref('int_tokens') }}
    where token in (';', 'while', 'whereas')
),

-- "of the 300 children 4 stayed; 200 children left": behind a semicolon nobody is told of again
parted as (
    select
        figures.mention_id,
        -- "8,000 people go, while 3,400 people from Madaya stay"
        bool_or(marks.token <> ';') as is_contrasted
    from figures
    inner join marks
        on
            figures.sentence_id = marks.sentence_id
            and marks.token_number between figures.previous_figure_end and figures.token_start
    group by figures.mention_id
),

sums as (
    select * from {{ ref('int_figure_sums') }}
),

-- a sentence with a period or a counting party of its own divides no other's figure
period_words as (
    select distinct sentence_id
    from {{ ref('int_term_mentions') }}
    where term_class in ('past_week', 'last_24h', 'party_russian', 'party_turkish')
),

-- "Of the 48 trucks, 36 reached Douma; the remaining 12 turned back"
of_openings as (
    select tokens.sentence_id
    from {{ ref('int_tokens') }} as tokens
    inner join figures on tokens.sentence_id = figures.sentence_id
    where
        tokens.token_number = 1
        and tokens.token_key in ('of', 'из')
        and figures.figure_number = 1
        and figures.token_start <= 3
        and not figures.is_bare
),

roles as (
    select
        figures.mention_id,
        figures.document_id,
        figures.sentence_id,
        figures.sentence_number,
        figures.line_number,
        figures.token_start,
        figures.depth,
        figures.bracket_start,
        figures.figure_number,
        figures.unit_class,
        figures.value,
        figures.is_bare,
        figures.header_start,
        places.layout,
        figures.currency,
        of_openings.sentence_id is not null and figures.is_bare and figures.depth = 0 and figures.figure_number > 1 as is_of_the_first,
        openings.opening_line,
        nested.head_mention_id as outer_mention_id,
        sums.head_mention_id as sum_mention_id,
        period_words.sentence_id is not null as has_period,
        coalesce(figures.noun_after_class in ('woman', 'child', 'elderly', 'man'), false)
        and (
            figures.depth > 0
            or coalesce(figures.key_before in (',', 'including', 'include', '-', '–', '—', ':', 'them', 'whom', 'which'), false)
            or figures.depth = 0 and exists (
                select 1 from subset_words
                where
                    subset_words.sentence_id = figures.sentence_id
                    and subset_words.term_class in ('of_them', 'subset')
                    -- "including a child and two women", "Among the victims were 12 women"
                    and subset_words.token_end >= figures.token_start - case when figures.key_before in ('and', 'и') then 5 else 3 end
                    and subset_words.token_start <= figures.unit_end + case when subset_words.is_among then 8 else 1 end
            )
            or coalesce(
                lag(figures.noun_after_class) over (partition by figures.sentence_id order by figures.token_start)
                in ('woman', 'child', 'elderly', 'man')
                -- "vaccinated 900 children and enrolled 70 girls"
                and not regexp_matches(coalesce(figures.key_before, ''), '^[a-z]{3,}ed$')
                and parted.mention_id is null,
                false
            )
        ) as is_subgroup,
        case figures.noun_after_class
            when 'refugee' then 'people'
            when 'case' then 'violation'
            else coalesce(figures.noun_after_class, case when figures.unit_class = 'factor' then 'violation' else figures.unit_class end)
        end as noun_class,
        coalesce(not figures.is_bare and places.layout is not null and (figures.number_kind <> 'zero' or {{ marked_layout() }}), false)
        -- "410 refugees returned, and 80 people were evacuated from Duma" tells of two things
        and own_clauses.mention_id is null and not coalesce(parted.is_contrasted, false) as is_placed,
        coalesce(
            -- "Ariha    9,410    Dana    14,220": no cell divides its neighbour; "one in Idlib, none in Hama"
            figures.is_bare and (figures.header_start is not null or not coalesce(figures.is_in_cells, false))
            and places.layout is not null
            and (figures.number_kind <> 'zero' or {{ marked_layout() }} or (figures.key_before in (',', 'and', 'и') and figures.figure_number > 1)),
            false
        ) as is_placed_bare,
        exists (
            select 1 from subset_words
            where
                subset_words.sentence_id = figures.sentence_id
                and subset_words.term_class = 'of_them'
                and subset_words.token_start between figures.unit_end + 1 and coalesce(figures.noun_end, figures.unit_end) + 1 + subset_words.reach
                and (subset_words.reach = 0 or subset_words.token_start < figures.stop_token)
                and (subset_words.reach = 0 or coalesce(figures.next_figure_start > subset_words.token_end + 3, true))
        ) or coalesce(figures.noun_after_class = 'not_confirmed', false)
        or coalesce(figures.is_bare and figures.key_before in ('first', 'remaining', 'other'), false)
        -- "Another 8 would follow" goes on with what was told; "one was killed and another two wounded" begins anew
        or coalesce(figures.is_bare and figures.key_before = 'another' and figures.figure_number = 1, false)
        or divided.mention_id is not null
        or (of_openings.sentence_id is not null and figures.is_bare and figures.depth = 0 and figures.figure_number > 1)
        or of_them_lists.list_end_mention_id is not null
        -- "13 members of one family were among the dead"
        or (
            figures.document_kind = 'article'
            and figures.depth = 0
            and figures.next_figure_start is null
            and exists (
                select 1 from subset_words
                where
                    subset_words.sentence_id = figures.sentence_id
                    and subset_words.is_among
                    and subset_words.token_start between figures.unit_end + 1 and figures.unit_end + 10
            )
        )
        -- "Of these, 410,000 were in Idleb and 295,000 in Aleppo"
        or (
            figures.is_bare
            and places.layout is not null
            and exists (
                select 1 from subset_words
                where subset_words.sentence_id = figures.sentence_id and subset_words.term_class = 'of_them' and subset_words.token_start <= 2
            )
        ) as is_of_them,
        coalesce(included.follows_including, false) as follows_including,
        coalesce(included.starts_with_including, false) as starts_with_including,
        -- "In particular, 3.2 tons of bread were handed out": some of the tons told before
        coalesce(figures.unit_class = 'weight', false)
        and exists (
            select 1 from subset_words
            where subset_words.sentence_id = figures.sentence_id and subset_words.term_class = 'particular' and subset_words.token_start <= 2
        ) as is_particular,
        exists(
            select 1 from subset_words
            where
                subset_words.sentence_id = figures.sentence_id
                and subset_words.term_class = 'syrian_data'
                and (
                    -- "Hama - 3 (27 by the count of the Syrian side)": not what the next figure is told by
                    subset_words.token_start between figures.unit_end + 1
                    and least(coalesce(figures.noun_end, figures.unit_end) + 4, coalesce(figures.next_figure_start, 9999) - 1)
                    -- "Idlib - 21 (by Syrian data - 17)": nor what the bracket's figure is
                    and not coalesce(figures.next_bracket_start between figures.unit_end + 1 and subset_words.token_start, false)
                    or subset_words.token_end between figures.token_start - 3 and figures.token_start - 1
                )
        ) as is_other_count
    from figures
    left join places on figures.mention_id = places.mention_id
    left join nested on figures.mention_id = nested.mention_id
    left join {{ ref('int_returns_of_others') }} as own_clauses on figures.mention_id = own_clauses.mention_id and own_clauses.has_own_verb
    left join sums on figures.mention_id = sums.mention_id
    left join period_words on figures.sentence_id = period_words.sentence_id
    left join of_openings on figures.sentence_id = of_openings.sentence_id
    left join divided on figures.mention_id = divided.mention_id
    left join {{ ref('int_included_figures') }} as included on figures.mention_id = included.mention_id
    left join parted on figures.mention_id = parted.mention_id
    left join of_them_lists on figures.list_end_mention_id = of_them_lists.list_end_mention_id
    left join openings on figures.document_id = openings.document_id and figures.line_number = openings.line_number
),

-- what may stand at the head of a breakdown: a figure with a noun, a unit or no place beside it
heads as (
    select
        *,
        sum(case when is_placed or is_placed_bare then value end) over (partition by sentence_id) as placed_sum
    from roles
    where not is_subgroup and not is_other_count and unit_class is distinct from 'share'
),

pairs as (
    select
        roles.mention_id,
        heads.mention_id as head_mention_id,
        case
            when roles.is_other_count then 'other count'
            when
                not (roles.is_of_them or roles.is_subgroup or roles.follows_including)
                and (
                    roles.outer_mention_id = heads.mention_id
                    or roles.sum_mention_id = heads.mention_id
                    or roles.opening_line = heads.line_number
                )
                then 'breakdown'
            when heads.is_placed and not roles.is_of_them and not roles.is_subgroup and not roles.follows_including then 'sibling'
            when roles.is_subgroup then 'subgroup'
            when roles.is_of_them or roles.follows_including or roles.is_particular then 'of which'
            else 'breakdown'
        end as relation,
        row_number() over (
            partition by roles.mention_id
            order by
                coalesce(roles.outer_mention_id = heads.mention_id, false) desc,
                roles.is_of_the_first and heads.sentence_id = roles.sentence_id and heads.figure_number = 1 desc,
                coalesce(roles.sum_mention_id = heads.mention_id, false) desc,
                heads.sentence_number desc,
                case when roles.opening_line = heads.line_number then heads.value end desc nulls last,
                -- "178,000, including 128,000 new ones and 39,000 who fled twice"
                roles.follows_including and heads.follows_including and heads.sentence_id = roles.sentence_id,
                (roles.is_subgroup or not heads.is_placed_bare or (roles.follows_including and heads.figure_number = roles.figure_number - 1)) desc,
                heads.token_start desc
        ) as rank
    from roles
    inner join heads
        on
            roles.document_id = heads.document_id
            and (
                (roles.sum_mention_id = heads.mention_id and not roles.is_subgroup)
                or (
                    roles.outer_mention_id = heads.mention_id
                    and (heads.is_placed or heads.is_placed_bare)
                    and not roles.is_subgroup
                )
                or (
                    roles.opening_line = heads.line_number
                    and (roles.is_placed_bare or roles.is_subgroup or (roles.is_placed and roles.noun_class = heads.noun_class))
                    and not heads.is_placed_bare
                )
                or (
                    roles.sentence_id = heads.sentence_id
                    and roles.token_start > heads.token_start
                    and (heads.depth = 0 or roles.bracket_start = heads.bracket_start)
                    and (
                        roles.is_subgroup
                        or roles.is_other_count
                        or (roles.is_placed and not heads.is_placed and roles.noun_class = heads.noun_class)
                        or (not heads.is_placed_bare and (roles.is_placed_bare or roles.is_of_them or roles.follows_including))
                        or (roles.follows_including and roles.depth > heads.depth)
                        -- "25 in Latakia, including five Christians"
                        or (
                            roles.follows_including
                            and not roles.is_bare
                            and heads.is_placed_bare
                            and roles.depth = heads.depth
                            and heads.figure_number = roles.figure_number - 1
                        )
                    )
                )
                or (
                    roles.is_placed
                    and not roles.has_period
                    and roles.line_number = heads.line_number
                    and roles.sentence_number = heads.sentence_number + 1
                    and not heads.is_placed
                    and not heads.is_placed_bare
                    and roles.noun_class = heads.noun_class
                    and roles.value < heads.value
                    and heads.placed_sum is distinct from heads.value
                )
                or (
                    (roles.is_of_them or roles.starts_with_including)
                    and roles.sentence_number > heads.sentence_number
                    and roles.sentence_number <= heads.sentence_number + 2
                    and not heads.is_placed_bare
                    and roles.currency is not distinct from heads.currency
                    and roles.value <= heads.value
                )
                or (
                    roles.is_particular
                    and heads.unit_class = 'weight'
                    and roles.sentence_number > heads.sentence_number
                    and roles.sentence_number <= heads.sentence_number + 3
                    and not heads.is_placed_bare
                    and roles.value < heads.value
                )
                or (
                    roles.is_placed_bare
                    and roles.layout = 'place - figure'
                    and roles.line_number > heads.line_number
                    and roles.sentence_number <= heads.sentence_number + 30
                    and not heads.is_placed_bare
                    and roles.value <= heads.value
                    -- of another column it is no part
                    and (heads.header_start is null or heads.header_start is not distinct from roles.header_start)
                )
            )
            and (
                roles.is_other_count
                or coalesce(roles.value <= heads.value, true)
                -- "One attack was in Idlib, three in Aleppo": neither divides the other
                or (roles.is_placed_bare and heads.is_placed and not roles.is_of_them and not roles.follows_including)
            )
    where
        -- a share of people is no number of people
        roles.unit_class is distinct from 'share'
        and (
            roles.sum_mention_id is not null or roles.is_particular
            or roles.is_placed or roles.is_other_count or roles.is_subgroup or roles.is_placed_bare or roles.is_of_them or roles.follows_including
        )
),

-- "Three attacks were noted. One attack was in Idlib, one in Aleppo": what goes on from a part is a part
final as (
    select
        pairs.mention_id,
        coalesce(parts.head_mention_id, pairs.head_mention_id) as head_mention_id,
        coalesce(parts.relation, pairs.relation) as relation
    from pairs
    left join pairs as parts
        on pairs.head_mention_id = parts.mention_id and parts.rank = 1 and parts.relation = 'breakdown' and pairs.relation = 'sibling'
    where pairs.rank = 1
    union all
    select carried.*
    from {{ ref('int_carried_figures') }} as carried
    anti join pairs on carried.mention_id = pairs.mention_id
)

select * from final
