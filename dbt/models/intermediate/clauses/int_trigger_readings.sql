with

-- numbered for this model alone: what a trigger wants is joined by one short key
found as materialized (
    select
        row_number() over () as hit_key,
        *
    from {{ ref('int_trigger_hits') }}
),

classed as (
    select * from {{ ref('int_wanted_words') }}
),

actors as (
    select
        sentence_id,
        document_id,
        token_start,
        token_end,
        actor_id,
        is_person
    from {{ ref('int_event_actor_spans') }}
),

armed as (
    select distinct
        document_id,
        actor_id
    from {{ ref('int_named_actors') }}
    where actor_type = 'armed_group' and not is_person
),

places as (
    select
        mentions.sentence_id,
        mentions.token_start,
        locations.location_type in ('settlement', 'camp') as is_spot
    from {{ ref('int_place_mentions') }} as mentions
    inner join {{ ref('int_read_locations') }} as locations on mentions.location_id = locations.location_id
),

-- "a delegation of businessmen visited Aleppo"
visitors as (
    select
        actors.sentence_id,
        actors.token_end
    from actors
    -- fighters who go to Idlib visit nobody
    anti join armed on actors.document_id = armed.document_id and actors.actor_id = armed.actor_id
    union all
    select
        sentence_id,
        token_number as token_end
    from classed
    where word_class = 'visitor'
),

sums as (
    select
        sentence_id,
        token_start
    from {{ ref('int_number_mentions') }}
    where currency is not null
),

-- what stands about a trigger that wants two kinds of words, or one where another would change it
company as (
    select
        found.hit_key,
        any_value(found.needs) as needs,
        bool_or(classed.token_number < found.token_start and classed.word_class = split_part(coalesce(found.needs, ''), '+', 1)) as has_before,
        bool_or(classed.token_number > found.token_end and classed.word_class = split_part(coalesce(found.needs, ''), '+', 2)) as has_behind,
        bool_or(classed.token_number < found.token_start and classed.word_class = 'convoy') as has_convoy,
        bool_or(classed.word_class in ('troops', 'passenger') and not classed.is_convoy) as has_riders,
        bool_or(classed.token_number < found.token_start and classed.word_class in ('visitor', 'patient', 'person')) as has_visitors,
        bool_or(
            classed.word_class in ('patient', 'passenger', 'convoy')
            and (classed.token_number between found.chain_start - 5 and found.token_start - 1 or found.language = 'ru')
        ) as has_travellers
    from found
    inner join classed
        on
            found.sentence_id = classed.sentence_id
            and found.clause_number = classed.clause_number
            and classed.token_number between found.token_start - 14 and found.token_end + 14
    where contains(found.needs, '+') or found.needs in ('aid_convoy', 'place')
    group by found.hit_key
),

-- "delivered food", "food was delivered"
with_word as (
    select found.hit_key
    from found
    inner join classed
        on
            found.sentence_id = classed.sentence_id
            and found.clause_number = classed.clause_number
            and found.needs = classed.word_class
            and (
                classed.token_number between found.token_end + 1 and found.token_end + 14
                or (list_contains(found.form_numbers, 4) or found.voice = 'passive' or found.language = 'ru')
                and found.needs <> 'person' and classed.token_number between found.token_start - 14 and found.token_start - 1
                -- not the "General of the Army"
                and not classed.is_name_part
            )
),

-- "a convoy of trucks with food crossed the line", but not one of buses with fighters
with_company as (
    select hit_key from company
    where
        case
            when needs = 'aid_convoy' then has_convoy and not has_riders
            -- "aid arrived in Latakia", but no delegation that wants aid
            when needs = 'aid+' then has_before and not has_riders and not has_visitors
            else contains(needs, '+') and (has_before or starts_with(needs, '+')) and (has_behind or ends_with(needs, '+'))
        end
),

-- "gave 3 million dollars", "3 million were given"
with_sum as (
    select found.hit_key
    from found
    inner join sums
        on
            found.sentence_id = sums.sentence_id
            and (
                sums.token_start between found.token_end + 1 and found.token_end + 10
                or (list_contains(found.form_numbers, 4) or found.voice = 'passive' or found.language = 'ru')
                and sums.token_start between found.token_start - 12 and found.token_start - 1
            )
    where found.needs = 'money'
),

-- "a session, which they held"
with_word_before_clause as (
    select found.hit_key
    from found
    inner join classed as opening
        on
            found.sentence_id = opening.sentence_id
            and found.clause_start = opening.token_number
            and opening.word_class in ('relative', 'that')
    inner join classed
        on
            found.sentence_id = classed.sentence_id
            and found.needs = classed.word_class
            and classed.token_number between found.clause_start - if(list_contains(found.form_numbers, 4), 7, 3) and found.clause_start - 1
),

