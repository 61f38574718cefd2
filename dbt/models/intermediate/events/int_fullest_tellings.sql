with

ranked as (
    select * from {{ ref('int_ranked_tellings') }}
),

pairs as (
    select
        weaker.mention_id,
        fuller.mention_id as fuller_mention_id,
        weaker.rank,
        weaker.event_date,
        weaker.event_date_end,
        weaker.event_date_precision,
        weaker.date_start,
        weaker.location_id,
        len(weaker.source_ids) > 0 and len(fuller.source_ids) = 0 and weaker.line_kind = 'body' as has_source,
        -- "two Turkish soldiers were killed when the army shelled their post"
        weaker.is_toll
        and len(weaker.actor_ids) > 0
        and len(fuller.actor_ids) = len(fuller.source_ids)
        and weaker.sentence_id = fuller.sentence_id
            as has_target,
        weaker.line_kind in ('body', 'caption')
        and (abs(weaker.sentence_number - fuller.sentence_number) <= 4 or weaker.line_kind = 'caption')
        and coalesce(weaker.is_own_date, true)
            as is_near,
        -- "Putin flew in", and then "he met Assad there"
        weaker.event_type in ('CONSULT', 'AGREE', 'COOPERATE')
        and len(fuller.actor_ids) <= 1
        and (fuller.telling = 'verb' or len(fuller.actor_ids) = 0)
        and len(weaker.actor_sides) >= 2
        and list_has_all(weaker.actor_sides, fuller.actor_sides)
        and (
            weaker.event_date = fuller.event_date
            or weaker.event_date is null and fuller.event_date is null
            or abs(weaker.sentence_number - fuller.sentence_number) <= 1
        )
        -- "Putin meets Assad at the Kremlin", and then "the talks held in Sochi and Astana led to much"
        and not coalesce(
            weaker.event_type = 'CONSULT' and weaker.location_id <> fuller.location_id
            and not list_contains(weaker.area_ids, fuller.location_id)
            and not list_contains(fuller.area_ids, weaker.location_id),
            false
        )
            as has_more_parties
    from ranked as weaker
    inner join ranked as fuller
        on
            weaker.document_id = fuller.document_id
            and weaker.event_type = fuller.event_type
            and weaker.rank > fuller.rank
    where
        (
            weaker.line_kind in ('title', 'heading')
            and fuller.line_kind not in ('title', 'heading')
        )
        or (
            weaker.sentence_id = fuller.sentence_id
            and weaker.clause_number = fuller.clause_number
            -- "visited the camp on Monday and met the minister on Tuesday"
            and not coalesce(
                weaker.is_own_date and fuller.is_own_date
                and (weaker.date_start > fuller.date_end or fuller.date_start > weaker.date_end),
                false
            )
            and not {{ is_another_act_of_clause('weaker', 'fuller') }}
        )
        or {{ is_handed_out_at('weaker', 'fuller') }}
        or {{ is_summed_up_in_lead('weaker', 'fuller') }}
        or (
            weaker.is_toll
            and fuller.sentence_number between weaker.sentence_number - 2 and weaker.sentence_number
            and weaker.modality = fuller.modality
            -- who died when no day is told died on the day of the attack
            and (
                weaker.date_start is null
                or fuller.event_date is null
                or weaker.event_date <= fuller.event_date_end and fuller.event_date <= weaker.event_date_end
            )
            -- who died in one town did not die of the strikes on another
            and (weaker.location_id is null or fuller.location_id is null or weaker.location_id = fuller.location_id)
        )
        or (
            (weaker.document_kind = 'article' or weaker.sentence_id = fuller.sentence_id)
            and (
                weaker.event_date is null and fuller.event_date is null
                or (weaker.event_date is null or fuller.event_date is null)
                and (
                    abs(weaker.sentence_number - fuller.sentence_number) <= 3
                    or weaker.event_date is null and weaker.telling in ('bare', 'setting', 'between')
                    or weaker.event_type not in ('CONSULT', 'ASSAULT')
                )
                or (weaker.event_date <= fuller.event_date_end and fuller.event_date <= weaker.event_date_end)
            )
            and (
                weaker.location_id is null and (weaker.document_kind = 'article' or fuller.location_id is null)
                or fuller.location_id is null and weaker.document_kind = 'article'
                or list_contains(weaker.area_ids, fuller.location_id)
                or list_contains(fuller.area_ids, weaker.location_id)
                or fuller.document_kind = 'article'
                and weaker.event_type not in ('ASSAULT', 'AID', 'PROTEST', 'MOBILIZE', 'COERCE', 'CONSULT')
            )
            and (weaker.modality = fuller.modality or weaker.telling in ('bare', 'setting', 'between'))
            -- what the lead tells without a day is no act of months ago
            and not coalesce(
                weaker.line_kind = 'body' and fuller.line_kind = 'body' and weaker.sentence_id <> fuller.sentence_id
                and (
                    weaker.telling = 'verb' and weaker.date_start is null and (weaker.sentence_number <= 5 or weaker.event_type = 'REJECT')
                    and fuller.date_end < weaker.published_date - 7
                    or fuller.telling = 'verb' and fuller.date_start is null and (fuller.sentence_number <= 5 or fuller.event_type = 'REJECT')
                    and weaker.date_end < weaker.published_date - 7
                ),
                false
            )
            and not {{ is_another_gift('weaker', 'fuller') }}
            and not coalesce(weaker.day_told <> fuller.day_told, false)
            -- who calls for one thing and in another sentence for another, calls twice
            and not (
                weaker.event_type = 'REQUEST' and weaker.telling = 'verb' and fuller.telling = 'verb' and weaker.line_kind = 'body'
                and weaker.sentence_id <> fuller.sentence_id
            )
            -- what two different actors do are two acts, though both do it to a third
            and (
                len(weaker.source_sides) = 0
                or len(fuller.source_sides) = 0
                or list_has_any(weaker.source_sides, fuller.source_sides)
                or {{ is_signed_for_states('weaker', 'fuller') }}
            )
            -- "Israel struck the airport as clashes went on in the hills"
            and not coalesce(
                weaker.event_type = 'ASSAULT' and weaker.is_clash <> fuller.is_clash and weaker.clause_number <> fuller.clause_number
                and weaker.line_kind = 'body',
                false
            )
            and not {{ is_strike_of_the_other_side('weaker', 'fuller') }}
            and case
                when weaker.actor_count > 0 and fuller.actor_count > 0
                    then
                        len(list_intersect(weaker.actor_sides, fuller.actor_sides))
                        >= least(len(weaker.actor_sides), len(fuller.actor_sides))
                        -- "the two countries talked about" takes up the meeting of their presidents
                        or weaker.event_type = 'CONSULT'
                        and weaker.event_date is null
                        and abs(weaker.sentence_number - fuller.sentence_number) <= 8
                        and len(list_intersect(weaker.actor_nations, fuller.actor_nations)) >= 2
                        and len(list_intersect(weaker.actor_sides, weaker.actor_nations)) = 2
                        or {{ is_signed_for_states('weaker', 'fuller') }}
                else
                    weaker.sentence_id = fuller.sentence_id
                    or weaker.event_date = fuller.event_date
                    or weaker.location_id = fuller.location_id
                    -- "The deal was signed", behind who signed one
                    or weaker.event_type in ('AGREE', 'CONCEDE', 'RETREAT') and weaker.actor_count = 0 and weaker.telling = 'verb'
                    and not coalesce(weaker.is_told_of_party, false) and weaker.date_start is null and weaker.location_id is null
                    and weaker.sentence_number - fuller.sentence_number between 0 and 4
                    -- "The meeting was held on Monday" takes up the meeting told just before
                    or weaker.event_type = 'CONSULT'
                    and (
                        weaker.actor_count = 0 and weaker.is_definite
                        or fuller.actor_count = 0 and fuller.is_definite
                        -- "They talked about roads", "The two presidents talked": below the title the lead says who they are
                        or weaker.actor_count = 0 and weaker.is_told_of_party
                        and (weaker.char_start > fuller.char_start or weaker.sentence_number <= 2)
                        and weaker.date_start is null and weaker.location_id is null
                    )
                    and abs(weaker.sentence_number - fuller.sentence_number) <= 4
            end
        )
),

