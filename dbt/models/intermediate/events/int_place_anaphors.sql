with

phrases as (
    select
        {{ phrase_key('phrase') }} as phrase_key,
        location_type
    from {{ ref('place_anaphors') }}
),

sentences as (
    select
        sentence_id,
        sentence_number
    from {{ ref('int_sentences') }}
    where line_kind = 'body' and document_kind = 'article'
),

tokens as not materialized (
    select
        sentence_id,
        token_number,
        token_key,
        word_classes,
        governor
    from {{ ref('int_clause_tokens') }}
),

-- "Moscow denied it", "Muhammad al-Shaar said": a government or a person, to whom no town refers back
governments as (
    select
        sentence_id,
        token_start,
        token_end
    from {{ ref('int_actor_mentions') }}
    where mention_kind = 'metonym' and not coalesce(is_locative, false) or is_person and mention_kind = 'name'
),

-- what has quarters is no village
cities as (
    select distinct parent_location_id as location_id
    from {{ ref('int_read_locations') }}
    where location_type = 'district'
),

places as (
    select
        mentions.*,
        sentences.sentence_number,
        coalesce(tokens.governor, '') as governor,
        cities.location_id is not null as is_city,
        -- what only the text knows is of the kind that the mention says
        coalesce(told.location_type, locations.location_type) as location_type
    from {{ ref('int_place_mentions') }} as mentions
    inner join sentences on mentions.sentence_id = sentences.sentence_id
    inner join {{ ref('int_read_locations') }} as locations on mentions.location_id = locations.location_id
    left join {{ ref('int_text_place_mentions') }} as told on mentions.mention_id = told.mention_id
    left join tokens on mentions.sentence_id = tokens.sentence_id and mentions.token_start = tokens.token_number
    left join cities on mentions.location_id = cities.location_id
    anti join governments
        on mentions.sentence_id = governments.sentence_id and mentions.token_start between governments.token_start and governments.token_end
    -- "ANKARA - Two soldiers were killed": where it was written
    where not (mentions.token_start = 1 and regexp_full_match(mentions.place_text, '[\p{Lu} .-]{3,}'))
),

found as (
    select
        ngrams.*,
        phrases.location_type,
        phrases.location_type = 'settlement' and not regexp_matches(ngrams.ngram_key, '^(?:the city|город)') as is_small,
        sentences.sentence_number
    from {{ ref('int_ngrams') }} as ngrams
    inner join phrases on ngrams.ngram_key = phrases.phrase_key
    inner join sentences on ngrams.sentence_id = sentences.sentence_id
),

-- "the city of Hama", "в городе Хама", "There is": not the words themselves refer back
referring as (
    select found.*
    from found
    left join tokens
        on found.sentence_id = tokens.sentence_id and found.token_end + 1 = tokens.token_number
    left join places
        on
            found.sentence_id = places.sentence_id
            and places.token_start between found.token_start and found.token_end + 1
    where
        places.mention_id is null
        and coalesce(tokens.token_key, '') not in ('of', 'пребывани')
        and not (found.location_type is null and (found.token_start = 1 or list_has_any(coalesce(tokens.word_classes, []), ['be', 'have', 'modal'])))
),

final as (
    select
        referring.sentence_id || '-a' || cast(referring.token_start as varchar) as mention_id,
        referring.sentence_id,
        referring.document_id,
        referring.token_start,
        referring.token_end,
        places.location_id
    from referring
    inner join places
        on
            referring.document_id = places.document_id
            and referring.char_start > places.char_end
            -- a text speaks of few countries, and long
            and referring.sentence_number - places.sentence_number <= case when referring.location_type = 'country' then 10 else 3 end
            and (
                referring.location_type = places.location_type and not (places.is_city and coalesce(referring.is_small, false))
                -- "the ministers of Russia and Iran met there": they are no places
                or referring.location_type is null and (places.location_type <> 'country' or places.governor in ('in', 'to', 'into', 'в', 'на'))
                or referring.location_type = 'settlement' and places.location_type in ('district', 'camp')
            )
    qualify row_number() over (
        partition by referring.sentence_id, referring.token_start
        order by places.sentence_number desc, places.location_type in ('country', 'governorate'), places.char_start desc, places.mention_id
    ) = 1
)

select * from final
