with

antecedents as (
    select * from {{ ref('int_actor_antecedents') }}
),

named as (
    select * from {{ ref('int_named_actors') }}
),

tokens as not materialized (
    select * from {{ ref('int_tokens') }}
),

sentences as (
    select
        sentence_id,
        sentence_number
    from {{ ref('int_sentences') }}
    where line_kind = 'body'
),

description_words as (
    select
        {{ phrase_key('word') }} as word_key,
        part,
        min(language) as language,
        string_split(min(describes), '|') as types,
        coalesce(min(describes), '') = '' as is_any,
        coalesce(min(describes), '') = 'person' as is_person,
        string_split(min(office), '|') as offices,
        bool_or(is_plural) as is_plural
    from {{ ref('description_words') }}
    group by word_key, part
),

demonyms as (
    select
        {{ phrase_key('demonym') }} as demonym_key,
        min(country_iso3) as country_iso3
    from {{ ref('demonyms') }}
    group by demonym_key
),

nouns as (
    select
        tokens.sentence_id,
        tokens.document_id,
        tokens.token_number,
        tokens.token,
        tokens.char_start,
        tokens.char_end,
        sentences.sentence_number,
        {{ spelling('heads.word_key', british=false) }} as noun,
        heads.language,
        heads.types,
        heads.is_person,
        heads.offices,
        heads.is_plural
    from tokens
    inner join description_words as heads on tokens.token_key = heads.word_key and heads.part = 'head'
    inner join sentences on tokens.sentence_id = sentences.sentence_id
    where
        -- "экс-президент", "лидеры"
        tokens.gap_before <> '-'
        and (heads.language = 'en' or heads.is_plural or not regexp_matches(lower(tokens.token), '(?:ы|ов|ев|ам|ям|ами|ями|ах|ях)$'))
),

words_around as (
    {{ tokens_at('tokens', 'nouns', [
        'token_number - 5', 'token_number - 4', 'token_number - 3', 'token_number - 2', 'token_number - 1', 'token_number + 1'
    ]) }}
),

-- the words before the noun, from the nearest back, and what each is
words_before as (
    select
        nouns.sentence_id,
        nouns.token_number,
        nouns.token_number - words_around.token_number as distance,
        words_around.char_start,
        modifiers.types,
        modifiers.is_any,
        demonyms.country_iso3,
        words_around.token_key = 'un' as is_un,
        nouns.language = 'en' and words_around.token_key in ('the', 'this', 'these', 'both') as is_article,
        modifiers.word_key is not null or demonyms.demonym_key is not null
        -- "the Kurdish-led force", "the 15-member council"
        or words_around.gap_after = '-' as is_modifier,
        words_around.gap_after = '-' as is_half
    from nouns
    inner join (
        select
            *,
            coalesce(lead(gap_before) over (partition by sentence_id order by token_number), '') as gap_after
        from words_around
    ) as words_around
        on nouns.sentence_id = words_around.sentence_id and words_around.token_number between nouns.token_number - 5 and nouns.token_number - 1
    left join description_words as modifiers on words_around.token_key = modifiers.word_key and modifiers.part = 'modifier'
    left join demonyms on words_around.token_key = demonyms.demonym_key
),

bounds as (
    select
        sentence_id,
        token_number,
        min(distance) filter (where is_article) as article_distance,
        coalesce(min(distance) filter (where not is_modifier), 6) as stop_distance
    from words_before
    group by sentence_id, token_number
),

