with

tokens as not materialized (
    select * from {{ ref('int_clause_tokens') }}
),

spans as (
    select * from {{ ref('int_event_actor_spans') }}
    where actor_id is not null and not coalesce(is_locative, false)
),

near_tokens as materialized (
    {{ tokens_at('tokens', 'spans', [
        'token_start - 3', 'token_start - 2', 'token_start - 1', 'token_start', 'token_end', 'token_end + 1', 'token_end + 2', 'token_end + 3'
    ]) }}
),

openings as (
    select * from {{ ref('int_clauses') }}
),

-- "on the sidelines of the spring meetings of the League"
asides as (
    select
        sentence_id,
        min(token_number) as aside_token
    from tokens
    where token_key in ('sidelines', 'sideline', 'margins', 'margin')
    group by sentence_id
),

kinds as (
    select * from {{ ref('actors') }}
),

mentions as (
    select
        mentions.mention_id as actor_mention_id,
        mentions.sentence_id,
        mentions.token_start,
        mentions.token_end,
        mentions.char_start,
        mentions.actor_id,
        mentions.is_person,
        mentions.is_person and coalesce(first.key_before = ',' and after.token_key = ',', false) as is_between_commas,
        {{ russian_case_flags() }},
        coalesce(kinds.actor_type = 'government', false) as is_ministry,
        coalesce(kinds.actor_type = 'state', false) as is_state,
        coalesce(after.token_key = ',', false) as is_before_comma,
        coalesce(
            after.token_kind = 'word'
            and not after.is_lexical and not after.is_chain and not after.is_preposition
            and not list_has_any(after.word_classes, ['coordinator', 'relative', 'that', 'subordinator'])
            -- "the UN Under-Secretary-General"
            or after.token_key = 'under' and second_after.token_key = 'secretary',
            false
        ) as is_before_noun,
        coalesce(after.is_chain or after.is_lexical, false) as is_before_verb,
        coalesce(after.token_key like '%ing', false) as is_before_ing,
        -- "the Red Crescent (SARC)"
        coalesce(after.token_key = '(' and third_after.token_key = ')', false) as is_bracketed,
        coalesce(lead_in.token_key, '') as leading_key,
        mentions.is_of_act,
        coalesce(
            list_has_any(opening.opening_classes, ['preposition', 'subordinator', 'verb_finite'])
            and not coalesce(list_contains(opening.second_classes, 'time_word'), false) -- "On Friday"
            or opening.opening_key like '%ing' or opening.opening_key like '%ed',
            false
        ) as is_opened_obliquely,
        first.comma_count,
        last.is_possessive as is_owner,
        mentions.mention_kind = 'demonym' as is_demonym,
        coalesce(drafting.token_key in ('counterpart', 'counterparts', 'colleague', 'colleagues') and lead_in.token_key in ('from', 'of'), false)
            as is_of_counterparts,
        last.is_possessive and coalesce(first.key_before = ',', false) as is_possessive,
        coalesce(drafting.token_key, '') as led_key,
        {{ russian_agent_reach() }} as agent_reach,
        -- "the decision of Lee to open", "Lee's refusal to sign"
        coalesce(
            lead_in.token_key in ('of', 'by') and drafting.token_key in ({{ words("nouns_of_resolve") }})
            or last.is_possessive and after.token_key in ({{ words("nouns_of_resolve") }})
            or lead_in.token_key in ({{ words("nouns_of_resolve") }}) and mentions.actor_text >= 'А',
            false
        ) as is_resolved,
        -- 'asked the "moderate" opposition'
        coalesce(first.key_before in ('"', '”', '»', '’’'), false) as is_behind_quote,
        first.by_count,
        first.clause_number,
        first.verb_number,
        {{ solid_words_before() }} as solid_before,
        -- "Russian-Turkish"
        first.gap_before = '-' as is_hyphened,
        {{ is_holding_positions() }} as is_holding,
        coalesce(offices.solid_count, last.solid_count) as solid_after,
        {{ mention_governor() }} as governor,
        mentions.mention_kind = 'epithet' and first.key_before = 'a' as is_described,
        coalesce(last.is_possessive and (after.token_key = 'headquarters' or second_after.token_key = 'headquarters'), false) as is_housed,
        -- "a draft sponsored by Germany"
        coalesce(first.governor = 'by' and list_contains(drafting.word_classes, 'drafting') or {{ is_behind_russian_draft() }}, false) as is_drafter,
        coalesce(list_contains(drafting.word_classes, 'hitcause'), false) as is_of_cause,
        coalesce(drafting.token_key in ('participation', 'attendance', 'presence', 'participants'), false) as is_participant
    from spans as mentions
    inner join near_tokens as first
        on mentions.sentence_id = first.sentence_id and mentions.token_start = first.token_number
    inner join near_tokens as last
        on mentions.sentence_id = last.sentence_id and mentions.token_end = last.token_number
    left join near_tokens as after on mentions.sentence_id = after.sentence_id and mentions.token_end + 1 = after.token_number
    -- "Lee, the Omani king, and Kim met"
    left join {{ ref('int_apposed_offices') }} as offices
        on mentions.sentence_id = offices.sentence_id and mentions.token_end = offices.person_end and mentions.is_person
    left join near_tokens as drafting
        on
            mentions.sentence_id = drafting.sentence_id
            and mentions.token_start - case when first.key_before = 'the' then 3 else 2 end = drafting.token_number
    left join near_tokens as lead_in
        on
            mentions.sentence_id = lead_in.sentence_id
            and mentions.token_start - case when first.key_before in ('the', 'a', 'an') then 2 else 1 end = lead_in.token_number
    left join near_tokens as second_after on mentions.sentence_id = second_after.sentence_id and mentions.token_end + 2 = second_after.token_number
    left join near_tokens as third_after on mentions.sentence_id = third_after.sentence_id and mentions.token_end + 3 = third_after.token_number
    left join kinds on mentions.actor_id = kinds.actor_id
    left join asides on mentions.sentence_id = asides.sentence_id and asides.aside_token between mentions.token_start - 10 and mentions.token_start - 3
    left join openings as opening
        on mentions.sentence_id = opening.sentence_id and first.clause_number = opening.clause_number
    where
        -- "spoke of (President) Lee and (President) Kim": what a joint or a preposition opens is no aside
        not (
            first.is_aside
            and not coalesce(lead_in.token_key = '(' and (drafting.is_preposition or drafting.token_key in ('and', 'or')), false)
        )
        -- "Damascus, SANA - ...": who prints it takes no part
        and (coalesce(kinds.actor_type, '') <> 'media' or mentions.token_start > 5 or after.token_kind <> 'punct' and after.gap_before <> '-')
        and not {{ is_relaying_medium() }}
        -- "according to the agency"
        and not coalesce(lead_in.token_key = 'to' and drafting.token_key = 'according', false)
        and not {{ is_of_led_delegation() }}
        -- "Lee gave 3 million and Kim 2 million"
        and not coalesce(
            mentions.token_start > 4 and first.key_before in ('and', ',') and (after.token_kind = 'number' or after.token_key in ('$', '€', '£'))
            -- ", Россия 3 мая подписала"
            and not coalesce(list_contains(second_after.word_classes, 'time_word'), false),
            false
        )
        -- "six Assad associates", "Turkey's allies"
        and coalesce(after.token_key, '') not in ({{ words("followers") }})
        -- "two cousins of President Lee", "President Lee's wife": his kin are not he
        and not coalesce(
            lead_in.token_key = 'of' and drafting.token_key in ({{ words("kin") }}) or last.is_possessive and after.token_key in ({{ words("kin") }}), false
        )
        -- "Syria's warring parties", "Turkey's Arab neighbours"
        and not coalesce(last.is_possessive and ({{ is_no_party('after.token_key') }} or {{ is_no_party('second_after.token_key') }}), false)
        -- "protested in front of Lee's house"
        and not coalesce(last.is_possessive and lead_in.token_key = 'of' and drafting.token_key = 'front', false)
        -- "the UN-backed commission", "a Turkish-held town", "a rebel-supporter"
        and not coalesce(
            after.gap_before = '-'
            and (after.token_key in ({{ words("words_of_dependence") }}) or mentions.actor_text < 'А' and not after.is_capitalised),
            false
        )
),

