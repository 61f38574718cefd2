with

figures as (
    select * from {{ ref('int_measured_figures') }}
),

sentences as (
    select
        sentence_id,
        quote,
        char_start as sentence_start,
        char_end as sentence_end
    from {{ ref('int_sentences') }}
),

periods as (
    select * from {{ ref('int_figure_periods') }}
),

reporters as (
    select * from {{ ref('int_figure_reporters') }}
),

locations as (
    select * from {{ ref('int_figure_locations') }}
),

-- "who asked not to be named", "could not find a house", "on their way to school"
unplanned as (
    select
        sentence_id,
        token_start,
        token_end
    from {{ ref('int_term_mentions') }}
    where term_class = 'not_planned'
),

cues as (
    select
        terms.sentence_id,
        terms.term_class,
        terms.term_key,
        terms.token_start,
        terms.token_end
    from {{ ref('int_term_mentions') }} as terms
    anti join unplanned
        on
            terms.sentence_id = unplanned.sentence_id
            and terms.term_class = 'planned'
            and terms.token_start between unplanned.token_start and unplanned.token_end
    where terms.term_class in ('each', 'planned', 'estimated', 'intended', 'need', 'promise')
),

commas as (
    select
        sentence_id,
        token_number
    from {{ ref('int_tokens') }}
    where token = ',' and sentence_id in (select cues.sentence_id from cues)
),

-- "about 7,000 people, militants among them, will leave": the verb stands behind what is inserted
verbs_behind as (
    select distinct figures.mention_id
    from figures
    inner join cues
        on
            figures.sentence_id = cues.sentence_id
            and cues.term_class = 'planned'
            and cues.token_start between figures.unit_end + 6 and figures.unit_end + 14
    inner join commas as closing on cues.sentence_id = closing.sentence_id and cues.token_start - 1 = closing.token_number
    left join commas as opening
        on figures.sentence_id = opening.sentence_id and opening.token_number between figures.unit_end + 1 and figures.unit_end + 4
    where
        figures.measure not in ('people_killed', 'people_injured', 'people_detained')
        and (figures.key_before = ',' or opening.token_number is not null)
),

each_figures as (
    select distinct mention_id
    from {{ ref('int_listed_figures') }}
    where layout = 'each'
),

modal as (
    select
        figures.mention_id,
        bool_or(cues.term_class = 'each' and cues.token_start between figures.unit_end + 1 and figures.unit_end + 7) as is_each,
        bool_or(
            -- "some 5,000 rebel fighters and their relatives should leave"
            (cues.term_class = 'planned' and cues.token_start between figures.token_start - 8 and figures.unit_end + {{ reach_of_a_plan() }})
            -- "the plan for the reconstruction and return of refugees", 650,000 of them
            or (cues.term_class = 'planned' and cues.token_end between figures.token_start - 8 and figures.token_start - 1)
            or (
                cues.term_class = 'intended'
                and figures.document_kind = 'article'
                and figures.measure = 'other'
                and cues.token_start between figures.token_start - 12 and figures.token_start
            )
        ) as is_planned,
        bool_or(cues.term_class = 'estimated' and cues.token_start between figures.token_start - 14 and figures.unit_end + 8)
            as is_estimated,
        bool_or(
            cues.term_class = 'need'
            and case
                when figures.document_kind = 'article'
                    then figures.measure = 'other' and cues.token_start between figures.token_start - 4 and figures.token_start
                else
                    -- "people in need were given 825 parcels" needs none
                    (cues.token_start between figures.token_start - 4 and figures.token_start - 1 and cues.term_key <> 'in need')
                    or (
                        cues.term_key in ('needed', 'required', 'still needed', 'urgently needed')
                        and cues.token_start <= figures.unit_end + 5
                    )
            end
        ) as is_needed,
        bool_or(
            cues.term_class = 'promise'
            and figures.document_kind = 'bulletin'
            and (
                cues.token_start between figures.unit_end + 1 and figures.unit_end + 5
                or cues.token_end between figures.token_start - 3 and figures.token_start - 1
            )
        ) as is_promised
    from figures
    inner join cues on figures.sentence_id = cues.sentence_id
    group by all
),

