with

figures as (
    select * from {{ ref('int_figures') }}
),

heads as (
    select * from {{ ref('int_figure_heads') }}
),

cue_mentions as (
    select
        sentence_id,
        term_class,
        term_key,
        token_start,
        token_end
    from {{ ref('int_term_mentions') }}
    where term_kind = 'cue'
),

semicolons as (
    select
        marks.sentence_id,
        marks.token_number
    from {{ ref('int_tokens') }} as marks
    left join cue_mentions as summing
        on
            marks.sentence_id = summing.sentence_id
            and marks.token_number = summing.token_start - 1
            and summing.term_class = 'summing'
    left join {{ ref('int_tokens') }} as follower
        on marks.sentence_id = follower.sentence_id and marks.token_number = follower.token_number - 1
    where
        -- "410 refugees returned from Lebanon, where many were detained"
        (marks.token in (';', '|') or (marks.token = 'where' and follower.token_key in ('many', 'some', 'others', 'most', 'hundreds', 'thousands')))
        -- "90 people walked out; all in all 900 have fled" sums up what was said before
        and summing.sentence_id is null
),

parted as (
    select distinct
        figures.mention_id,
        cue_mentions.token_start as cue_start
    from figures
    inner join semicolons on figures.sentence_id = semicolons.sentence_id
    inner join cue_mentions on figures.sentence_id = cue_mentions.sentence_id
    where
        semicolons.token_number between least(cue_mentions.token_start, figures.token_start)
        and greatest(cue_mentions.token_start, figures.token_start)
),

-- "$336 million is needed; $97 million had been received": a semicolon parts what is said of each
clause_cues as (
    select
        figures.mention_id,
        coalesce(list(distinct cue_mentions.term_class order by cue_mentions.term_class) filter (where parted.cue_start is null), []) as cues
    from figures
    inner join cue_mentions on figures.sentence_id = cue_mentions.sentence_id
    left join parted on figures.mention_id = parted.mention_id and cue_mentions.token_start = parted.cue_start
    where figures.sentence_id in (select sentence_id from semicolons)
    group by figures.mention_id
),

bracket_marks as (
    select
        brackets.sentence_id,
        brackets.token_number,
        brackets.token,
        coalesce(names.is_capitalised, false) as is_behind_name
    from {{ ref('int_tokens') }} as brackets
    left join {{ ref('int_tokens') }} as names
        on brackets.sentence_id = names.sentence_id and brackets.token_number = names.token_number + 1
    where
        brackets.token in ('(', ')')
        and brackets.sentence_id in (
            select figures.sentence_id
            from figures
            where figures.depth > 0
        )
),

joints as (
    select
        sentence_id,
        token_number,
        token_key
    from {{ ref('int_tokens') }}
    where token_key in ('and', ',', ';', ':', 'и')
),

-- "27 people killed and 70 wounded": each such cue belongs to the figure that is nearest to it
distances as (
    select
        figures.mention_id,
        figures.token_start,
        cue_mentions.sentence_id,
        cue_mentions.term_class,
        cue_mentions.token_start as cue_start,
        case
            when cue_mentions.token_start > figures.token_end then cue_mentions.token_start - figures.token_end
            -- "to assist 800,000 people": what is meant follows
            when cue_mentions.term_class = 'meant' then 0
            else
                figures.token_start - cue_mentions.token_end
                + case
                    when joints.token_number is not null or joints_behind.token_number is not null then 3
                    -- "60 were wounded in 40 attacks"
                    when cue_mentions.term_class in ('kill', 'injure') and figures.key_before in ('in', 'during', 'at', 'в') then 3
                    else 0
                end
        end as distance
    from cue_mentions
    inner join figures on cue_mentions.sentence_id = figures.sentence_id
    left join heads on figures.mention_id = heads.mention_id
    left join joints on figures.sentence_id = joints.sentence_id and figures.token_start = joints.token_number + 1
    left join parted on figures.mention_id = parted.mention_id and cue_mentions.token_start = parted.cue_start
    left join joints as joints_behind
        on
            cue_mentions.sentence_id = joints_behind.sentence_id
            and cue_mentions.token_end = joints_behind.token_number - 1
            and joints_behind.token_key in (',', ';')
    where
        cue_mentions.term_class in ({{ cues_of_the_nearest() }})
        and parted.cue_start is null
        -- "607 people left": who left stands before it, "the storm left 900 people in the camp wet" tells of no leaving
        and (cue_mentions.term_class <> 'left' or cue_mentions.token_start between figures.token_end + 1 and figures.token_end + 3)
        and (cue_mentions.term_class not in ('stranded', 'internally') or cue_mentions.token_start between figures.token_start - 5 and figures.token_end + 6)
        -- "killing, it is said, 25 people and injuring others": whom it kills stands behind it
        and not (coalesce(cue_mentions.term_key, '') in ('killing', 'injuring', 'wounding') and cue_mentions.token_start > figures.token_end)
        -- "45 tents burned down"; "$400 a ton"; "Registered    298,025", but "UNHCR has registered new arrivals"
        and (cue_mentions.term_class <> 'lost' or cue_mentions.token_start between figures.token_start - 4 and figures.token_end + 6)
        and not (coalesce(cue_mentions.term_key, '') = 'registered' and cue_mentions.term_class = 'registration' and cue_mentions.token_start > 1)
        and (cue_mentions.term_class <> 'millions' or cue_mentions.token_start between figures.token_start and figures.unit_end + 1)
        and (cue_mentions.term_class not in ('unit_price', 'wires') or cue_mentions.token_start between figures.token_end + 1 and figures.token_end + 4)
        -- "10 civilians, a nurse among them, were killed in 40 air raids"
        and not (cue_mentions.term_class in ('kill', 'injure') and coalesce(figures.noun_after_class, '') in ({{ classes_that_do_not_die() }}))
        and not (
            cue_mentions.term_class in ('kill', 'injure')
            and coalesce(heads.relation in ('subgroup', 'of which'), false)
            -- "149 were killed, 23 of them women, and 560 others were injured"
            and not (
                heads.relation = 'of which' and figures.is_bare and cue_mentions.token_start between figures.token_end + 2 and figures.token_end + 3
            )
            -- "Over 60 of them have died"
            and not (heads.relation = 'of which' and figures.is_bare and figures.token_start = 1 and cue_mentions.token_start = figures.token_end + 4)
        )
),