-- "charged that", "suggested that Lee should pay", "died when a mine went off": what is wanted stands in the clause that follows
with_word_in_next_clause as (
    select found.hit_key
    from found
    inner join classed on found.sentence_id = classed.sentence_id and found.needs = classed.word_class
    where
        classed.clause_number between found.clause_number + 1 and found.clause_number + 2
        and classed.token_number between found.token_end + 1 and found.token_end
        + case
            when found.needs in ('duty', 'demanded', 'mandate', 'praise', 'outrage') then 9
            when found.needs = 'that' then 3
            when found.needs = 'hitcause' then 14
        end
),

-- "received Lee"
with_person as (
    select found.hit_key
    from found
    inner join actors
        on
            found.sentence_id = actors.sentence_id
            and actors.token_start between found.token_end + 1 and found.token_end + 8
    where found.needs = 'person' and actors.is_person
),

-- "Fighters of Lee's Front will go to Idlib"
with_fighters as (
    select found.hit_key
    from found
    inner join actors
        on
            found.sentence_id = actors.sentence_id
            and actors.token_end between found.chain_start - 8 and found.token_start - 1
    inner join armed on actors.document_id = armed.document_id and actors.actor_id = armed.actor_id
    where found.needs = 'armed'
),

-- "Lee and Kim met"
with_pair as (
    select found.hit_key
    from found
    inner join actors
        on
            found.sentence_id = actors.sentence_id
            and actors.token_start between found.clause_start and found.clause_end
    where found.needs = 'pair'
    group by found.hit_key
    having count(distinct actors.actor_id) >= 2
),

-- "Lee arrived in Damascus"
with_place_visited as (
    select found.hit_key
    from found
    inner join places
        on
            found.sentence_id = places.sentence_id
            and (
                places.token_start between found.token_end + 1 and found.token_end + 4
                or found.language = 'ru' and places.token_start between found.clause_start and found.clause_end
            )
    inner join visitors
        on
            found.sentence_id = visitors.sentence_id
            and (
                visitors.token_end between found.chain_start - 8 and found.token_start - 1
                or found.is_gerund_of_act and visitors.token_end between found.token_start - 14 and found.token_end + 14
            )
    -- refugees who arrive visit nobody
    left join company on found.hit_key = company.hit_key
    where found.needs = 'place' and not coalesce(company.has_travellers, false)
),

-- "struck Saraqib", but a drought that hits a country is no strike
with_spot as (
    select found.hit_key
    from found
    inner join places
        on
            found.sentence_id = places.sentence_id
            and places.token_start between found.token_end + 1 and found.token_end + 2
    left join company on found.hit_key = company.hit_key
    -- "rebels entered Saraqib"
    where places.is_spot and (found.needs = 'spot' or ends_with(found.needs, '+spot') and coalesce(company.has_before, false))
),

wanting as (
    select hit_key from with_word
    union
    select hit_key from with_company
    union
    select hit_key from with_sum
    union
    select hit_key from with_word_before_clause
    union
    select hit_key from with_word_in_next_clause
    union
    select hit_key from with_person
    union
    select hit_key from with_fighters
    union
    select hit_key from with_pair
    union
    select hit_key from with_place_visited
    union
    select hit_key from with_spot
),

-- "the earthquake killed 1,150 people": no attack, where nobody attacks
misfortunes as (
    select found.hit_key
    from found
    inner join classed
        on
            found.sentence_id = classed.sentence_id
            and (
                found.clause_number = classed.clause_number
                or found.needs = 'spot'
                -- "the quake that hit Aleppo", "the quake of 6 February that killed"
                or classed.token_number between found.clause_start - 7 and found.clause_start - 1
            )
            and classed.word_class in ('disaster', 'hitcause')
    where found.event_type = 'ASSAULT'
    group by found.hit_key
    having not bool_or(classed.word_class = 'hitcause')
),

final as (
    select
        found.* exclude (hit_key, clause_end, chain_start),
        found.token_end as reach
    from found
    anti join misfortunes on found.hit_key = misfortunes.hit_key
    left join wanting on found.hit_key = wanting.hit_key
    where
        found.needs is null
        or wanting.hit_key is not null
        or (
            found.needs = 'nonperson'
            and not exists (
                select 1
                from actors
                where
                    actors.sentence_id = found.sentence_id
                    and actors.token_start between found.token_end + 1 and found.token_end + 4
                    and actors.is_person
            )
        )
)

select * from final