-- "500 parcels in each of the settlements A, B and C" is told once for each of them
spread as (
    select
        figures.*,
        coalesce(modal.is_each, false) or each_figures.mention_id is not null as is_each,
        case
            when speakers.is_denied then 'denied'
            when figures.rule_modality <> '' then figures.rule_modality
            when figures.number_kind = 'zero' or figures.value = 0 then 'happened'
            when coalesce(modal.is_promised, false) and {{ handed_over('figures.measure') }} then 'promised'
            when coalesce(modal.is_needed, false) and figures.document_kind = 'article' then 'needed'
            when coalesce(modal.is_estimated, false) then 'estimated'
            when (coalesce(modal.is_planned, false) or verbs_behind.mention_id is not null) and figures.measure not like 'ceasefire%'
                then 'planned'
            when coalesce(modal.is_needed, false) and {{ handed_over('figures.measure') }} then 'needed'
            -- "a convoy is planned for the first week of May", told in April
            when periods.as_of_date > document_dates.published_date then 'planned'
            else 'happened'
        end as modality,
        locations.location_id,
        locations.location_count
    from figures
    left join modal on figures.mention_id = modal.mention_id
    left join verbs_behind on figures.mention_id = verbs_behind.mention_id
    left join each_figures on figures.mention_id = each_figures.mention_id
    left join reporters as speakers on figures.mention_id = speakers.mention_id
    left join periods on figures.mention_id = periods.mention_id
    left join {{ ref('int_document_dates') }} as document_dates on figures.document_id = document_dates.document_id
    left join locations
        on
            figures.mention_id = locations.mention_id
            and (locations.location_count = 1 or coalesce(modal.is_each, false) or each_figures.mention_id is not null)
),

-- a total that closes over the figures before it is the day's total, whatever its wording
closing_sums as (
    select
        totals.mention_id,
        any_value(totals.char_start) as char_start,
        list(parts.mention_id order by parts.mention_id) as part_mentions
    from figures as totals
    inner join figures as parts
        on
            totals.document_id = parts.document_id
            and totals.measure = parts.measure
            and totals.section_heading = parts.section_heading
            and totals.header_start is not distinct from parts.header_start
            and totals.char_start > parts.char_start
            -- 500 bags and 300 mattresses are no 800 blankets
            and (totals.measure <> 'goods_delivered' or lower(totals.subject) = lower(parts.subject))
            -- "Nahshaba (2), Sandran (2) and Hamamiyat (4)"
            and totals.depth = 0
    where totals.relation is null and coalesce(parts.relation, 'sibling') = 'sibling' and totals.measure <> 'other'
    group by totals.mention_id, totals.value
    having count(*) >= 2 and abs(sum(parts.value) - totals.value) < 0.0005 and totals.value > max(parts.value)
),

closing_claims as (
    select
        mention_id,
        char_start,
        unnest(part_mentions) as part_mention
    from closing_sums
),

first_claims as (
    select
        part_mention,
        arg_min(mention_id, (char_start, mention_id)) as mention_id
    from closing_claims
    group by part_mention
),

-- a figure belongs to the first total that closes over it, and a total has all of its parts or none
closing as (
    select
        closing_claims.mention_id,
        list(closing_claims.part_mention order by closing_claims.part_mention) as part_mentions
    from closing_claims
    inner join first_claims on closing_claims.part_mention = first_claims.part_mention
    group by closing_claims.mention_id
    having bool_and(closing_claims.mention_id = first_claims.mention_id)
),

closing_periods as (
    select
        closing.mention_id,
        min(periods.period) as period
    from closing
    inner join periods on closing.part_mentions[1] = periods.mention_id
    group by closing.mention_id
),

closed_parts as (
    select
        mention_id as head_mention_id,
        unnest(part_mentions) as mention_id
    from closing
),

family as (
    select
        spread.*,
        coalesce(
            closed_parts.head_mention_id,
            case when spread.relation not in ('other count', 'sibling', 'carried') then spread.head_mention_id end,
            toll_parts.total_mention_id
        ) as total_mention_id,
        coalesce(
            nullif(spread.relation, 'sibling'),
            case when closed_parts.mention_id is not null then 'breakdown' when toll_parts.mention_id is not null then 'of which' end
        ) as part_relation,
        closing.mention_id is not null as is_closing_total
    from spread
    left join closed_parts on spread.mention_id = closed_parts.mention_id
    left join closing on spread.mention_id = closing.mention_id
    left join {{ ref('int_toll_parts') }} as toll_parts on spread.mention_id = toll_parts.mention_id
),

own_value as (
    select
        mention_id,
        any_value(value) as value,
        any_value(measure) as measure,
        any_value(modality) as modality
    from spread
    group by mention_id
),

-- "from Lebanon 96 came back, from Jordan none": a mere zero divides nothing
emptied as (
    select family.total_mention_id
    from family
    inner join own_value as totals on family.total_mention_id = totals.mention_id
    where totals.value > 0 and family.part_relation is distinct from 'subgroup'
    group by family.total_mention_id
    having bool_and(coalesce(family.value = 0 and family.part_relation = 'breakdown', false))
),

-- nor does anything divide what is no quantity
divided as (
    select
        family.* replace (
            case when own_value.mention_id is not null then family.total_mention_id end as total_mention_id,
            case when own_value.mention_id is not null or family.total_mention_id is null then family.part_relation end as part_relation
        )
    from family
    left join emptied on family.total_mention_id = emptied.total_mention_id and family.part_relation is distinct from 'subgroup'
    left join own_value on family.total_mention_id = own_value.mention_id and emptied.total_mention_id is null
),

