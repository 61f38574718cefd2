{#- Whether a trigger of support gives thanks. -#}
{% macro is_thanking() -%}
    {{ is_trigger("thanking") }}
{%- endmacro %}

{#- "welcomed the unity that the Council had shown": whose deed it is. -#}
{% macro is_praising() -%}
    {{ is_trigger("praising") }}
{%- endmacro %}

{#- Whether a trigger says that somebody must do something. -#}
{% macro is_of_duty() -%}
    (trigger_kind = 'phrase' and {{ is_trigger("of_duty") }})
{%- endmacro %}

{#- Whom a passive act is aimed at: "rockets were fired at the army", "the town was taken from the rebels". -#}
{% macro is_aim() -%}
    (
        group_governor in ('at', 'on', 'upon', 'against', 'toward', 'towards')
        and (is_group_of_cause or {{ is_trigger("firing") }})
        or group_governor in ('from', 'от') and {{ is_taking() }}
        or is_group_holding
    )
{%- endmacro %}

{#- Whether a trigger takes something from somebody. -#}
{% macro is_taking() -%}
    {{ is_trigger("taking") }}
{%- endmacro %}

{#- Whoever a state has within it or beside it is not the state: "Syria's warring parties". -#}
{% macro is_no_party(key) -%}
    coalesce({{ key }} in ('sides', 'parties', 'factions', 'neighbours', 'neighbors', 'children', 'civilians', 'refugees'), false)
{%- endmacro %}

{#- Where a group of actors stands behind a verb that takes it as its object: 1 is the plainest place; none is no object. -#}
{% macro clause_object_rank() -%}
    case
        -- "demanded that Turkey stop the raids"
        when
            event_type = 'REQUEST'
            and telling = 'verb'
            and clause_number = trigger_clause + 1
            and group_governor = ''
            and group_start between trigger_end + 2 and trigger_end + 4
            and verb_number = 0
            then 2
        when telling = 'verb' and group_governor = '' and {{ is_trigger("walking") }} then null
        -- "briefed the Security Council", "met in the headquarters of the League"
        when token_start <= trigger_end and token_end >= trigger_start then 1
        when event_type = 'CONSULT' and telling = 'verb' and is_housed and clause_number = trigger_clause and token_start > trigger_end then 1
        -- "condemned the restrictions that the United States imposed"
        when
            (event_type = 'ACCUSE' or event_type = 'SUPPORT' and ({{ is_thanking() }} or {{ is_praising() }} and comma_count = trigger_comma_count))
            and telling = 'verb'
            and clause_number = trigger_clause + 1
            and is_group_relative
            and group_governor = ''
            and verb_number = 0
            then 4
        -- "the draft of Russia that the Council rejected"
        when
            is_relative and telling = 'verb' and not is_passive and opening_key not in ('where', 'when', 'why', 'how')
            and token_end >= clause_start_token - if(opening_key = 'whom' or opening_key = 'which' and key_before_clause = ',' and anchor_verb_number = 1, 2, 1)
            and token_end < clause_start_token
            -- "the envoy who met Lee": who acts
            and chain_start > clause_start_token + 1
            and not (opening_key = 'that' and (is_person or group_governor = '' and verb_number > 0))
            then 3
        -- "complained that Israel had bombed"
        when
            event_type = 'ACCUSE'
            and telling = 'verb'
            and clause_number = trigger_clause + 1
            and own_opening_key = 'that'
            and group_governor = ''
            and verb_number = 0
            then 5
        -- "received the envoy and asked for flour"
        when
            event_type = 'REQUEST' and telling = 'verb' and anchor_key_before = 'and' and is_person
            and token_end < chain_start and clause_number = trigger_clause and group_governor in ('', 'with', 'to') and verbs_between = 1
            then 7
        when event_type = 'REJECT' and telling = 'verb' and is_group_of_drafters and clause_number = trigger_clause then 1
        -- "bombed positions that the group holds", "shelled posts held by the group"
        when
            event_type = 'ASSAULT' and telling in ('verb', 'light', 'happening') and is_group_holding and group_start > trigger_end
            and clause_number between trigger_clause and trigger_clause + 1
            then 2
        -- "a strike on the group killed four"
        when
            event_type = 'ASSAULT' and telling = 'verb' and is_group_of_cause and group_governor in ('on', 'upon', 'against', 'at')
            and clause_number = trigger_clause
            and (not is_passive and token_end < chain_start and verb_number = 0 or is_passive and token_start > trigger_end)
            then 8
        -- "attacks on the stronghold of the rebels have grown": only whose the attacks are, attacks
        when
            is_growing_attack and not is_group_of_cause and not is_passive
            and group_governor = 'of' and token_end < chain_start and clause_number = trigger_clause and verb_number = 0
            then 8
        when {{ is_russian_object_before() }} then 9
        when token_start <= trigger_end or clause_number <> trigger_clause then null
        -- "After Iran withdrew its men, Egypt sent some": whose verb follows is not whom this one takes
        when
            comma_count > trigger_comma_count and is_before_verb and group_governor = '' and list_contains(opening_classes, 'subordinator')
            then null
        -- "rejected the results of an inquiry by the body", "condemned the attack by Israel"
        when
            telling = 'verb' and event_type in ('REJECT', 'ACCUSE', 'SUPPORT') and not is_passive
            and verb_number = anchor_verb_number and group_governor = 'by' and group_start - trigger_end between 3 and 9
            then 6
        -- "leased the port of Tartus in Syria"
        when {{ is_trigger("leasing") }} and telling = 'verb' and group_governor in ('in', 'from') and group_start - trigger_end <= 8 then 1
        -- "cancelled the contract with Lee"
        when
            {{ is_trigger("parting") }} and telling = 'verb' and group_governor in ('with', 'с', 'со')
            and verb_number = anchor_verb_number
            then 1
        -- "seized the town from the rebels"
        when
            telling = 'verb' and verb_number = anchor_verb_number and group_governor = 'from' and {{ is_taking() }}
            then 1
        when
            telling = 'verb'
            and verb_number = anchor_verb_number
            and group_governor not in (
                'by', 'together with', 'in', 'from', 'after', 'before', 'during', 'under', 'through', 'near', 'since',
                'о', 'об', 'из', 'при', 'после', 'до', 'под'
            )
            and not (actor_pattern = 'participants' and group_governor = 'at')
            and not ({{ is_trigger("complaining") }} and group_governor in ('to', 'with'))
            -- "exchanged prisoners in the presence of the Red Cross"
            and not (is_taking_part and group_governor = 'of' and actor_pattern = 'participants' and event_type <> 'CONSULT')
            -- "sent a delegation to Ankara": where one goes
            and not (
                not is_person and group_governor not in ('with', 'с', 'со')
                and {{ is_trigger("visiting") }}
            )
            -- "set up the centre": what is made takes no part
            and not ({{ is_trigger("founding") }} and not is_person and group_governor in ('', 'for'))
            -- "extended the mandate of the mission"
            and not (group_governor = 'of' and {{ is_trigger("prolonging") }})
            -- "discussed Iran": a topic
            and not ({{ is_trigger("discussing") }} and not is_person and group_governor = '')
            -- "offered to mediate between Lee and Kim"
            and not (event_type = 'PROMISE' and group_governor in ('between', 'among', 'against'))
            and not (event_type = 'CONSULT' and group_governor in ('between', 'about', 'for', 'over', 'on', 'regarding', 'including', 'concerning'))
            and not (event_type = 'AGREE' and actor_pattern = 'participants' and group_governor in ('about', 'for', 'over', 'on', 'regarding', 'concerning'))
            -- "urged partners to help Syria", "called on donors for aid to Syria": who is asked stands next to the verb
            and not (
                event_type = 'REQUEST'
                and (
                    -- "urged the UN envoy for Syria, Lee, to report"
                    group_start - trigger_end > case when is_person then 9 when group_governor = '' and not is_group_behind_quote then 3 else 6 end
                    or group_governor not in ('', 'of', 'to', 'on', 'upon', 'from', 'for', 'with', 'against', 'к', 'с', 'от', 'у')
                    and not group_governor like '%ing'
                )
            )
            -- "sent troops under an agreement with Lee"
            and not (event_type in ('MOBILIZE', 'RETREAT', 'AID') and group_governor = 'with' and group_start - trigger_end > 3)
            then 1
    end
{%- endmacro %}

{#- The preposition that governs a mention of int_actor_groups, empty where it may be a subject or an object; names its relations. -#}
{% macro mention_governor() -%}
    case
        -- "Meeting Lee in Geneva, Kim promised"
        when
            lead_in.token_key like '%ing' and coalesce(first.governor, '') = ''
            and (
                lead_in.token_number = lead_in.clause_start
                -- "After meeting Lee, Kim promised"
                or lead_in.token_number = lead_in.clause_start + 1 and list_contains(opening.opening_classes, 'subordinator')
            )
            -- "by closing Lee's office"
            or lead_in.token_key like '%ing' and first.governor in ('by', 'upon', 'through', 'following') and drafting.token_key = first.governor
            -- "with Lee praising Kim"
            or lead_in.token_key like '%ing' and first.governor = 'with' and drafting.is_name_part
            then lead_in.token_key
        -- "experts from Jordan", but not "aid from Jordan"
        when first.governor = 'from' and lead_in.token_key = 'from' and list_has_any(drafting.word_classes, ['body_noun', 'visitor', 'other_party'])
            then 'of'
        -- "the United States, joined by France, struck"
        when first.governor = 'by' and lead_in.token_key = 'by' and drafting.token_key in ('joined', 'accompanied', 'flanked', 'headed')
            then 'together with'
        -- "In coordination with Iran, Lee opened the road"
        when
            first.governor = 'with' and lead_in.token_key = 'with'
            and drafting.token_key in ({{ words("concert") }})
            then 'together with'
        -- a Russian name that stands in the nominative is governed by nothing
        when
            first.governor in ('на', 'в', 'с', 'по', 'о', 'об', 'от', 'из', 'к', 'у', 'за', 'после', 'для', 'при', 'над', 'под')
            and lead_in.token_key <> first.governor
            and {{ is_russian_nominative("mentions.actor_text", "mentions.is_person") }}
            then ''
        -- "at least three Russian soldiers"
        when first.governor = 'at' and (lead_in.token_key in ('least', 'most') or drafting.token_key in ('least', 'most')) then ''
        -- "at the request of Lee", "on the sidelines of the meetings of the League": nobody whom the verb takes
        when
            first.governor = 'of' and lead_in.token_key = 'of'
            and (
                drafting.token_key in ('request', 'behest', 'sidelines', 'sideline', 'margins', 'margin') and drafting.key_before = 'the'
                -- "struck Ghouta, the last enclave of the rebels"
                or drafting.token_key in ({{ words("last_strongholds") }})
                or asides.aside_token is not null
            )
            then 'in'
        -- "with the support of Iran, the army attacked": who helps
        when
            first.governor = 'of' and lead_in.token_key = 'of' and drafting.governor in ('with', 'under', 'through', 'without', 'thanks')
            and drafting.token_key in ({{ words("words_of_support") }})
            then 'in'
        -- "two Russian soldiers and a number of Turkish troops"
        when lead_in.token_key = 'of' and {{ is_behind_quantity() }} then ''
        -- "began a campaign in support of Lee"
        when
            first.governor = 'of' and lead_in.token_key = 'of' and drafting.key_before = 'in'
            and drafting.token_key in ({{ words("purposes") }})
            then 'in'
        -- "rebels led by the group attacked", "the coalition headed by France struck": before a verb who leads, acts
        when
            first.governor = 'by' and lead_in.token_key = 'by' and drafting.token_key in ('led', 'headed') and not mentions.is_person
            and (kinds.actor_type = 'armed_group' or after.is_chain or after.is_lexical)
            then ''
        -- "By it Israel withdrew", "Under this Russia paid"
        when
            first.governor <> '' and lead_in.token_key in ('it', 'this', 'that', 'them', 'which')
            and list_contains(opening.opening_classes, 'preposition') and lead_in.token_number <= lead_in.clause_start + 1
            and (after.is_chain or after.is_lexical)
            then ''
        -- "On social media Lee welcomed", "In an interview Lee warned": a name before a verb is no part of what a preposition opens
        when
            mentions.is_person and first.verb_number = 0 and first.governor in ('on', 'in', 'at')
            and (after.is_chain or after.is_lexical)
            and list_contains(opening.opening_classes, 'preposition')
            and lead_in.token_kind = 'word' and not lead_in.is_capitalised and not lead_in.is_preposition
            and not lead_in.is_lexical and not lead_in.is_chain and lead_in.token_key not in ('and', 'or', 'the', 'a', 'an', 'his', 'her', 'its')
            then ''
        -- "In a large operation the army has struck", "Over the weekend the group had fired"
        when
            first.verb_number = 0 and first.governor <> '' and lead_in.token_key <> first.governor
            and (
                (first.key_before = 'the' or starts_with(lower(mentions.actor_text), 'the ') and first.key_before <> first.governor)
                and (after.is_chain or after.is_lexical)
                -- "In the operations many rebel fighters were killed"
                or first.key_before in ('many', 'several', 'some', 'two', 'three', 'four', 'five') and drafting.token_key <> first.governor
                and (after.is_chain or second_after.is_chain)
                -- "In Moscow President Lee and Kim agreed": the place has taken the preposition
                or lead_in.is_name_part and first.key_before <> ',' and list_contains(opening.opening_classes, 'preposition')
            )
            and not lead_in.is_preposition
            and not list_has_any(lead_in.word_classes, ['coordinator', 'relative', 'that', 'subordinator'])
            then ''
        -- "To follow developments the league set up": who acts stands behind what he acts for
        when opening.opening_key = 'to' and first.governor = 'to' and lead_in.token_key <> 'to' then ''
        else coalesce(first.governor, '')
    end
{%- endmacro %}

{#- "positions that the army holds", "posts manned by the group"; names relations of int_actor_groups. -#}
{% macro is_holding_positions() -%}
    coalesce(
        lead_in.token_key in ('that', 'which') and drafting.token_key in ({{ words("words_of_positions") }})
        and if(after.token_key in ('has', 'had', 'have', 'was', 'were'), second_after.token_key, after.token_key)
        in ({{ words("verbs_of_holding") }})
        or lead_in.token_key = 'by' and drafting.key_before in ({{ words("words_of_positions") }})
        and drafting.token_key in ({{ words("participles_of_holding") }}),
        false
    )
{%- endmacro %}

{#- "and dozens of rebels", "a number of Turkish troops"; names relations of int_actor_groups. -#}
{% macro is_behind_quantity() -%}
    coalesce(
        drafting.token_key in ('number', 'dozens', 'hundreds', 'thousands', 'scores', 'handful', 'couple') and drafting.key_before in ('and', 'a'), false
    )
{%- endmacro %}

{#- Where a group of actors stands to a noun that tells an act, as whom it is done to: none is nobody. -#}
{% macro noun_target_rank() -%}
    case
        when telling = 'verb' or clause_number <> trigger_clause then null
        when
            token_start > trigger_end and group_governor in ('against', 'on', 'to', 'for', 'with') and group_start - trigger_end <= 8
            and not (event_type = 'CONSULT' and group_governor in ('on', 'for'))
            then 1
        -- "Israel's bombing of Iranian positions", "the bombing of rebels by Israel": who acts stands before the noun or behind "by"
        when
            token_start > trigger_end and group_governor = 'of' and has_owner
            and actor_pattern <> 'participants' and event_type not in ('MOBILIZE', 'RETREAT')
            and group_start - trigger_end <= 6
            then 1
        when telling = 'happening' and is_person and token_start > trigger_end and group_governor = 'to' then 1
    end
{%- endmacro %}

{#- Whose attack is repelled: "repelled a Turkish attack on the town", "repelled an attack on the town by the group", "the group's attack was
    repelled by the army"; names relations of int_clause_actors. -#}
{% macro is_repelled_attacker() -%}
    (
        {{ is_trigger("repelling") }} and telling = 'verb' and clause_number = trigger_clause
        and case
            when is_passive then token_end < chain_start and verb_number < anchor_verb_number
            else token_start > trigger_end and verb_number = anchor_verb_number
        end
        and (
            -- "fought off a Turkish attack"
            (is_before_attack or is_of_act) and group_governor in ('', 'off')
            or group_governor = 'by'
            or group_governor in ('of', 'from') and is_group_of_cause
        )
        or {{ is_russian_repelled_attacker() }}
    )
{%- endmacro %}

{#- Who stands behind "including" before a verb; names relations of int_clause_actors. -#}
{% macro is_among_subjects() -%}
    (
        token_end < chain_start and clause_number = trigger_clause and telling = 'verb' and group_governor = 'including'
        and verb_number = 0 and verbs_between = 1
    )
{%- endmacro %}

{#- Who acts in "after meeting Lee, Kim left" and "Kim left after meeting Lee": the subject of the clause that the gerund belongs to; cases of
    int_clause_actors. -#}
{% macro gerund_subject_ranks() -%}
            when
                verb_form = 'participial' and clause_number = trigger_clause and group_governor = '' and token_start > trigger_end
                and comma_count > trigger_comma_count and verb_number = anchor_verb_number and chain_start <= clause_start_token + 1
                then 4
            -- "with Lee visiting the camp"
            when verb_form = 'participial' and clause_number = trigger_clause and group_governor = 'with' and group_end = chain_start - 1 then 1
            when
                verb_form = 'participial' and clause_number = trigger_clause - 1 and group_governor = '' and verb_number = 0
                and list_contains(opening_classes, 'subordinator')
                then 6
{%- endmacro %}

{#- Where a group of actors stands to a noun that tells an act, as who does it: 1 is the plainest place; none is nobody. -#}
{% macro noun_source_rank() -%}
    case
        when
            telling = 'setting' and clause_number = trigger_clause and token_start > trigger_end
            -- "At their meeting in Brussels EU ministers agreed"
            and (is_person and verb_number <= 1 or group_start - trigger_end <= 3 or is_own_meeting and verb_number = 0 and group_governor = '') then 1
        -- "Following Lee's talks with Kim, prices rose"
        when
            telling = 'setting' and clause_number = trigger_clause and trigger_start - token_end between 1 and 2
            and verb_number = anchor_verb_number
            then 1
        when telling = 'related' and clause_number = trigger_clause + 1 and (verb_number = 0 or group_governor = 'between') then 1
        when telling in ('verb', 'setting') or clause_number <> trigger_clause then null
        when token_end < trigger_start and trigger_start - token_end <= 3 and verb_number = anchor_verb_number then 1
        -- "the conference began with the participation of"
        when telling = 'happening' and event_type = 'CONSULT' and group_governor = 'of' and is_taking_part then 1
        when token_end < trigger_start and trigger_start - token_end <= 3 then 2
        -- "состоялась встреча Лаврова с Асадом"
        when
            telling = 'happening' and ends_with(trigger_id, '-ru') and token_start > trigger_end
            and (group_governor = '' and group_start - trigger_end <= 4 or group_governor in ('с', 'со', 'межд') and group_start - trigger_end <= 14)
            then 2
        when
            token_start > trigger_end and group_governor in ('of', 'by', 'between', 'with', 'from') and group_start - trigger_end <= 6
            and not (group_governor = 'of' and has_owner and actor_pattern <> 'participants' and event_type not in ('MOBILIZE', 'RETREAT'))
            then 2
        -- "the shelling of a market in the town by the army"
        when
            token_start > trigger_end and group_governor = 'by' and group_start - trigger_end <= 12
            and verb_number = anchor_verb_number - cast(telling = 'happening' as integer)
            then 2
        -- "clashes broke out in the south between Lee and Kim"
        when telling = 'happening' and token_start > trigger_end and group_governor = 'between' and group_start - trigger_end <= 14 then 2
        -- "Со стороны группировки отмечены обстрелы"
        when telling = 'happening' and event_type = 'ASSAULT' and group_governor in ('с', 'со') and token_end < trigger_start then 2
        -- "the proposal went out from Lee to Kim"
        when telling = 'happening' and is_person and token_start > trigger_end and group_governor = 'from' then 2
        -- "the Memorandum on the zones, the work of Russia and Iran"
        when event_type = 'AGREE' and token_start > trigger_end and group_governor in ('of', 'by', 'between') and group_start <= trigger_end + 14 then 3
        when telling = 'bare' and event_type = 'ASSAULT' and is_accused and token_end < trigger_start then 3
    end
{%- endmacro %}
