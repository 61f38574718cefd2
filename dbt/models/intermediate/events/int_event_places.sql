with

-- "two attacks on one town and an attack on another": of several nouns each has what stands behind it
candidates as (
    select
        *,
        case when telling = 'bare' then lag(token_end) over nouns end as noun_before,
        case when telling = 'bare' then lead(token_start) over nouns end as noun_after,
        event_type in ('REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROMISE', 'SUPPORT') as is_speech_act
    from {{ ref('int_event_candidates') }}
    window nouns as (partition by sentence_id, clause_number, telling, event_type order by token_start)
),

-- what a sentence begins with is asked once of each, and not of each of its acts and places
sentences as (
    select
        sentence_id,
        document_kind,
        regexp_matches(sentence_text, '^\p{Lu}{3}[^–—-]{0,40}(?:[–—-] |/)') as begins_with_dateline,
        regexp_matches(sentence_text, '^(?:In|At|Near|Inside|Across|Outside|В|На) ') as begins_with_where
    from {{ ref('int_sentences') }}
    where sentence_id in (select candidates.sentence_id from candidates)
),

clauses as (
    select * from {{ ref('int_clauses') }}
),

all_tokens as not materialized (
    select * from {{ ref('int_clause_tokens') }}
),

-- "Riyadh called on banks": a government, which is no place of the act
governments as (
    select
        sentence_id,
        token_start,
        token_end
    from {{ ref('int_actor_mentions') }}
    where mention_kind = 'metonym' and not coalesce(is_locative, false)
),

named as (
    select
        mention_id,
        sentence_id,
        token_start,
        token_end,
        location_id,
        place_text,
        true as is_named
    from {{ ref('int_place_mentions') }}
    union all
    select
        mention_id,
        sentence_id,
        token_start,
        token_end,
        location_id,
        '' as place_text,
        false as is_named
    from {{ ref('int_place_anaphors') }}
),

tokens as materialized (
    {{ tokens_at('all_tokens', 'named', ['token_start - 2', 'token_start', 'token_end + 1', 'token_end + 2']) }}
),

