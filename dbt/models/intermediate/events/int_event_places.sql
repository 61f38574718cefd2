with

-- "two attacks on one town and an attack on another": of several nouns each has what stands behind it
candidates as (
    select
        *,
        case when telling = 'bare' then lag(token_end) over nouns end as noun_before,
        case when telling = 'bare' then lead(token_start) over nouns end as noun_after
    from {{ ref('int_event_candidates') }}
    window nouns as (partition by sentence_id, clause_number, telling, event_type order by token_start)
),

sentences as (
    select * from {{ ref('int_sentences') }}
),

tokens as not materialized (
    select * from {{ ref('int_clause_tokens') }}
),

named as (
    select
        mention_id,
        sentence_id,
        token_start,
        token_end,
        location_id,
        true as is_named
    from {{ ref('int_place_mentions') }}
    union all
    select
        mention_id,
        sentence_id,
        token_start,
        token_end,
        location_id,
        false as is_named
    from {{ ref('int_place_anaphors') }}
),

places as (
    select
        named.*,
        tokens.clause_number,
        tokens.verb_number,
        -- "the market of the city, in the south of the province": the province only says where the city lies
        coalesce(
            areas.location_type = 'governorate'
            and bool_or(areas.location_type not in ('country', 'governorate', 'zone')) over (
                partition by named.sentence_id, tokens.clause_number, areas.admin1_name
            ),
            false
        ) as is_wider,
        case
            when tokens.token_key in ('there', 'там') then 'there'
            -- "in the city of Hama"
            when tokens.key_before = 'of' and list_contains(nouns.word_classes, 'place_noun') then coalesce(nullif(nouns.governor, ''), 'of')
            -- "discussed the situation in Syria"
            when tokens.key_before in ('in', 'across', 'around') and list_contains(nouns.word_classes, 'topic') then 'about'
            -- "in the headquarters, Cairo"
            when tokens.key_before = ',' and list_contains(nouns.word_classes, 'building') then nouns.governor
            else tokens.governor
        end as governor
    from named
    inner join tokens
        on named.sentence_id = tokens.sentence_id and named.token_start = tokens.token_number
    left join {{ ref('int_read_locations') }} as areas on named.location_id = areas.location_id
    left join tokens as nouns
        on named.sentence_id = nouns.sentence_id and named.token_start - 2 = nouns.token_number
    -- "in the Black Sea resort of Sochi": the wider place only describes it
    left join tokens as followers
        on
            named.sentence_id = followers.sentence_id
            and named.token_end + 1 = followers.token_number
            and list_contains(followers.word_classes, 'place_noun')
            and not followers.is_capitalised
    left join tokens as followed
        on
            followers.sentence_id = followed.sentence_id
            and followers.token_number + 1 = followed.token_number
            and followed.token_key = 'of'
    where followed.token_number is null
),

countries as (
    select location_id
    from {{ ref('places') }}
    where location_type = 'country'
),

-- several places beside one act: their province where they share one, else none
listed as (
    select
        candidates.mention_id,
        count(distinct areas.admin1_name) as province_count,
        count(distinct places.location_id) filter (where areas.location_type not in ('country', 'governorate', 'zone')) as site_count,
        min(places.location_id) filter (where areas.location_type = 'governorate') as province_id
    from candidates
    inner join places
        on candidates.sentence_id = places.sentence_id and candidates.clause_number = places.clause_number
    inner join {{ ref('int_read_locations') }} as areas on places.location_id = areas.location_id
    where
        places.is_named
        and coalesce(places.token_start < candidates.noun_after, true)
        and coalesce(places.token_start not between candidates.noun_before and candidates.token_start, true)
    group by candidates.mention_id
),

