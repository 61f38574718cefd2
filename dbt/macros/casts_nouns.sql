{#- Where a group of actors stands to a noun that tells an act, as whom it is done to: none is nobody. -#}
{% macro noun_target_rank() -%}
    case
        when telling = 'verb' or clause_number <> trigger_clause then null
        when
            token_start > trigger_end and group_start - trigger_end <= 8
            and (
                group_governor in ('against', 'on', 'to', 'for', 'with')
                -- "начали наступление на позиции армии"
                or event_type = 'ASSAULT' and group_governor in ('на', 'по', 'против') and ends_with(trigger_id, '-ru')
            )
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
        -- "leads it for the Government, with support from donors": whose the support is stands behind it
        when telling = 'light' and trigger_key_before = 'with' and token_end < trigger_start and comma_count < trigger_comma_count then null
        when token_end < trigger_start and trigger_start - token_end <= 3 and verb_number = anchor_verb_number then 1
        -- "With commanders of the opposition in Homs talks go on"
        when
            telling = 'happening' and event_type = 'CONSULT' and opening_key = 'with' and group_governor in ('with', 'of') and verb_number = 0
            and token_end < trigger_start and group_start - clause_start_token <= 6
            then 1
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
        when
            event_type = 'AGREE' and token_start > trigger_end and group_governor in ('of', 'by', 'between') and group_start <= trigger_end + 14
            -- "the deal was signed in the presence of Lee"
            and not is_taking_part
            then 3
        when telling = 'bare' and event_type = 'ASSAULT' and is_accused and token_end < trigger_start then 3
    end
{%- endmacro %}