places as (
    select
        named.*,
        tokens.clause_number,
        tokens.verb_number,
        areas.location_type,
        areas.admin1_name,
        coalesce(areas.location_type = 'country', false) as is_country,
        lists.list_start,
        -- "the market of the city, in the south of the province", "the camp in the north-east": it only says where the other lies
        coalesce(
            areas.location_type = 'governorate'
            and bool_or(areas.location_type not in ('country', 'governorate', 'zone'))
                over (
                    partition by named.sentence_id, tokens.clause_number, areas.admin1_name
                )
            or areas.location_type <> 'settlement'
            and named.token_start - lag(named.token_end) over in_sentence <= 3
            and (tokens.key_before in ('in', 'в') or tokens.key_before = 'the' and nouns.token_key = 'in'),
            false
        ) as is_wider,
        -- "at the crossing, close to the town, a village to the east of the city": how it lies
        coalesce(
            nouns.token_key in ('east', 'west', 'north', 'south', 'northeast', 'northwest', 'southeast', 'southwest', 'close', 'km', 'miles', 'kilometres')
            or tokens.key_before = 'near' and nouns.token_key not in ('the', 'of') and nouns.token_kind = 'word' and not nouns.is_lexical,
            false
        ) as is_bearing,
        governments.sentence_id is null as is_no_government,
        coalesce(list_contains(nouns.word_classes, 'meeting'), false) as is_of_meeting,
        -- "shelled the town of Mhardeh"
        coalesce(tokens.key_before = 'of' and list_contains(nouns.word_classes, 'place_noun') and coalesce(nouns.governor, '') = '', false)
            as is_name_of_noun,
        case
            when tokens.token_key in ('there', 'там') then 'there'
            -- "in the city of Hama"
            when tokens.key_before = 'of' and list_contains(nouns.word_classes, 'place_noun') then coalesce(nullif(nouns.governor, ''), 'of')
            -- "discussed the situation in Syria"
            when tokens.key_before in ('in', 'across', 'around', 'в', 'вокруг') and list_contains(nouns.word_classes, 'topic') then 'about'
            -- "in the headquarters, Cairo"
            when tokens.key_before = ',' and list_contains(nouns.word_classes, 'building') then nouns.governor
            -- "in a large operation the United States struck": the article begins another part
            when tokens.key_before = 'the' and areas.location_type = 'country' and nouns.token_kind = 'word' and not nouns.is_preposition then ''
            -- "на сайте Кремля"
            when tokens.key_before in ('саит', 'страниц', 'телеграмканал') then ''
            -- "На этот проект Россия наложила вето", "Удар по складу Израиль нанес в среду": a state in the nominative is governed by nothing
            when
                areas.location_type = 'country'
                and (
                    tokens.governor in ('на', 'в', 'во', 'с', 'по', 'о', 'об', 'от', 'из', 'к', 'у', 'за', 'после', 'для', 'при', 'под')
                    and regexp_matches(named.place_text, 'ия$')
                    or tokens.governor in ('по', 'от', 'из', 'к', 'у', 'после', 'для', 'при', 'под')
                    and regexp_matches(named.place_text, '^\p{Lu}\p{Ll}+[бвгджзйклмнпрстфхцчшщь]$')
                )
                then ''
            -- "раздали жителям Дарайи", "обстреляли город Саракиб"
            when
                coalesce(tokens.governor, '') = ''
                and regexp_matches(tokens.key_before, '^(?:жител|населен|город|деревн|сел|посел|пункт|квартал|раион|лагер|пригород|окрестност)')
                then 'of'
            else tokens.governor
        end as governor
    from named
    inner join tokens
        on named.sentence_id = tokens.sentence_id and named.token_start = tokens.token_number
    left join {{ ref('int_read_locations') }} as areas on named.location_id = areas.location_id
    left join {{ ref('int_place_lists') }} as lists
        on named.sentence_id = lists.sentence_id and named.token_start = lists.token_start and named.token_end = lists.token_end
    left join governments
        on named.sentence_id = governments.sentence_id and named.token_start between governments.token_start and governments.token_end
    left join tokens as nouns
        on named.sentence_id = nouns.sentence_id and named.token_start - 2 = nouns.token_number
    -- "in the Black Sea resort of Sochi": the wider place only describes it
    left join tokens as followers
        on
            named.sentence_id = followers.sentence_id
            and named.token_end + 1 = followers.token_number
            and followers.token_key in ({{ words("kinds_of_place") }})
            and not followers.is_capitalised
    left join tokens as followed
        on
            followers.sentence_id = followed.sentence_id
            and followers.token_number + 1 = followed.token_number
            and followed.token_key = 'of'
    where followed.token_number is null
    window in_sentence as (partition by named.sentence_id order by named.token_start)
),