-- "UN Special Envoy Lee": whose office somebody holds takes no part by that
offices as (
    select * from {{ ref('int_office_mentions') }}
),

owned_offices as (
    select actor_mention_id from offices
    where is_office
),

-- "Walid al-Moallem, Minister of Foreign Affairs, met": the ministry only says who he is
-- "Lebanon's al-Manar TV", "Syria's state news agency SANA"
owners as (
    select
        owners.actor_mention_id
    from mentions as owners
    inner join {{ ref('int_event_actor_spans') }} as owned
        on
            owners.sentence_id = owned.sentence_id
            and owned.token_start between owners.token_end + 1 and owners.token_end + 6
    left join tokens as between_them
        on
            owners.sentence_id = between_them.sentence_id
            and between_them.token_number between owners.token_end + 1 and owned.token_start - 1
    where owners.is_owner and not owned.is_of_act
    group by owners.actor_mention_id, owned.mention_id
    having coalesce(
        bool_and(
            between_them.token_kind = 'word'
            and not between_them.is_lexical
            and not between_them.is_chain
            and not between_them.is_preposition
            and not list_has_any(between_them.word_classes, ['coordinator', 'relative', 'that', 'subordinator', 'event_noun'])
        ),
        true
    )
),

posted as (
    select
        mentions.* exclude (governor),
        coalesce(offices.holder_governor, mentions.governor) as governor
    from mentions
    left join offices on mentions.actor_mention_id = offices.actor_mention_id
),

