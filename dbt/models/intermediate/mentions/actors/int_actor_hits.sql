with

ngrams as not materialized (
    select * from {{ ref('int_ngrams') }}
),

all_tokens as (
    select
        sentence_id,
        token_number,
        token,
        token_key,
        is_capitalised,
        gap_before
    from {{ ref('int_tokens') }}
),

names as (
    select * from {{ ref('int_actor_names') }}
),

bodies as (
    select * from {{ ref('int_state_bodies') }}
),

demonyms as (
    select distinct
        {{ phrase_key('demonym') }} as demonym_key,
        country_iso3
    from {{ ref('demonyms') }}
),

nouns as (
    select distinct
        {{ phrase_key('noun') }} as noun_key,
        reading
    from {{ ref('demonym_nouns') }}
),

known_runs as (
    select ngrams.* from ngrams
    where
        ngrams.ngram_key in (select names.name_key from names)
        or ngrams.ngram_key in (select demonyms.demonym_key from demonyms)
),

tokens as (
    {{ tokens_at('all_tokens', 'known_runs', ['token_start - 1', 'token_start', 'token_end', 'token_end + 1', 'token_end + 2']) }}
),

openings as (
    select sentence_id from {{ ref('int_sentences') }}
    where document_kind = 'bulletin' and sentence_number = 1
),

commission_parties as (
    select * from {{ ref('commission_parties') }}
),

actors as (
    select * from {{ ref('actors') }}
),

dictionary as (
    select
        ngrams.sentence_id,
        ngrams.document_id,
        ngrams.token_start,
        ngrams.token_end,
        ngrams.char_start,
        ngrams.char_end,
        ngrams.word_count,
        if(names.name_kind = 'role' and coalesce(before_it.token_key, '') in ({{ words("former_words") }}), 'trap', names.name_kind) as hit_kind,
        names.actor_id,
        names.role_key,
        {{ is_of_side('head.gap_before', 'before_it.token_key') }} as is_of_side
    from ngrams
    inner join names on ngrams.ngram_key = names.name_key
    inner join tokens as head on ngrams.sentence_id = head.sentence_id and ngrams.token_start = head.token_number
    left join tokens as before_it on ngrams.sentence_id = before_it.sentence_id and ngrams.token_start - 1 = before_it.token_number
    left join tokens as after_it on ngrams.sentence_id = after_it.sentence_id and ngrams.token_end + 1 = after_it.token_number
    inner join tokens as tail on ngrams.sentence_id = tail.sentence_id and ngrams.token_end = tail.token_number
    where
        not (ngrams.word_count >= 2 and {{ is_another_state('head.token', 'tail.token') }})
        -- "Ayn al-Fijah", "rebel-held", "Britain-based": parts of other words.
        and not (head.gap_before = '-' and coalesce(before_it.token_key, '') in ({{ words("name_particles") }}))
        and not (names.name_kind <> 'name' and {{ is_of_side('head.gap_before', 'before_it.token_key') }})
        and not (
            coalesce(after_it.gap_before, '') = '-'
            and after_it.token_key in ('held', 'based', 'controlled', 'occupied', 'born', 'run', 'owned', 'affiliated', 'linked', 'led', 'made')
        )
        -- in a line of capitals "IS" is a verb
        and not coalesce(names.needs_upper and regexp_full_match(before_it.token, '\p{Lu}{2,}') and regexp_full_match(after_it.token, '\p{Lu}{2,}'), false)
        and not (names.name_kind = 'role' and coalesce(before_it.token_key, '') in ({{ words("deputy_words") }}))
        and (not names.needs_capital or regexp_matches(head.token, '^\p{Lu}'))
        and (not names.needs_upper or regexp_full_match(head.token, '[\p{Lu}\p{N}.&]{2,}(?:[''’]s?)?'))
),

-- A state's name before a noun reads as its demonym does: "US officials", "Turkey's army".
adjectives as (
    select
        ngrams.sentence_id,
        ngrams.document_id,
        ngrams.token_start,
        ngrams.token_end,
        ngrams.char_start,
        ngrams.char_end,
        demonyms.country_iso3,
        true as is_demonym
    from ngrams
    inner join demonyms on ngrams.ngram_key = demonyms.demonym_key
    inner join tokens as head on ngrams.sentence_id = head.sentence_id and ngrams.token_start = head.token_number
    left join tokens as before_it on ngrams.sentence_id = before_it.sentence_id and ngrams.token_start - 1 = before_it.token_number
    where
        (ngrams.is_capitalised or regexp_matches(ngrams.ngram_key, '\p{Cyrillic}'))
        and not {{ is_of_side('head.gap_before', 'before_it.token_key') }}
    union
    select
        dictionary.sentence_id,
        dictionary.document_id,
        dictionary.token_start,
        dictionary.token_end,
        dictionary.char_start,
        dictionary.char_end,
        actors.country_iso3,
        false
    from dictionary
    inner join actors on dictionary.actor_id = actors.actor_id and actors.actor_type = 'state'
    inner join tokens as tail
        on dictionary.sentence_id = tail.sentence_id and dictionary.token_end = tail.token_number
    -- "доставить в САР гуманитарную помощь": a Russian name of a state is no adjective
    where dictionary.hit_kind = 'name' and not dictionary.is_of_side and not regexp_matches(tail.token, '{{ possessive_ending() }}|\p{Cyrillic}')
),