-- what each place of the sentence is to the act
offered as (
    select
        candidates.mention_id,
        candidates.event_type,
        candidates.is_speech_act,
        candidates.anchor_token,
        candidates.anchor_verb_number,
        candidates.clause_number as clause_of_act,
        candidates.telling = 'related' as is_related,
        sentences.document_kind = 'bulletin' as is_of_bulletin,
        sentences.begins_with_where,
        places.* exclude (mention_id),
        coalesce(places.governor, '') as governing,
        places.clause_number = candidates.clause_number as is_own_place,
        places.token_start - candidates.token_end as tokens_behind,
        places.clause_number = candidates.clause_number
        and places.token_start > candidates.token_end
        and places.verb_number > candidates.anchor_verb_number
            as is_behind_next_verb,
        -- "shells fell on the city, and shelling wounded five people of the village"
        places.token_start < candidates.anchor_token and places.verb_number between 1 and candidates.anchor_verb_number - 1 as is_of_verb_before,
        -- "Cairo, where he met the president"
        (
            clauses.opening_key in ('where', 'где')
            -- "Ariha, which the army shelled", "the crossing that was closed"
            or clauses.opening_key in ('which', 'that') and candidates.telling = 'verb' and coalesce(places.governor, '') = ''
            and (candidates.is_passive or candidates.chain_start > candidates.clause_start + 1)
            and not places.is_country and places.is_named
            and candidates.event_type in ('ASSAULT', 'COERCE', 'RETREAT', 'CONSULT', 'MOBILIZE', 'CONCEDE')
        )
        and places.clause_number < candidates.clause_number
        and places.token_end between candidates.clause_start - 2 and candidates.clause_start
            as is_antecedent,
        -- "fled to the town when the army took their villages"
        coalesce(list_contains(clauses.opening_classes, 'subordinator') and clauses.opening_key not in ('where', 'где'), false) as is_subordinate,
        -- "ANKARA (AA) - Two soldiers were killed", "MOSCOW, May 4. /TASS/": where it was written
        places.token_start <= 6 and sentences.begins_with_dateline as is_dateline,
        -- "shelled Idlib", "Idlib was shelled", "left Aleppo", "Saudi Arabia is to host the summit"
        places.clause_number = candidates.clause_number
        and (coalesce(places.governor, '') = '' or places.is_name_of_noun)
        and (
            candidates.telling = 'verb'
            and not places.is_country
            and candidates.event_type in ('ASSAULT', 'COERCE', 'RETREAT', 'CONSULT', 'MOBILIZE', 'COOPERATE', 'CONCEDE', 'AID')
            and (
                places.token_start between candidates.token_end + 1 and candidates.token_end + if(places.is_name_of_noun, 6, 4)
                or candidates.is_passive and places.token_start < candidates.chain_start and places.verb_number < candidates.anchor_verb_number
            )
            or {{ is_trigger("hosting", "candidates.trigger_id") }} and places.token_end < candidates.chain_start
        )
            as is_object,
        -- "the convoy left Damascus for Duma": help is where it goes
        {{ is_trigger("leaving", "candidates.trigger_id") }}
        and (coalesce(places.governor, '') in ('', 'from') or places.verb_number > candidates.anchor_verb_number)
            as is_left_behind,
        {{ is_trigger("leaving", "candidates.trigger_id") }} and places.governor = 'for' as is_bound_for,
        -- "agreed to set up a zone in X": there the zone will be
        candidates.event_type = 'AGREE'
        and candidates.telling = 'verb'
        and candidates.verb_form <> 'phrase'
        and places.token_start > candidates.token_end
        and (
            places.clause_number > candidates.clause_number
            or places.verb_number > candidates.anchor_verb_number
            or {{ is_trigger("agreeing_to", "candidates.trigger_id") }}
        )
        and not places.is_of_meeting
            as is_agreed_on,
        -- "reports that jets bombed a market in X are denied": what is spoken of happened there, not the speech
        candidates.is_speech_act
        and (
            places.token_start > candidates.token_start
            or places.clause_number = candidates.clause_number and places.verb_number between 1 and candidates.anchor_verb_number - 1
        )
        -- "pledged in Brussels", "pledged a sum at the conference in Brussels"
        and not (
            places.clause_number = candidates.clause_number
            and coalesce(places.governor, '') in ('in', 'at', 'в')
            and (places.is_of_meeting or places.token_start = candidates.token_end + 2)
        )
            as is_spoken_of,
        -- "a visit to Syria", "delivered food to Syria", "the withdrawal from Syria", "the invasion of Iraq"
        case places.governor
            when 'to'
                then
                    candidates.event_type = 'CONSULT' and places.token_start - candidates.token_end <= 3
                    or candidates.event_type in ('AID', 'MOBILIZE') and places.token_start - candidates.token_end between 1 and 6
            when 'from' then candidates.event_type = 'RETREAT' and places.token_start - candidates.token_end between 1 and 4
            when 'into' then candidates.event_type in ('MOBILIZE', 'ASSAULT') and places.token_start - candidates.token_end between 1 and 6
            when 'of' then {{ is_trigger("invading", "candidates.trigger_id") }} and places.token_start - candidates.token_end between 1 and 3
            else places.governor not in ('on', 'against', 'at', 'over')
        end as can_be_in_country
    from candidates
    inner join sentences on candidates.sentence_id = sentences.sentence_id
    inner join places on candidates.sentence_id = places.sentence_id
    left join clauses on candidates.sentence_id = clauses.sentence_id and candidates.clause_number = clauses.clause_number
    where
        coalesce(places.token_start < candidates.noun_after, true)
        and coalesce(places.token_start not between candidates.noun_before and candidates.token_start, true)
),

