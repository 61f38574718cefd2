{#- Whether a trigger says that somebody must do something. -#}
{% macro is_of_duty() -%}
    (trigger_kind = 'phrase' and {{ is_trigger("of_duty") }})
{%- endmacro %}

{#- Whom a passive act is aimed at: "rockets were fired at the army", "the town was taken from the rebels". -#}
{% macro is_aim() -%}
    (
        group_governor in ('at', 'on', 'upon', 'against', 'toward', 'towards')
        and (is_group_of_cause or {{ is_trigger("firing") }})
        or group_governor in ('from', 'от') and {{ is_trigger("taking") }}
        or is_group_holding
    )
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
        when token_start > trigger_start and token_end < trigger_end then null -- "expressed his gratitude to"
        when token_start <= trigger_end and token_end >= trigger_start then 1
        when event_type = 'CONSULT' and telling = 'verb' and is_housed and clause_number = trigger_clause and token_start > trigger_end then 1
        -- "condemned the restrictions that the United States imposed"
        when
            (event_type = 'ACCUSE' or event_type = 'SUPPORT' and ({{ is_trigger("thanking") }} or {{ is_trigger("praising") }} and comma_count = trigger_comma_count))
            and telling = 'verb'
            and clause_number = trigger_clause + 1
            and is_group_relative
            -- "praised the steps and said that Turkey would help"
            and not is_behind_another_verb
            and group_governor = ''
            and verb_number = 0
            then 4
        -- "the draft of Russia that the Council rejected"
        when
            is_relative and telling = 'verb' and not is_passive and opening_key not in ('where', 'when', 'why', 'how')
            and token_end >= clause_start_token - case
                -- "the company, with which Lee signed a contract"
                when opening_key in ('whom', 'which') and key_before_clause in ('with', 'to', 'against', 'at') then 3
                when opening_key = 'whom' or opening_key = 'which' and key_before_clause = ',' and anchor_verb_number = 1 then 2
                else 1
            end
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
            and not is_behind_another_verb
            and group_governor = ''
            and verb_number = 0
            then 5
        -- "received the envoy and asked for flour"
        when
            event_type = 'REQUEST' and telling = 'verb' and anchor_key_before = 'and' and is_person
            and group_governor in ('', 'with', 'to')
            and (
                token_end < chain_start and clause_number = trigger_clause and verbs_between = 1
                -- "spoke with the minister, and asked"
                or clause_number = trigger_clause - 1 and opening_key = 'and' and verb_number = 1 and chain_start = clause_start_token + 1
            )
            then 7
        -- "pledged that Russia would help the government"
        when
            event_type = 'PROMISE' and telling = 'verb' and clause_number = trigger_clause + 1 and own_opening_key = 'that'
            and not is_behind_another_verb and group_governor = '' and key_before_group in ('help', 'assist', 'support', 'aid', 'protect', 'defend')
            then 5
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
        -- "lifted US sanctions on Syria": whose they were comes last
        when event_type in ('CONCEDE', 'SANCTION') and telling = 'verb' and is_of_act and group_governor in ('', 'of') then 7
        -- "After Iran withdrew its men, Egypt sent some": whose verb follows is not whom this one takes
        when
            comma_count > trigger_comma_count and is_before_verb and group_governor = ''
            -- "killed ten, most of them children, the agency said"
            and (list_contains(opening_classes, 'subordinator') or key_before_group = ',' and telling = 'verb')
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
            telling = 'verb' and verb_number = anchor_verb_number and group_governor = 'from' and {{ is_trigger("taking") }}
            then 1
        when
            telling = 'verb'
            and verb_number = anchor_verb_number
            and group_governor not in (
                'by', 'together with', 'in', 'from', 'after', 'before', 'during', 'under', 'through', 'near', 'since',
                'о', 'об', 'из', 'при', 'после', 'до', 'под'
            )
            and not (actor_pattern = 'participants' and group_governor = 'at')
            and not (event_type = 'AGREE' and is_group_of_drafters)
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

{#- Whose attack is repelled: "repelled a Turkish attack on the town", "repelled an attack on the town by the group", "the group's attack was
    repelled by the army"; names relations of int_actor_standings. -#}
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

{#- Who stands behind "including" before a verb; names relations of int_actor_standings. -#}
{% macro is_among_subjects() -%}
    (
        token_end < chain_start and clause_number = trigger_clause and telling = 'verb' and group_governor = 'including'
        and verb_number = 0 and verbs_between = 1
    )
{%- endmacro %}

{#- Who acts in "after meeting Lee, Kim left" and "Kim left after meeting Lee": the subject of the clause that the gerund belongs to; cases of
    int_actor_standings. -#}
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
            -- "The road is open, Lee wrote after meeting Kim"
            when
                verb_form = 'participial' and clause_number = trigger_clause - 1 and group_governor = '' and verb_number > 0 and is_before_verb
                and list_contains(opening_classes, 'subordinator')
                then 5
{%- endmacro %}