-- "Russian and Turkish forces" is one island of two adjectives that share a noun: two armies, as diplomats speak for two states.
linked as (
    select
        adjectives.*,
        coalesce(
            -- "на севере Сирии турецкие военные": a state and the adjective of another are no list
            adjectives.token_start - lag(adjectives.token_end) over in_sentence = 1
            and lag(adjectives.is_demonym) over in_sentence = adjectives.is_demonym
            or (
                adjectives.token_start - lag(adjectives.token_end) over in_sentence = 2
                and between_them.token_key in (',', 'and', 'or', 'и', 'или', '/')
            ),
            false
        ) as is_linked
    from adjectives
    left join tokens as between_them
        on adjectives.sentence_id = between_them.sentence_id and adjectives.token_start - 1 = between_them.token_number
    window in_sentence as (partition by adjectives.sentence_id order by adjectives.token_start, adjectives.token_end desc)
),

islands as (
    select
        *,
        sum(cast(not is_linked as integer)) over (
            partition by sentence_id
            order by token_start, token_end desc
            rows between unbounded preceding and current row
        ) as island
    from linked
),

sized as (
    select
        *,
        count(*) over (partition by sentence_id, island) as island_size,
        max(token_end) over (partition by sentence_id, island) as island_end,
        max(token_end) over (partition by sentence_id, island) - min(token_start) over (partition by sentence_id, island)
        < count(*) over (partition by sentence_id, island) as is_hyphened
    from islands
),

group_nouns as (
    select
        ngrams.sentence_id,
        ngrams.token_start,
        ngrams.token_end,
        ngrams.char_end,
        nouns.reading
    from ngrams
    inner join nouns on ngrams.ngram_key = nouns.noun_key
),

with_noun as (
    select
        sized.*,
        group_nouns.token_end as noun_end,
        group_nouns.char_end as noun_char_end,
        group_nouns.reading
    from sized
    inner join group_nouns
        on sized.sentence_id = group_nouns.sentence_id and group_nouns.token_start between sized.island_end + 1 and sized.island_end + 3
    left join tokens as adverb
        on sized.sentence_id = adverb.sentence_id and sized.island_end + 1 = adverb.token_number and group_nouns.token_start = sized.island_end + 2
    -- "a Russian Su-24 aircraft"
    left join tokens as make
        on sized.sentence_id = make.sentence_id and sized.island_end + 1 = make.token_number
    left join tokens as model
        on sized.sentence_id = model.sentence_id and sized.island_end + 2 = model.token_number
    where
        group_nouns.token_start = sized.island_end + 1
        or group_nouns.token_start = sized.island_end + 3 and make.is_capitalised and model.gap_before = '-'
        or group_nouns.token_start = sized.island_end + 2
        and (
            regexp_full_match(adverb.token_key, '\p{L}{4,}')
            and not adverb.is_capitalised
            -- "Turkish-backed positions", "Сирии турецкие военные"
            and adverb.gap_before <> '-' and adverb.token_key not in (select demonyms.demonym_key from demonyms)
            and adverb.token_key not in ('with', 'from', 'that', 'have', 'were', 'will', 'said', 'into', 'their', 'whose', 'which')
        )
    qualify
        row_number() over (
            partition by sized.sentence_id, sized.token_start
            order by sized.token_end desc, group_nouns.token_end - group_nouns.token_start desc, group_nouns.token_end
        ) = 1
),

commissions as (
    select distinct
        dictionary.document_id,
        commission_parties.country_iso3,
        commission_parties.party_actor_id
    from dictionary
    inner join commission_parties on dictionary.actor_id = commission_parties.commission_actor_id
),

-- A bulletin's own "Russian side" is the Russian body that issues it.
issuers as (
    select
        dictionary.document_id,
        actors.country_iso3,
        min_by(dictionary.actor_id, (dictionary.char_start, -dictionary.word_count, dictionary.actor_id)) as issuer_actor_id
    from dictionary
    inner join openings on dictionary.sentence_id = openings.sentence_id
    inner join actors on dictionary.actor_id = actors.actor_id and actors.actor_type in ('military', 'government')
    where dictionary.hit_kind = 'name'
    group by dictionary.document_id, actors.country_iso3
),

-- "Russian and Turkish troops held a joint patrol": two states do something together
joint_acts as (
    select distinct sentence_id from all_tokens
    where token_key in ('joint', 'jointly', 'совместн')
),