repeats as (
    select distinct mention_id
    from pairs
),

-- what the fullest telling leaves open, a repeat in the text may say
supplements as (
    select
        fuller_mention_id as mention_id,
        arg_min(event_date, rank) filter (where date_start is not null and is_near) as event_date,
        arg_min(event_date_end, rank) filter (where date_start is not null and is_near) as event_date_end,
        arg_min(event_date_precision, rank) filter (where date_start is not null and is_near) as event_date_precision,
        arg_min(location_id, rank) filter (where location_id is not null and is_near) as location_id,
        arg_min(mention_id, rank) filter (where has_source) as source_mention_id,
        arg_min(mention_id, rank) filter (where has_target) as target_mention_id,
        arg_min(mention_id, rank) filter (where has_more_parties) as parties_mention_id
    from pairs
    group by fuller_mention_id
),

final as (
    select
        ranked.mention_id,
        ranked.document_id,
        ranked.document_kind,
        ranked.sentence_id,
        ranked.line_kind,
        ranked.event_type,
        ranked.modality,
        ranked.telling,
        ranked.actor_ids,
        ranked.source_ids,
        ranked.speaker_actor_id,
        ranked.char_start,
        ranked.clause_char_start,
        ranked.clause_char_end,
        coalesce(ranked.event_date, supplements.event_date) as event_date,
        case when ranked.event_date is null then supplements.event_date_end else ranked.event_date_end end as event_date_end,
        case
            when ranked.event_date is null and supplements.event_date is not null then supplements.event_date_precision
            else ranked.event_date_precision
        end as event_date_precision,
        coalesce(ranked.location_id, supplements.location_id) as location_id,
        supplements.source_mention_id,
        supplements.target_mention_id,
        supplements.parties_mention_id,
        ranked.date_start is not null or supplements.event_date is not null as is_stated_date
    from ranked
    left join repeats on ranked.mention_id = repeats.mention_id
    left join supplements on ranked.mention_id = supplements.mention_id
    where repeats.mention_id is null
    qualify row_number() over (
        partition by ranked.document_id, ranked.event_type, ranked.clause_char_start, ranked.clause_char_end
        order by ranked.rank
    ) = 1
    or ranked.telling = 'verb' and bool_or(ranked.is_coordinated) over (
        partition by ranked.document_id, ranked.event_type, ranked.clause_char_start, ranked.clause_char_end
    )
)

select * from final