-- what stands before the noun as part of the description
modified as (
    select
        nouns.sentence_id,
        nouns.token_number,
        coalesce(
            if(nouns.language = 'en', any_value(bounds.article_distance), max(words_before.distance)),
            0
        ) as word_count,
        min(words_before.char_start) as char_start,
        min(words_before.country_iso3) filter (where not words_before.is_half) as country_iso3,
        coalesce(bool_or(words_before.is_un), false) as is_un,
        count(*) filter (where not words_before.is_article and words_before.distance is not null) as modifier_count,
        flatten(list(words_before.types) filter (where not words_before.is_any and words_before.types is not null)) as types
    from nouns
    left join bounds on nouns.sentence_id = bounds.sentence_id and nouns.token_number = bounds.token_number
    left join words_before
        on
            nouns.sentence_id = words_before.sentence_id
            and nouns.token_number = words_before.token_number
            and words_before.distance <= if(nouns.language = 'en', bounds.article_distance, bounds.stop_distance - 1)
    where nouns.language = 'ru' or bounds.article_distance = bounds.stop_distance
    group by nouns.sentence_id, nouns.token_number, nouns.language
),

-- "the group Ahrar al-Sham", "the Russian minister, Lavrov,"
apposed as (
    select
        nouns.sentence_id,
        nouns.token_number
    from nouns
    inner join named as names_behind
        on
            nouns.sentence_id = names_behind.sentence_id
            and nouns.token_number + if(nouns.is_person and names_behind.is_person, 2, 1) >= names_behind.token_start
            and nouns.token_number < names_behind.token_start
    left join words_around as joint
        on nouns.sentence_id = joint.sentence_id and nouns.token_number + 1 = joint.token_number
    where nouns.token_number + 1 = names_behind.token_start or joint.token_key = ','
    group by nouns.sentence_id, nouns.token_number
),

found as (
    select
        nouns.sentence_id,
        nouns.document_id,
        nouns.sentence_number,
        nouns.noun,
        nouns.language,
        nouns.types,
        nouns.offices,
        cast(nouns.token_number - modified.word_count as integer) as token_start,
        cast(nouns.token_number as integer) as token_end,
        coalesce(modified.char_start, nouns.char_start) as char_start,
        nouns.char_end,
        modified.country_iso3,
        modified.is_un,
        modified.modifier_count,
        coalesce(modified.types, []) as modifier_types,
        nouns.is_person,
        nouns.is_plural
    from nouns
    inner join modified on nouns.sentence_id = modified.sentence_id and nouns.token_number = modified.token_number
    left join words_around as after_it
        on nouns.sentence_id = after_it.sentence_id and nouns.token_number + 1 = after_it.token_number
    left join words_around as before_it
        on nouns.sentence_id = before_it.sentence_id and nouns.token_number - modified.word_count - 1 = before_it.token_number
    -- inside a name it is none; "the Russian diplomat" may be the one told of
    left join named
        on
            nouns.sentence_id = named.sentence_id
            and nouns.token_number between named.token_start and named.token_end
            and not (named.mention_kind = 'demonym' and nouns.is_person)
    left join apposed
        on nouns.sentence_id = apposed.sentence_id and nouns.token_number = apposed.token_number
    where
        named.sentence_id is null and apposed.sentence_id is null
        and case nouns.language
            when 'en'
                then
                    coalesce(after_it.token_key, '') not in ('of', 'that', 'which', 'who', 'whose', 'called', 'named', 'known')
                    -- "the Syrian ambassador to the United Nations"
                    and not (nouns.is_person and coalesce(after_it.token_key, '') in ('to', 'in', 'at', 'for'))
                    and not coalesce(after_it.is_capitalised and after_it.token_kind = 'word', false)
                    and coalesce(after_it.gap_before, '') <> '-'
            -- "группировка войск", "совет министров" are no word that stands alone, nor is "местный совет"
            else
                (
                    after_it.token_key is null or after_it.token_kind in ('punct', 'number')
                    or after_it.token_key in ({{ words("description_followers") }})
                    or {{ is_russian_finite_verb('after_it.token') }}
                )
                and (
                    before_it.token_key is null or before_it.token_kind <> 'word'
                    or not regexp_matches(before_it.token, '(?:[ыи]й|ой|[ая]я|[ое]е|[ыи]е|ого|его|ому|ему|[ыи]м|[ыи]х|[ыи]ми|ую|юю)$')
                )
        end
),