-- only what the total counts too is a part of it: confirmed cases are some of those registered
shares as (
    select
        family.* replace ({{ modality_of_part() }} as modality),
        totals.value as total_value,
        family.number_kind <> 'zero' and coalesce(family.measure = totals.measure, true) as may_be_part
    from divided as family
    left join own_value as totals on family.total_mention_id = totals.mention_id
),

siblings as (
    select
        total_mention_id,
        count(*) filter (where part_relation = 'breakdown' and may_be_part) as part_count,
        sum(value) filter (where part_relation = 'breakdown' and may_be_part) as part_sum,
        count(*) filter (where part_relation = 'subgroup') as group_count,
        sum(value) filter (where part_relation = 'subgroup') as group_sum,
        sum(value) filter (where part_relation in ('breakdown', 'of which') and may_be_part) as share_sum
    from shares
    where total_mention_id is not null
    group by total_mention_id
),

named as (
    select
        shares.*,
        case
            when shares.part_relation = 'subgroup' and siblings.group_count >= 2 and siblings.group_sum = shares.total_value then 'part'
            when shares.total_mention_id is not null and shares.part_relation = 'subgroup' then 'subset'
            when
                shares.part_relation in ('breakdown', 'of which')
                and not shares.may_be_part
                -- "Hama (none)" is a part, though an empty one
                and not (shares.part_relation = 'breakdown' and shares.value = 0)
                then 'subset'
            -- "over 1.507 million, of them over 1.246 million and over 260 thousand": rounded figures add up as well
            when
                shares.part_relation in ('breakdown', 'of which')
                and abs(siblings.share_sum - shares.total_value)
                <= case when shares.total_value >= 1000000 and shares.qualifier <> 'exact' then 0.002 * shares.total_value else 0.0005 end
                then 'part'
            -- "including 506 in Homs, 121 in Hama and 113 in Idlib": the first of a list is what the others are, though its sum be wrong
            when shares.part_relation = 'of which' and siblings.part_count < 2 then 'subset'
            when shares.part_relation = 'breakdown' and siblings.part_count = 1 and siblings.part_sum < shares.total_value
                then 'subset'
            when shares.part_relation in ('breakdown', 'of which') then 'part'
            when own_family.total_mention_id is not null or shares.is_closing_total then 'total'
        end as part_kind,
        'o' || left(sha256(
            shares.mention_id || '|' || shares.measure || '|' || case when shares.is_each then coalesce(shares.location_id, '') else '' end
        ), 23) as observation_id
    from shares
    left join siblings on shares.total_mention_id = siblings.total_mention_id
    left join siblings as own_family on shares.mention_id = own_family.total_mention_id
),

ids as (
    select
        mention_id,
        min(observation_id) as observation_id
    from named
    group by mention_id
),


final as (
    select
        named.observation_id,
        named.mention_id,
        named.document_id,
        named.document_kind,
        named.line_number,
        named.section_heading,
        named.measure,
        coalesce(named.rule_id, 'other') as rule_id,
        coalesce(
            -- "340 buildings: 120 schools and 220 hospitals" names its parts
            case when named.relation = 'breakdown' and (named.noun_after_class is null or heads.noun_after_class is null) then heads.subject end,
            named.subject
        ) as subject,
        named.value,
        named.value_low,
        named.value_high,
        named.qualifier,
        named.unit,
        -- "60 million euros ...: UNICEF gets 25 million of them"
        coalesce(named.currency, case when named.unit = 'money' then heads.currency end) as currency,
        case
            when named.is_closing_total then coalesce(closing_periods.period, periods.period)
            when named.modality in ('planned', 'promised', 'needed') then 'other'
            else periods.period
        end as period,
        periods.as_of_date,
        periods.period_start,
        periods.period_end,
        named.location_id,
        reporters.reported_by_actor_id,
        reporters.attributed_to_actor_id,
        reporters.said_on,
        named.modality,
        named.part_kind,
        case when named.part_kind in ('part', 'subset') then totals.observation_id end as total_observation_id,
        case when named.relation = 'subgroup' then named.noun_after_class end as subgroup,
        named.number_kind,
        sentences.quote,
        sentences.sentence_start as char_start,
        sentences.sentence_end as char_end,
        named.char_start as figure_start,
        named.char_end as figure_end
    from named
    inner join sentences on named.sentence_id = sentences.sentence_id
    left join periods on named.mention_id = periods.mention_id
    left join closing_periods on named.mention_id = closing_periods.mention_id
    left join reporters on named.mention_id = reporters.mention_id
    left join ids as totals on named.total_mention_id = totals.mention_id
    left join figures as heads on named.head_mention_id = heads.mention_id
)

select * from final
where not (number_kind = 'zero' and document_kind = 'article')