ranked as (
    select
        *,
        -- "withdrew from Homs and shelled a market in Hama", but "will build and run a port in Latakia"
        is_behind_next_verb
        and coalesce(
            bool_or(is_own_place and not is_behind_next_verb and not is_country and governing <> '' and tokens_behind > 0)
                over (partition by mention_id),
            false
        )
            as is_of_next_act,
        case
            when is_left_behind then null
            -- "From Amman she travelled to Cairo": they meet where she goes
            when event_type = 'CONSULT' and governing in ('from', 'из') and not coalesce(is_antecedent, false) then null
            when is_of_bulletin and is_own_place and not is_country then 1
            when is_of_bulletin and is_own_place and governing not in ('in', 'в') then null
            when is_of_bulletin and not is_own_place and event_type not in ('AID', 'ASSAULT', 'RETREAT', 'MOBILIZE', 'CONCEDE') then null
            when is_agreed_on or is_spoken_of then null
            when is_own_place and (is_object and not is_dateline or is_bound_for) then 1
            when is_antecedent then 2
            when
                governing in (
                    'in', 'at', 'near', 'to', 'into', 'outside', 'inside', 'across', 'from', 'on', 'over', 'of',
                    'against', 'around', 'through', 'there', 'в', 'во', 'на', 'под', 'у', 'из', 'через', 'окол', 'по'
                )
                and not (is_country and not can_be_in_country)
                -- "toppled him and prompted him to flee to Moscow"
                and not (is_behind_next_verb and governing in ('to', 'into', 'from') and event_type <> 'CONSULT')
                then case
                    when is_own_place then 1
                    when is_country then null
                    when governing in ('to', 'into') and (is_subordinate or clause_number > clause_of_act and not is_related) then null
                    when governing in ('of', 'from', 'on', 'из', 'по')
                        then case
                            when clause_number = 0 and begins_with_where then 3
                        end
                    else 3
                end
            -- "Aleppo got food", "After the attack on Monday the airport was shut down"
            when
                is_own_place and is_named and not is_country and is_no_government and not is_behind_next_verb
                and event_type in ('ASSAULT', 'AID', 'RETREAT', 'COERCE', 'CONCEDE', 'MOBILIZE', 'COOPERATE', 'PROTEST')
                and token_start > 1
                and not is_dateline
                then 4
        end as tier
    from offered
),

nearest_places as (
    select *
    from ranked
    where tier is not null
    qualify row_number() over (
        partition by mention_id
        order by
            tier,
            is_country,
            is_wider,
            is_of_next_act,
            is_bearing,
            not is_object,
            is_of_verb_before,
            -- "From Cairo he travelled to Amman"
            event_type in ('CONSULT', 'AID') and governing in ('from', 'из'),
            governing in ('of', 'from', 'to', 'on', 'over', 'through', 'across', 'against', 'из', 'по', 'через'),
            abs(token_start - anchor_token),
            token_start
    ) = 1
),

-- several places in one list: their province where they share one, else none
listed as (
    select
        nearest_places.mention_id,
        count(distinct areas.admin1_name) filter (where places.list_start = nearest_places.list_start) as province_count,
        count(distinct places.location_id) filter (
            where places.list_start = nearest_places.list_start and places.location_type not in ('country', 'governorate', 'zone')
        ) as site_count,
        min(places.location_id) filter (
            where places.location_type = 'governorate' and places.clause_number = nearest_places.clause_number
        ) as province_id
    from nearest_places
    inner join places on nearest_places.sentence_id = places.sentence_id
    inner join {{ ref('int_read_locations') }} as areas on places.location_id = areas.location_id
    where places.is_named and (places.list_start = nearest_places.list_start or nearest_places.admin1_name = areas.admin1_name)
    group by nearest_places.mention_id
),

final as (
    select
        nearest_places.mention_id,
        case
            when listed.province_count >= 2 then null
            when listed.site_count >= 2 and listed.province_id is not null then listed.province_id
            else nearest_places.location_id
        end as location_id,
        nearest_places.is_own_place
    from nearest_places
    left join listed on nearest_places.mention_id = listed.mention_id
)

select * from final