placed as (
    select
        *,
        lag(is_person) over in_order
        and lag(is_before_comma) over in_order
        and token_start - lag(token_end) over in_order <= 12
        and lag(comma_count) over in_order + 1 = comma_count
        and is_ministry
        and lag(verb_number) over in_order = verb_number
        -- "the Army of Conquest, a rebel alliance, attacked"
        or is_described
        and lag(is_before_comma) over in_order
        and token_start - lag(token_end) over in_order = 3
        -- "Lee of the government and Kim of the opposition met"
        or governor = 'of' and not is_person
        and lag(is_person) over in_order and lag(verb_number) over in_order = verb_number
        and token_start - lag(token_end) over in_order between 2 and 3
        or actor_mention_id in (select actor_mention_id from owned_offices)
        or actor_mention_id in (select actor_mention_id from owners)
        -- "David Lee, the UN coordinator for Syria, condemned"
        or not is_person
        and (leading_key <> ',' or is_before_noun) and not (governor = 'with' and is_before_ing)
        and last_value(case when is_person then comma_count + cast(is_before_comma as integer) end ignore nulls) over before_it
        = comma_count
        and last_value(case when is_person then (clause_number, verb_number) end ignore nulls) over before_it = (clause_number, verb_number)
        and last_value(case when is_person then is_before_comma and governor in ('', 'by') end ignore nulls) over before_it
        -- "the minister of defence of Turkey, Hulusi Akar, said"
        or not is_person
        and governor in ('of', 'for')
        and is_before_comma
        and lead(is_person) over in_order
        and lead(is_before_comma) over in_order
        and lead(leading_key) over in_order = ','
        and lead(comma_count) over in_order = comma_count + 1
        -- "the Office of Assets Control of the Department of the Treasury"
        or governor = 'of' and is_ministry and leading_key = 'of'
        and lag(is_ministry) over in_order and lag(verb_number) over in_order = verb_number
        and token_start - lag(token_end) over in_order between 2 and 7
        -- "UCC Holding of Qatar"
        or governor = 'of' and is_state and leading_key = 'of'
        and not (lag(is_person) over in_order or lag(is_demonym) over in_order or lag(is_state) over in_order)
        and token_start - lag(token_end) over in_order between 2 and 3
        -- "his counterpart from Syria, Lee"
        or is_of_counterparts
        and is_before_comma
        and lead(is_person) over in_order
        and lead(token_start) over in_order = token_end + 2
            as is_apposed
    from posted
    window
        in_order as (partition by sentence_id order by token_start, token_end, actor_id),
        before_it as (
            partition by sentence_id
            order by token_start, token_end, actor_id
            rows between unbounded preceding and 1 preceding
        )
),

reaching as (
    select
        * exclude (solid_after),
        is_person
        and lag(clause_number) over in_order = clause_number
        and (
            governor = 'by' and leading_key = 'by'
            -- "a delegation, led by Lee, arrived"
            and token_start - lag(token_end) over in_order between 3 and 5
            and lag(verb_number) over in_order + 1 = verb_number
            and list_contains(['led', 'headed', 'chaired'], led_key)
            -- "делегация во главе с Ли прибыла"
            or leading_key in ('с', 'со') and led_key = 'глав'
            and lag(verb_number) over in_order = verb_number
        ) as is_led,
        case
            -- "Lee, the UN envoy, and the Russian envoy for Syria, Kim"
            when lead(is_apposed) over in_order and lead(is_apposed, 2) over in_order then lead(solid_after, 2) over in_order
            when lead(is_apposed) over in_order then lead(solid_after) over in_order
            else solid_after
        end as solid_after
    from placed
    window in_order as (partition by sentence_id order by token_start, token_end, actor_id)
),