-- "the toll has risen to 25, with 63 others hurt": who is hurt are the 63 that stand between
screened as (
    select distinct
        distances.mention_id,
        distances.term_class,
        distances.cue_start
    from distances
    inner join distances as nearer
        on
            distances.sentence_id = nearer.sentence_id
            and distances.term_class = nearer.term_class
            and distances.cue_start = nearer.cue_start
            and distances.distance > nearer.distance
    where
        distances.term_class in ('kill', 'injure')
        and (
            (distances.token_start < nearer.token_start and nearer.token_start < distances.cue_start)
            or (distances.cue_start < nearer.token_start and nearer.token_start < distances.token_start)
        )
),

-- who is wounded is not killed: of the two cues a figure hears the nearer one
heard as (
    select distances.*
    from distances
    left join screened
        on
            distances.mention_id = screened.mention_id
            and distances.term_class = screened.term_class
            and distances.cue_start = screened.cue_start
    qualify
        distances.term_class not in ('kill', 'injure')
        or distances.distance + case when screened.cue_start is null then 0 else 1000 end
        = min(
            case when distances.term_class in ('kill', 'injure') then distances.distance + case when screened.cue_start is null then 0 else 1000 end end
        ) over (partition by distances.mention_id)
),

nearest as (
    select
        mention_id,
        'near:' || term_class as cue
    from heard
    qualify
        row_number() over (
            partition by sentence_id, term_class, cue_start
            order by distance, token_start
        ) = 1
),

-- "35 civilians and two unidentified people were killed": what joins two figures joins their cues
joined as (
    select * from nearest
    union all
    select
        figures.mention_id,
        nearest.cue
    from nearest
    inner join figures as last_figure on nearest.mention_id = last_figure.mention_id
    inner join figures
        on
            last_figure.sentence_id = figures.sentence_id
            and last_figure.figure_number = figures.figure_number + 1
            and last_figure.token_start = figures.noun_end + 2
            -- "nine breaches, none of which the other side confirms"
            and last_figure.number_kind <> 'zero'
            -- "3 million people, 97 percent of the target"
            and last_figure.unit_class is not distinct from figures.unit_class
    inner join joints
        on
            figures.sentence_id = joints.sentence_id
            and joints.token_number = figures.noun_end + 1
            and joints.token_key <> ';'
            -- "900 fell ill, 14 died": who died is not who fell ill
            and (joints.token_key <> ',' or not last_figure.is_bare)
            and nearest.cue <> 'near:internally'
    -- "410 returned, 17 were detained": two clauses
    anti join {{ ref('int_returns_of_others') }} as apart on last_figure.mention_id = apart.mention_id and apart.follows_return
),

-- "23 fighters of the regime forces and 8 gunmen died"
joined_over_whose as (
    select
        figures.mention_id,
        nearest.cue
    from nearest
    inner join figures as last_figure on nearest.mention_id = last_figure.mention_id
    inner join figures
        on
            last_figure.sentence_id = figures.sentence_id
            and last_figure.figure_number = figures.figure_number + 1
            and figures.noun_end between last_figure.token_start - 7 and last_figure.token_start - 3
    inner join joints on figures.sentence_id = joints.sentence_id and joints.token_number = last_figure.token_start - 1
    inner join {{ ref('int_tokens') }} as whose
        on figures.sentence_id = whose.sentence_id and figures.noun_end + 1 = whose.token_number and whose.token_key in ('of', 'from', 'из')
    where
        nearest.cue in ('near:kill', 'near:injure', 'near:detain')
        and joints.token_key in ('and', 'и')
        and figures.noun_after_class in ('soldier', 'person', 'staff', 'people', 'man', 'woman', 'child')
        and last_figure.noun_after_class in ('soldier', 'person', 'staff', 'people', 'man', 'woman', 'child')
        and figures.mention_id not in (
            select own.mention_id from nearest as own
            where own.cue in ('near:kill', 'near:injure', 'near:detain')
        )
),