-- in which part of its sentence it stands
parts as (
    select
        found.sentence_id,
        found.token_end,
        count(stops.token_number) as clause_number
    from found
    left join tokens as stops
        on found.sentence_id = stops.sentence_id and found.token_end >= stops.token_number and stops.token_kind = 'punct'
    group by found.sentence_id, found.token_end
),

candidates as (
    select
        found.sentence_id,
        found.token_end,
        antecedents.actor_id,
        antecedents.token_start,
        antecedents.token_end as name_end,
        antecedents.is_speaker,
        antecedents.is_first,
        found.sentence_number - antecedents.sentence_number as distance,
        not found.is_person and contains(antecedents.alias_keys, ' ' || found.noun || ' ') as has_noun_in_name
    from found
    inner join parts on found.sentence_id = parts.sentence_id and found.token_end = parts.token_end
    inner join antecedents
        on
            found.document_id = antecedents.document_id
            and antecedents.sentence_number between found.sentence_number - 12 and found.sentence_number
            and (
                found.sentence_number > antecedents.sentence_number
                -- "Lee met the minister", "Lee said the minister had gone": another one
                or found.token_start > antecedents.token_end and parts.clause_number > antecedents.clause_number
            )
    where
        (found.country_iso3 is null or found.country_iso3 = antecedents.country_iso3)
        and (not found.is_un or contains(antecedents.actor_code, 'UNO'))
        and case
            when found.is_person
                then
                    antecedents.is_person and found.sentence_number - antecedents.sentence_number <= 5
                    -- "the Turkish minister" is no president
                    and (
                        found.offices is null or antecedents.office_keys = ''
                        or len(list_filter(found.offices, lambda office: contains(antecedents.office_keys, office))) > 0
                    )
                    and (found.country_iso3 is not null or found.is_un or found.modifier_count > 0 or found.language = 'ru')
            when antecedents.is_person then false
            when found.noun in ({{ words("troop_nouns") }})
                then contains(antecedents.alias_keys, ' ' || found.noun || ' ') and found.sentence_number - antecedents.sentence_number <= 2
            -- "the militants": those whom the text is about, if they have a name
            when found.is_plural
                then
                    antecedents.is_first and antecedents.actor_code <> 'UAF' and list_contains(found.types, antecedents.actor_type)
                    and found.sentence_number - antecedents.sentence_number <= 1
            else
                contains(antecedents.alias_keys, ' ' || found.noun || ' ')
                or (
                    list_contains(found.types, antecedents.actor_type)
                    and (len(found.modifier_types) = 0 or list_contains(found.modifier_types, antecedents.actor_type))
                    and found.sentence_number - antecedents.sentence_number <= 8
                )
        end
),

-- the nearest that fits; of two in one sentence its subject, or else nobody knows which
ranked as (
    select
        *,
        row_number() over (
            partition by sentence_id, token_end
            order by has_noun_in_name desc, distance, is_speaker desc, token_start, actor_id
        ) as candidate_rank,
        min(actor_id) over in_sentence <> max(actor_id) over in_sentence as is_one_of_several,
        coalesce(lead(token_start) over (
            partition by sentence_id, token_end, has_noun_in_name, distance
            order by token_start, actor_id
        ) - name_end <= 2, false) as is_in_list
    from candidates
    window in_sentence as (partition by sentence_id, token_end, has_noun_in_name, distance)
),

final as (
    select
        found.sentence_id,
        found.document_id,
        found.token_start,
        found.token_end,
        found.char_start,
        found.char_end,
        ranked.actor_id,
        found.noun,
        found.is_person,
        found.country_iso3 is not null or found.is_un as is_of_nation
    from ranked
    inner join found on ranked.sentence_id = found.sentence_id and ranked.token_end = found.token_end
    where ranked.candidate_rank = 1 and (not ranked.is_one_of_several or ranked.is_first and not ranked.is_in_list)
)

select * from final