chained as (
    select
        * exclude (
            is_apposed, is_ministry, is_state, is_before_comma, is_before_noun, comma_count, is_described, verb_number, governor,
            is_owner, is_demonym, is_of_counterparts
        ),
        -- "a delegation led by Lee met"
        if(is_led, lag(verb_number) over in_order, verb_number) as verb_number,
        if(is_led, lag(governor) over in_order, governor) as governor,
        coalesce(
            is_led
            -- "Lavrov and his counterparts from Turkey"
            or is_of_counterparts
            and lag(clause_number) over in_order = clause_number
            and lag(verb_number) over in_order = verb_number
            and token_start - lag(token_end) over in_order between 4 and 6
            or lag(clause_number) over in_order = clause_number
            and lag(verb_number) over in_order = verb_number
            and not is_possessive and not (leading_key like '%ing' and governor = leading_key)
            -- "received Lee, with the two sides signing a deal"
            and not (governor = 'with' and is_before_ing)
            -- "met Assad at the Kremlin", "a strike by Turkey on rebels"
            and not (
                governor in (
                    'at', 'near', 'in', 'to', 'from', 'against', 'on', 'over', 'about', 'for', 'after', 'before', 'during', 'by',
                    'through', 'under', 'into', 'without', 'despite', 'like', 'unlike', 'в', 'на', 'против', 'из', 'от', 'к', 'для', 'после', 'при'
                )
                and governor <> lag(governor) over in_order
            )
            -- "with the help of Iran, the army attacked", "after Lee had left Iran, Iraq attacked": a comma alone joins nobody
            and not (
                leading_key = ','
                and is_opened_obliquely
                and (lag(governor) over in_order <> '' or verb_number > 0)
                and not coalesce(
                    lead(leading_key) over in_order in ('and', 'or', ',', '&', 'и', 'или', 'well')
                    and lead(solid_before) over in_order <= solid_after
                    -- "At the wish of Iran, Iraq and Lebanon joined"
                    and not lead(is_before_verb) over in_order,
                    false
                )
            )
            -- "with the help of Iran the army attacked", but not "with the help of Iran and then Iraq"
            and not (
                governor = '' and lag(governor) over in_order <> '' and token_start - lag(token_end) over in_order between 2 and if(is_before_verb, 5, 3)
                and leading_key not in ('and', 'or', ',', '&', 'и', 'или', 'а', 'well') and (led_key <> 'and' or leading_key <> 'then')
                -- "с министрами Турции Акаром и Ирана Багери"
                and led_key <> 'и'
            )
            and solid_before <= lag(solid_after) over in_order
            and token_start > lag(token_end) over in_order + 1
            or token_start = lag(token_start) over in_order
            or is_hyphened and token_start = lag(token_end) over in_order + 1,
            false
        ) as is_joined
    from reaching
    where not coalesce(is_apposed, false)
    window in_order as (partition by sentence_id order by token_start, token_end, actor_id)
),

grouped as (
    select
        *,
        sum(cast(not is_joined as integer)) over (
            partition by sentence_id order by token_start, token_end, actor_id
            rows between unbounded preceding and current row
        ) as group_number
    from chained
),

final as (
    select
        actor_mention_id,
        sentence_id,
        actor_id,
        is_person,
        is_of_act,
        is_housed,
        token_start,
        token_end,
        clause_number,
        verb_number,
        by_count,
        cast(group_number as integer) as group_number,
        min(token_start) over (partition by sentence_id, group_number) as group_start,
        max(token_end + if(is_bracketed, 3, 0)) over (partition by sentence_id, group_number) as group_end,
        first_value(governor) over in_group as group_governor,
        first_value(is_drafter) over in_group as is_group_of_drafters,
        first_value(is_behind_quote) over in_group as is_group_behind_quote,
        -- "the envoy, Geir Pedersen, warned"
        bool_or(is_between_commas) over whole_group
        or is_person and count(*) over (partition by sentence_id, group_number, actor_id) > 1
            as is_group_apposed,
        first_value(is_nominative) over in_group as is_group_nominative,
        first_value(is_direct) over in_group as is_group_direct,
        first_value(is_oblique) over in_group as is_group_oblique,
        is_resolved,
        agent_reach,
        first_value(is_participant) over in_group as is_taking_part,
        first_value(is_of_cause) over in_group as is_group_of_cause,
        first_value(is_holding) over in_group as is_group_holding
    from grouped
    window
        in_group as (partition by sentence_id, group_number order by token_start, token_end, actor_id),
        whole_group as (partition by sentence_id, group_number)
)

select * from final
