with

names as (
    select
        name_key,
        is_acronym,
        bool_or(is_curated) as is_curated,
        bool_and(needs_cue) as needs_cue,
        bool_or(location_type = 'country') as can_be_country,
        bool_or(location_type = 'country' and country_iso3 <> 'SYR') as can_be_state
    from {{ ref('int_place_names') }}
    group by name_key, is_acronym
),

aliases as (
    select {{ phrase_key("regexp_replace(alias, '^the ', '')") }} as alias_key from {{ ref('place_aliases') }}
    where regexp_matches(alias, '^\p{Ll}')
),

actor_names as (
    select distinct {{ phrase_key('alias') }} as alias_key from {{ ref('actor_aliases') }}
    where alias_kind = 'name' and contains(alias, ' ') and not regexp_matches(alias, '^[Tt]he ')
    union
    -- in their other cases, and ministries of the dictionary's wordings
    select name_key as alias_key from {{ ref('int_actor_names') }}
    where name_kind = 'name' and regexp_matches(name_key, '^\p{Cyrillic}.* ')
),

metonyms as (
    select distinct {{ place_key('alias') }} as name_key from {{ ref('actor_aliases') }}
    where alias_kind = 'metonym'
),

-- the Kremlin, Downing Street: the seat of a power, which its city is only where something is in it; Brussels is a city
seats as (
    select distinct {{ place_key('aliases.alias') }} as name_key
    from {{ ref('actor_aliases') }} as aliases
    inner join {{ ref('actors') }} as actors on aliases.actor_id = actors.actor_id
    where aliases.alias_kind in ('metonym', 'name') and actors.actor_type = 'government' and not starts_with(actors.actor_name, 'Government of ')
),

people as (
    select
        {{ phrase_key('aliases.alias') }} as name_key,
        aliases.actor_id
    from {{ ref('actor_aliases') }} as aliases
    inner join {{ ref('actors') }} as actors on aliases.actor_id = actors.actor_id
    where actors.actor_type = 'person' and aliases.alias_kind = 'name'
),

-- "Cameron" and "Has it begun" are other words as they are written, though they fold as names of places do
words_of_their_own as (
    select name_key from people
    where not contains(name_key, ' ')
    union
    select {{ phrase_key('word') }} as name_key from {{ ref('place_cue_words') }}
    where cue = 'other'
    except
    select {{ phrase_key('alias') }} as name_key from {{ ref('place_aliases') }}
    except
    select {{ phrase_key('location_name') }} as name_key from {{ ref('int_place_names') }}
    where is_curated
),

-- "Michael Jordan", "Minister Mohammad Shaar"
given_names as (
    select split_part(name_key, ' ', 1) as given_name
    from people
    where contains(name_key, ' ')
    group by given_name
    having count(distinct actor_id) >= 2
    except
    select {{ phrase_key('title') }} as given_name from {{ ref('person_titles') }}
    except
    select {{ phrase_key('word') }} as given_name from {{ ref('place_cue_words') }}
    except
    select {{ phrase_key('demonym') }} as given_name from {{ ref('demonyms') }}
    except
    select name_key as given_name from names
),

sentences as (
    select
        sentence_id,
        char_start as sentence_start,
        sentence_text
    from {{ ref('int_sentences') }}
),

ngrams as not materialized (
    select * from {{ ref('int_ngrams') }}
),

documents as (
    select
        document_id,
        document_kind
    from {{ ref('stg_documents_to_read') }}
),

openers as (
    select distinct split_part(alias_key, ' ', 1) as opener from aliases
),

-- A name starts with a capital, or with one of the few small words that names start with.
candidates as (
    select
        *,
        split_part(ngram_key, ' ', 1) as opener
    from ngrams
    where
        word_count <= 6
        and (is_capitalised or regexp_matches(ngram_key, '^[a-z]-?\d') or split_part(ngram_key, ' ', 1) in (select opener from openers))
),

folded as (
    select
        ngram_key,
        {{ fold_place('ngram_key') }} as name_key
    from (select distinct ngram_key from candidates) as ngram_keys
),