nearest_places as (
    select
        candidates.mention_id,
        places.location_id,
        places.clause_number = candidates.clause_number as is_own_place
    from candidates
    inner join sentences on candidates.sentence_id = sentences.sentence_id
    inner join places on candidates.sentence_id = places.sentence_id
    left join countries on places.location_id = countries.location_id
    where
        coalesce(places.token_start < candidates.noun_after, true)
        and coalesce(places.token_start not between candidates.noun_before and candidates.token_start, true)
        and case
            when sentences.document_kind = 'bulletin'
                then
                    countries.location_id is null and places.clause_number = candidates.clause_number
            else
                (
                    -- "shelled Idlib", "Idlib was shelled", "left Aleppo"
                    candidates.event_type in ('ASSAULT', 'COERCE', 'RETREAT', 'CONSULT', 'MOBILIZE', 'COOPERATE')
                    and candidates.telling = 'verb'
                    and countries.location_id is null
                    and places.clause_number = candidates.clause_number
                    and coalesce(places.governor, '') = ''
                    and (
                        places.token_start between candidates.token_end + 1 and candidates.token_end + 4
                        or candidates.is_passive and places.token_start < candidates.chain_start and places.verb_number < candidates.anchor_verb_number
                    )
                )
                -- "Saudi Arabia is to host the summit"
                or starts_with(candidates.trigger_id, 'consult-host')
                and places.clause_number = candidates.clause_number
                and coalesce(places.governor, '') = ''
                and places.token_end < candidates.chain_start
                or places.governor in (
                    'in', 'at', 'near', 'to', 'into', 'outside', 'inside', 'across', 'from', 'on', 'over', 'of',
                    'against', 'around', 'through', 'there', 'в', 'на', 'под', 'у'
                )
                and not (
                    countries.location_id is not null
                    and places.governor in ('to', 'of', 'on', 'from', 'against', 'at', 'over', 'into')
                    -- "a visit to Syria", "delivered food to Syria"
                    and not (
                        places.governor = 'to'
                        and (
                            candidates.event_type = 'CONSULT' and places.token_start - candidates.token_end <= 3
                            or candidates.event_type in ('AID', 'MOBILIZE') and places.token_start - candidates.token_end between 1 and 6
                        )
                    )
                )
                and (
                    places.clause_number = candidates.clause_number
                    or countries.location_id is null
                    and (
                        places.governor not in ('of', 'from', 'on')
                        or places.clause_number = 0 and regexp_matches(sentences.sentence_text, '^(?:In|At|Near|Inside|Across|Outside|В|На) ')
                    )
                )
                -- "agreed to set up a zone in X": there the zone will be
                and not (
                    candidates.event_type = 'AGREE'
                    and candidates.telling = 'verb'
                    and candidates.verb_form <> 'phrase'
                    and places.token_start > candidates.token_end
                    and (places.clause_number > candidates.clause_number or places.verb_number > candidates.anchor_verb_number)
                )
                -- "reports that jets bombed a market in X are denied": what is spoken of happened there, not the speech
                and not (
                    candidates.event_type in ('REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROMISE', 'SUPPORT')
                    and (
                        places.token_start > candidates.token_start
                        or places.clause_number = candidates.clause_number
                        and places.verb_number between 1 and candidates.anchor_verb_number - 1
                    )
                )
        end
    qualify row_number() over (
        partition by candidates.mention_id
        order by
            places.clause_number <> candidates.clause_number,
            countries.location_id is not null,
            places.is_wider,
            coalesce(places.governor, '') <> '',
            places.governor in ('of', 'from', 'to', 'on'),
            abs(places.token_start - candidates.anchor_token),
            places.token_start
    ) = 1
),

final as (
    select
        nearest_places.mention_id,
        case
            when listed.province_count >= 2 then null
            when listed.site_count >= 2 and listed.province_id is not null or listed.site_count >= 3 then listed.province_id
            else nearest_places.location_id
        end as location_id,
        nearest_places.is_own_place
    from nearest_places
    left join listed on nearest_places.mention_id = listed.mention_id
)

select * from final