read_as as (
    select
        with_noun.island_size > 1 as is_coordinated,
        with_noun.sentence_id,
        with_noun.document_id,
        with_noun.token_start,
        case when with_noun.token_end = with_noun.island_end then with_noun.noun_end else with_noun.token_end end as token_end,
        with_noun.char_start,
        case when with_noun.token_end = with_noun.island_end then with_noun.noun_char_end else with_noun.char_end end as char_end,
        case
            when with_noun.island_size > 1 and (with_noun.reading <> 'forces' or with_noun.is_hyphened or joint_acts.sentence_id is not null)
                then bodies.state_actor_id
            when with_noun.reading = 'forces' and (with_noun.island_size > 1 or commissions.party_actor_id is null)
                then coalesce(bodies.forces_actor_id, bodies.state_actor_id)
            when with_noun.reading = 'government' then coalesce(bodies.government_actor_id, bodies.state_actor_id)
            when with_noun.reading in ('party', 'forces')
                then coalesce(commissions.party_actor_id, issuers.issuer_actor_id, bodies.state_actor_id)
            else bodies.state_actor_id
        end as actor_id
    from with_noun
    inner join bodies on with_noun.country_iso3 = bodies.country_iso3
    left join commissions
        on with_noun.document_id = commissions.document_id and with_noun.country_iso3 = commissions.country_iso3
    left join issuers
        on with_noun.document_id = issuers.document_id and with_noun.country_iso3 = issuers.country_iso3
    left join joint_acts on with_noun.sentence_id = joint_acts.sentence_id
    where with_noun.reading <> 'joint' or with_noun.island_size > 1
),

-- "The Russian side" is a party to the commission only where a document speaks of the commission.
candidates as (
    select dictionary.*
    from dictionary
    left join commission_parties on dictionary.actor_id = commission_parties.party_actor_id
    where commission_parties.party_actor_id is null and not dictionary.is_of_side
    union all by name
    select
        *,
        token_end - token_start + 1 as word_count,
        'demonym' as hit_kind,
        null as role_key
    from read_as
    union all by name
    select * from {{ ref('int_shared_offices') }}
),

ranked as (
    select
        *,
        token_end as reach,
        case
            when is_coordinated then if(hit_kind = 'role', -1, 0)
            when hit_kind <> 'demonym' then 1
            else 2
        end as preference
    from candidates
),

longest as (
    {{ longest_matches('ranked', 'word_count desc, preference, actor_id, role_key') }}
),

-- Who is named inside an office or an epithet is named all the same: "the Assad regime", "CEO of the Rescue Committee", "anti-Assad fighters".
nested as (
    select
        dictionary.*,
        dictionary.token_end as reach
    from dictionary
    inner join longest
        on
            dictionary.sentence_id = longest.sentence_id
            and dictionary.token_start >= longest.token_start
            and dictionary.token_end <= longest.token_end
            and dictionary.word_count < longest.token_end - longest.token_start + 1
            and dictionary.actor_id is distinct from longest.actor_id
    inner join actors on dictionary.actor_id = actors.actor_id
    inner join tokens as tail
        on dictionary.sentence_id = tail.sentence_id and dictionary.token_end = tail.token_number
    where
        longest.hit_kind in ('role', 'epithet')
        and dictionary.hit_kind = 'name'
        and (actors.actor_type <> 'state' or regexp_matches(tail.token, '{{ possessive_ending() }}'))
    union
    select
        *,
        token_end as reach
    from dictionary
    where is_of_side
),

longest_nested as (
    {{ longest_matches('nested', 'word_count desc, actor_id') }}
),

-- "insurgents of the Nusra Front", "rebels led by the Nusra Front" are that group and no other.
owned as (
    select distinct
        epithet.sentence_id,
        epithet.token_start
    from longest as epithet
    inner join tokens as preposition
        on
            epithet.sentence_id = preposition.sentence_id
            and epithet.token_end + 1 = preposition.token_number
            and preposition.token_key in ('of', 'led')
    left join tokens as second_word
        on epithet.sentence_id = second_word.sentence_id and epithet.token_end + 2 = second_word.token_number
    inner join longest as owner
        on
            epithet.sentence_id = owner.sentence_id
            and owner.actor_id is not null
            and case
                when preposition.token_key = 'led' then second_word.token_key = 'by' and owner.token_start - epithet.token_end in (3, 4)
                -- not "insurgents of shelling Damascus"
                else owner.token_start - epithet.token_end = case when second_word.token_key in ('the', 'a') then 3 else 2 end
            end
    where epithet.hit_kind = 'epithet'
),

chosen as (
    select
        longest.*,
        false as is_nested
    from longest
    left join owned on longest.sentence_id = owned.sentence_id and longest.token_start = owned.token_start
    where owned.sentence_id is null
    union all by name
    select
        *,
        true as is_nested
    from longest_nested
),

final as (
    select
        sentence_id,
        document_id,
        cast(token_start as integer) as token_start,
        cast(token_end as integer) as token_end,
        cast(char_start as integer) as char_start,
        cast(char_end as integer) as char_end,
        hit_kind,
        actor_id,
        role_key,
        is_nested
    from chosen
    where hit_kind <> 'trap'
)

select * from final