known as (
    select
        folded.ngram_key,
        names.name_key,
        names.is_acronym,
        names.is_curated,
        names.needs_cue,
        names.can_be_country,
        names.can_be_state
    from folded
    inner join names on folded.name_key = names.name_key
    where folded.ngram_key not in (select name_key from words_of_their_own)
),

texts as (
    select
        candidates.sentence_id,
        candidates.document_id,
        candidates.token_start,
        candidates.token_end,
        candidates.word_count,
        candidates.char_start,
        candidates.char_end,
        known.name_key,
        known.is_acronym,
        known.is_curated,
        known.needs_cue,
        known.can_be_country,
        known.can_be_state,
        sentences.sentence_text,
        candidates.char_start - sentences.sentence_start as offset_start,
        candidates.char_end - sentences.sentence_start as offset_end
    from candidates
    inner join known on candidates.ngram_key = known.ngram_key
    inner join sentences on candidates.sentence_id = sentences.sentence_id
),

around as (
    select
        *,
        substr(sentence_text, offset_start + 1, offset_end - offset_start) as place_text,
        substr(sentence_text, greatest(offset_start - 40, 0) + 1, least(offset_start, 40)) as text_before,
        substr(sentence_text, offset_end + 1, 40) as text_after
    from texts
),

written as (
    select * from around
    where
        regexp_matches(place_text, '\p{Lu}')
        and not regexp_matches(place_text, '^(?i:as|at|an|ad|is) | (?:in|on|at|to|and|of|as|is|an|a|by|for|и|в|на|с)$')
        and (is_curated or regexp_matches(place_text, '(?:^|[ -])\p{Lu}[^ -]*(?: district| province| governorate)?$'))
        and (
            case
                when is_acronym then regexp_full_match(place_text, '[\p{Lu}.-]+(?:[''’]s)?')
                else not regexp_full_match(place_text, '\p{Lu}{2,4}')
            end
        )
        -- "Damascus, SANA-A convoy arrived": an agency and the first word behind it, not Sana'a
        and not regexp_full_match(place_text, '\p{Lu}{3,} ?[-–—] ?\p{Lu}')
        -- A part of a compound is not the place that it sounds like.
        and not (
            (not is_curated or regexp_matches(place_text, '\p{Cyrillic}'))
            and (
                regexp_matches(text_after, '^-\p{L}')
                or regexp_matches(text_before, '\p{L}-$')
            )
        )
        and (not needs_cue or regexp_matches(text_before, {{ village_before() }}) or regexp_matches(text_after, {{ settlement_after() }}))
        -- "Al Badia Cement", "Levant People's Brigades", "Operation Euphrates Shield"
        and not regexp_matches(text_after, {{ company_after() }})
        and (not regexp_matches(text_before, {{ operation_before() }}) or regexp_matches(place_text, '(?i) (?:area|zone|region)$'))
        -- "the town of Tal Tamr" is not the town of al-Tall
        and not (regexp_matches(place_text, '^(?:town|city) of ') and regexp_matches(text_after, '^[ -]\p{Lu}'))
        -- nor is "Tal Abqar", nor "the village of Qarah Tash" the town of Qarah
        and not (
            regexp_matches(text_after, {{ name_goes_on() }})
            and (
                regexp_full_match(place_text, 'Tell?|Tall?|Телль?|Тель')
                or regexp_full_match(place_text, '\p{Lu}\p{Ll}+') and regexp_matches(text_before, {{ village_of() }})
            )
        )
        -- "Tell Jobar" is not Jobar.
        and not regexp_matches(text_before, {{ name_opening() }})
        -- A city that no dictionary row vouches for is not taken out of a longer name.
        and (
            is_curated
            or not (
                regexp_matches(text_after, {{ name_goes_on() }})
                or (regexp_matches(text_before, '\p{Lu}[\p{L}.''’]* $') and not regexp_matches(text_before, '(?:^|[.!?:] )\p{Lu}\p{Ll}* $'))
            )
        )
        and (
            contains(place_text, ' ')
            or not regexp_matches(text_before, '\p{Lu}\p{L}+ $')
            or {{ phrase_key("regexp_extract(text_before, '(\p{Lu}\p{L}+) $', 1)") }} not in (select given_name from given_names)
        )
),