numbered as (
    select
        *,
        sum(1 - is_joined) over (partition by sentence_id order by token_start) as list_number
    from (
        select
            figures.mention_id,
            figures.sentence_id,
            figures.token_start,
            figures.unit_end,
            figures.noun_after_class,
            cast(coalesce(
                joints.token_key in ('and', ',', 'и')
                and figures.depth = lag(figures.depth) over (partition by figures.sentence_id order by figures.token_start),
                false
            ) as integer) as is_joined
        from figures
        left join joints on figures.sentence_id = joints.sentence_id and figures.token_start = joints.token_number + 1
    ) as joined_figures
),

own_verbs as (
    select distinct figures.mention_id
    from figures
    inner join cue_mentions
        on figures.sentence_id = cue_mentions.sentence_id and cue_mentions.token_start between figures.unit_end + 1 and figures.unit_end + 4
    where cue_mentions.term_class in ('displace', 'return', 'left', 'leave_zone', 'need', 'registered', 'detain', 'kill', 'injure')
),

-- "The dead include 900 civilians, 120 members of the forces and 140 gunmen": one fate for the whole list
shared_fates as (
    select
        members.mention_id,
        nearest.cue
    from nearest
    inner join numbered as firsts on nearest.mention_id = firsts.mention_id
    inner join numbered as members
        on
            firsts.sentence_id = members.sentence_id
            and firsts.list_number = members.list_number
            and firsts.token_start < members.token_start
    anti join own_verbs on members.mention_id = own_verbs.mention_id
    where
        nearest.cue in ('near:kill', 'near:injure', 'near:eliminate')
        -- "one was killed, seven were wounded, two civilians among them"
        and members.mention_id not in (
            select heads.mention_id from heads
            where heads.relation in ('of which', 'subgroup')
        )
        and members.noun_after_class in ('soldier', 'person', 'staff', 'people', 'man')
        and members.mention_id not in (
            select own.mention_id from nearest as own
            where own.cue in ('near:kill', 'near:injure', 'near:eliminate', 'near:detain')
        )
),

-- "near the towns of Safsafa (2), Sandran and Arafit (3)": a name, and in brackets nothing but a small figure
bracketed as (
    select
        figures.mention_id,
        'near:bracketed' as cue
    from figures
    inner join bracket_marks as openings
        on figures.sentence_id = openings.sentence_id and figures.bracket_start = openings.token_number
    inner join bracket_marks as closings
        on figures.sentence_id = closings.sentence_id and figures.unit_end = closings.token_number - 1 and closings.token = ')'
    where
        figures.bracket_start = figures.token_start - 1
        and figures.is_bare
        and figures.value <= 30
        and openings.is_behind_name
),

-- "about 80 had been evacuated": who left needs no noun
gone as (
    select
        figures.mention_id,
        'near:gone' as cue
    from figures
    inner join cue_mentions
        on
            figures.sentence_id = cue_mentions.sentence_id
            and cue_mentions.token_start between figures.unit_end + 1 and figures.unit_end + 4
    where cue_mentions.term_class = 'leave_zone' and figures.is_bare
),

-- "$85 million of the $488 million needed has been received": the part came in
paid_of_whole as (
    select
        wholes.mention_id as whole_mention_id,
        figures.mention_id,
        'near:paid' as cue
    from nearest
    inner join figures as wholes on nearest.mention_id = wholes.mention_id and nearest.cue = 'near:paid' and wholes.currency is not null
    inner join figures
        on
            wholes.sentence_id = figures.sentence_id
            and wholes.figure_number = figures.figure_number + 1
            and wholes.currency = figures.currency
            and wholes.token_start between figures.unit_end + 2 and figures.unit_end + 3
    inner join {{ ref('int_tokens') }} as of_word
        on figures.sentence_id = of_word.sentence_id and figures.unit_end + 1 = of_word.token_number and of_word.token_key in ('of', 'из')
),

near_cues as (
    select
        mention_id,
        list(distinct cue) as cues
    from (
        select joined.* from joined
        left join paid_of_whole on joined.mention_id = paid_of_whole.whole_mention_id and joined.cue = paid_of_whole.cue
        where paid_of_whole.whole_mention_id is null
        union all
        select * exclude (whole_mention_id) from paid_of_whole
        union all
        select
            mention_id,
            'near:vote_split' as cue
        from {{ ref('int_vote_splits') }}
        union all
        select * from {{ ref('int_paid_sums') }}
        union all
        select * from joined_over_whose
        union all
        select * from shared_fates
        union all
        select * from gone
        union all
        select * from bracketed
    ) as heard_cues
    group by all
),

final as (
    select
        figures.mention_id,
        near_cues.cues as near_cues,
        clause_cues.cues as clause_cues
    from figures
    left join near_cues on figures.mention_id = near_cues.mention_id
    left join clause_cues on figures.mention_id = clause_cues.mention_id
    where near_cues.mention_id is not null or clause_cues.mention_id is not null
)

select * from final
