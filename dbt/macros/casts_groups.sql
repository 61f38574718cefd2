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
        -- "brought parcels from pupils and the Scouts to the schools"
        when
            coalesce(first.governor, '') = '' and lead_in.token_key = 'and' and drafting.governor = 'from'
            and (after.is_preposition or after.token_kind = 'punct')
            then 'from'
        -- "experts from Jordan", but not "aid from Jordan"
        when first.governor = 'from' and lead_in.token_key = 'from' and list_has_any(drafting.word_classes, ['body_noun', 'visitor', 'other_party'])
            then 'of'
        -- "the United States, joined by France, struck"
        when first.governor = 'by' and lead_in.token_key = 'by' and drafting.token_key in ('joined', 'accompanied', 'flanked', 'headed')
            then 'together with'
        -- "In coordination with Iran, Lee opened the road"
        when
            first.governor = 'with' and lead_in.token_key = 'with'
            -- "In a joint convoy with it"
            and (drafting.token_key in ({{ words("concert") }}) or drafting.key_before = 'joint')
            then 'together with'
        -- a Russian name that stands in the nominative is governed by nothing
        when
            first.governor in ('на', 'в', 'во', 'с', 'со', 'по', 'о', 'об', 'от', 'из', 'к', 'у', 'за', 'после', 'для', 'при', 'над', 'под')
            and lead_in.token_key <> first.governor
            and {{ is_russian_nominative("mentions.actor_text", "mentions.is_person") }}
            then ''
        -- "до этого Россия наложила вето"
        when lead_in.token_key in ('этог', 'этом', 'тог', 'чег') and mentions.actor_text >= 'А' then ''
        -- "На заседании Совбеза Россия наложила вето": whose meeting it is
        when
            list_contains(lead_in.word_classes, 'meeting') and mentions.actor_text >= 'А' and coalesce(first.governor, '') = ''
            and lead_in.token_number <= lead_in.clause_start + 2 and list_contains(opening.opening_classes, 'preposition')
            then 'на'
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
        -- "troops guard the fields on Trump's orders": who has them do it
        when last.is_possessive and after.token_key in ('orders', 'order', 'instructions', 'behest', 'request', 'invitation', 'initiative') then 'in'
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
        -- "On social media Lee welcomed", "In Hama province rebels attacked": a name before a verb is no part of what a preposition opens
        when
            first.verb_number = 0 and first.governor in ('on', 'in', 'at', 'near')
            and (mentions.is_person or lead_in.token_key <> first.governor and not list_contains(lead_in.word_classes, 'body_noun'))
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
                -- "In Homs the Red Crescent (SARC) gave"
                and (after.is_chain or after.is_lexical or after.token_key = '(')
                -- "In the operations many rebel fighters were killed"
                or first.key_before in ('many', 'several', 'some', 'two', 'three', 'four', 'five') and drafting.token_key <> first.governor
                and (after.is_chain or second_after.is_chain)
                -- "In Moscow President Lee and Kim agreed": the place has taken the preposition
                or lead_in.is_name_part and first.key_before <> ',' and list_contains(opening.opening_classes, 'preposition')
            )
            and not lead_in.is_preposition
            and not list_has_any(lead_in.word_classes, ['coordinator', 'relative', 'that', 'subordinator'])
            then ''
        -- "By the end of this week the agency expects", "In the last month Lee met"
        when
            first.verb_number = 0 and first.governor <> '' and lead_in.token_key in ({{ words("calendar_words") }}) and (after.is_chain or after.is_lexical)
            then ''
        -- "To follow developments the league set up": who acts stands behind what he acts for
        when opening.opening_key = 'to' and first.governor = 'to' and lead_in.token_key <> 'to' then ''
        else coalesce(first.governor, '')
    end
{%- endmacro %}

{#- "two died, the agency quoted a source", "a statement carried by the agency", "на которое ссылается агентство": who prints what others say
    takes no part; names relations of int_actor_groups. -#}
{% macro is_relaying_medium() -%}
    coalesce(
        kinds.actor_type = 'media' and (
            after.token_key in ('quoted', 'quotes', 'cited', 'quoting', 'citing')
            or lead_in.token_key = 'by' and drafting.token_key in ({{ words("words_of_relaying") }})
            or regexp_matches(lead_in.token_key, '^(?:ссыла|цитиру|процитир)')
        ),
        false
    )
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

{#- "and dozens of rebels", "a number of Turkish troops", "and factions of the group"; names relations of int_actor_groups. -#}
{% macro is_behind_quantity() -%}
    coalesce(
        drafting.token_key in ('number', 'dozens', 'hundreds', 'thousands', 'scores', 'handful', 'couple') and drafting.key_before in ('and', 'a')
        or drafting.token_key in ({{ words("people_of_a_body") }}) and drafting.key_before = 'and',
        false
    )
{%- endmacro %}

{#- How many words that are no mere joints stand before a mention, those left out that its list lets stand; names relations of
    int_actor_groups. -#}
{% macro solid_words_before() -%}
    first.solid_count
    - case
        -- "Лавров и его турецкий коллега Фидан": his kin is told of in three words
        when lead_in.token_key = 'коллег' then 4
        when lead_in.token_key = 'of' and {{ is_behind_quantity() }} then 3
        -- "встреча Шойгу с министром Акаром"
        when lead_in.token_key in ('с', 'со') and not first.is_capitalised then 2
        -- "appealed to Lee and to Kim"
        when lead_in.token_key = 'to' and drafting.token_key = 'and' then 2
        else 1
    end
{%- endmacro %}

{#- "Lee called for talks before the end of the year and left", "refused to have signed it": whether a clause goes on with the subject of one
    before it; names relations of int_actor_standings. -#}
{% macro goes_on_with_a_subject() -%}
    (
        list_contains(opening_classes, 'coordinator') or opening_key in ('–', '—', '-') or opening_key = 'to' and verb_form = 'perfect'
        -- the clause opens with its verb
        or chain_start = clause_start_token and key_before_clause in ('and', 'but', 'or') and not coalesce(is_group_dependent, false)
    )
{%- endmacro %}

{#- "received a Russian delegation led by Lee": he is received, not the state; names relations of int_actor_groups. -#}
{% macro is_of_led_delegation() -%}
    coalesce(
        first.verb_number > 0 and (
            last.token_key = 'delegation'
            and if(after.token_key = ',', second_after.token_key, after.token_key) in ('headed', 'led', 'chaired', 'comprising')
            or after.token_key = 'delegation'
            and if(second_after.token_key = ',', third_after.token_key, second_after.token_key) in ('headed', 'led', 'chaired', 'comprising')
            or second_after.token_key = 'delegation' and third_after.token_key in ('headed', 'led', 'chaired', 'comprising')
            or 'делегац' in (last.token_key, lead_in.token_key) and after.token_key = 'во' and second_after.token_key = 'глав'
        ),
        false
    )
{%- endmacro %}