organisations as (
    select
        ngrams.sentence_id,
        ngrams.token_start,
        ngrams.token_end
    from ngrams
    inner join actor_names on ngrams.ngram_key = actor_names.alias_key
),

-- "Turkey and Iran signed", "the president of Iran": a state that acts is no place of the text; Syria is its scene.
states as (
    select
        written.*,
        substr(written.sentence_text, greatest(written.offset_start - 90, 0) + 1, least(written.offset_start, 90)) as words_before,
        regexp_extract(written.place_text, '{{ possessive_ending() }}') || substr(written.sentence_text, written.offset_end + 1, 60) as words_after
    from written
    inner join documents on written.document_id = documents.document_id
    where
        written.can_be_state
        or written.name_key in (select name_key from seats)
        or documents.document_kind = 'article' and written.name_key in (select name_key from metonyms)
),

acting as (
    select *
    from states
    where
        regexp_matches(words_before, {{ banned_before() }})
        or not regexp_matches(words_before, {{ country_before() }})
        and (
            name_key in (select name_key from seats)
            or regexp_matches(words_before, {{ state_before() }})
            or regexp_matches(words_before, {{ done_by_state() }})
            or (
                (
                    regexp_matches(words_after, {{ state_after() }})
                    or regexp_matches(words_after, {{ russian_state_after() }})
                    and regexp_matches(words_before, {{ russian_subject_before() }})
                    -- the nominative, as of no place where something is
                    or place_text like '%ия' and regexp_matches(words_after, {{ russian_clause_after() }})
                )
                and not regexp_matches(words_after, {{ host_after() }})
                and not regexp_matches(words_before, {{ no_subject_before() }})
            )
        )
),

-- "The Russian Federation Ministry of Defence" is an actor, its country no place of the text.
outside as (
    select written.*
    from written
    anti join acting
        on
            written.sentence_id = acting.sentence_id
            and written.token_start >= acting.token_start
            and written.token_end <= acting.token_end
    inner join documents on written.document_id = documents.document_id
    where
        not (
            documents.document_kind = 'article'
            and written.name_key in (select name_key from metonyms)
            and not regexp_matches(written.text_before, {{ place_before() }})
            and (
                regexp_matches(written.text_before, {{ government_before() }})
                or regexp_matches(written.text_after, {{ government_after() }})
            )
        )
        and not (
            documents.document_kind = 'bulletin'
            and written.can_be_country
            and (
                regexp_matches(written.text_before, {{ institution_before() }})
                or regexp_matches(written.text_after, {{ institution_after() }})
            )
        )
        and not exists (
            select 1 from organisations
            where
                organisations.sentence_id = written.sentence_id
                and organisations.token_start <= written.token_start
                and organisations.token_end >= written.token_end
                and organisations.token_end - organisations.token_start > written.token_end - written.token_start
        )
),

spans as (
    select
        *,
        max(token_end) over (
            partition by sentence_id
            order by token_start, word_count desc, is_curated desc
            rows between unbounded preceding and 1 preceding
        ) as reach
    from outside
),

chosen as (
    select
        *,
        false as is_actor
    from spans
    where coalesce(reach < token_start, true)
),

-- which country it is still tells which of several towns is meant
actors as (
    select
        acting.* exclude (words_before, words_after),
        true as is_actor
    from acting
    anti join chosen on acting.sentence_id = chosen.sentence_id and acting.token_start = chosen.token_start
    where acting.can_be_state
    qualify row_number() over (partition by acting.sentence_id, acting.token_start order by acting.token_end desc, acting.name_key) = 1
),

final as (
    select
        sentence_id,
        document_id,
        token_start,
        token_end,
        char_start,
        cast(char_end - length(regexp_extract(place_text, '{{ possessive_ending() }}')) as integer) as char_end,
        regexp_replace(place_text, '{{ possessive_ending() }}', '') as place_text,
        name_key,
        text_before,
        regexp_extract(place_text, '{{ possessive_ending() }}') || text_after as text_after,
        is_actor
    from (
        select * exclude (reach) from chosen
        union all by name
        select * from actors
    ) as found
)

select * from final
