with

named as (
    select * from {{ ref('int_named_actors') }}
),

slots as (
    select * from {{ ref('int_speech_slots') }}
),

tokens as not materialized (
    select * from {{ ref('int_tokens') }}
),

actors as (
    select
        actor_id,
        actor_code,
        ' ' || {{ spelling(phrase_key('actor_name'), british=false) }} || ' ' as name_key
    from {{ ref('actors') }}
),

-- all that the dictionary calls it, and for a name that only the text knows its own words
names as (
    select
        actor_id,
        ' ' || {{ spelling("string_agg(name_key, ' | ' order by name_key)", british=false) }} || ' ' as alias_keys
    from {{ ref('int_actor_names') }}
    where actor_id is not null and name_kind = 'name'
    group by actor_id
),

subjects as (
    select * from named
    where not is_nested
),

-- what offices a person ever held: "the minister" is a minister
offices as (
    select * from {{ ref('int_person_offices') }}
),

words_of_speech as materialized (
    select tokens.*
    from tokens
    semi join slots on tokens.sentence_id = slots.sentence_id
),

speakers as (
    {{ slot_speakers('slots', 'subjects', 'words_of_speech') }}
),

words_around_names as (
    {{ tokens_at('tokens', 'named', ['token_start - 3', 'token_start - 2', 'token_start - 1', 'token_start', 'token_end', 'token_end + 1', 'token_end + 2']) }}
),

final as (
    select
        named.* exclude (mention_kind, is_nested, is_locative),
        speakers.verb_start is not null as is_speaker,
        replace(coalesce(last_word.token_key, ''), 'memorandum', 'memo') as last_key,
        replace(coalesce(next_word.token_key, ''), 'memorandum', 'memo') as next_key,
        -- "the representative of Germany"
        coalesce(
            coalesce(if(second_word.token_key = 'of', third_word.token_key, second_word.token_key), '')
            in ('representative', 'delegate', 'ambassador')
            or next_word.token_key in ('delegate', 'representative'),
            false
        ) as is_delegate,
        -- "With Lee he discussed": he is another
        coalesce(word_before.token_key in ('with', 'с', 'со'), false) as is_companion,
        -- "received him in the Kremlin, where they talked"
        coalesce(named.actor_type = 'government' and second_word.token_key in ('in', 'at', 'inside', 'outside'), false) as is_house,
        coalesce(actors.name_key, '') as name_key,
        coalesce(
            names.alias_keys,
            ' ' || {{ spelling("replace(regexp_extract(named.actor_id, '^x-(.*)$', 1), '-', ' ')", british=false) }} || ' '
        ) as alias_keys,
        coalesce(actors.actor_code, '') as actor_code,
        -- "a spokeswoman of the agency"
        coalesce(
            coalesce(if(second_word.token_key = 'of', third_word.token_key, second_word.token_key), '')
            in ('spokesman', 'spokeswoman', 'spokesperson', 'official', 'officer'),
            false
        ) as is_spoken_for,
        coalesce(offices.office_keys, '') as office_keys,
        named.is_person
        and split_part(trim(coalesce(nullif(actors.name_key, ''), regexp_replace(named.actor_id, '^x-|-.*$', '', 'g'))), ' ', 1)
        in ({{ words("women_names") }})
            as is_woman,
        -- by the first word of a Russian name, as far as that tells
        case
            when not regexp_matches(first_word.token, '^\p{Cyrillic}') then ''
            when first_word.token = 'МИД' then 'он'
            when regexp_matches(first_word.token, '^\p{Lu}{2}') then ''
            when named.actor_type = 'armed_group' then ''
            -- "правительственных сил": an adjective in another case tells no gender
            when regexp_matches(first_word.token, '(?:[ыи]х|[ыи]ми?|[ое]го|[ое]му|ую)$') then ''
            when regexp_matches(first_word.token, '[ая]$') then 'она'
            when regexp_matches(first_word.token, '[оеы]$') then 'оно'
            else 'он'
        end as russian_pronoun,
        row_number() over (partition by named.sentence_id order by named.token_start, named.token_end desc, named.actor_id) = 1 as is_first
    from named
    left join (
        select distinct on (sentence_id, speaker_start)
            sentence_id,
            speaker_start,
            verb_start
        from speakers
        order by sentence_id, speaker_start, verb_start
    ) as speakers
        on named.sentence_id = speakers.sentence_id and named.token_start = speakers.speaker_start
    left join actors on named.actor_id = actors.actor_id
    left join names on named.actor_id = names.actor_id
    left join offices on named.actor_id = offices.actor_id
    left join words_around_names as first_word
        on named.sentence_id = first_word.sentence_id and named.token_start = first_word.token_number
    left join words_around_names as last_word
        on named.sentence_id = last_word.sentence_id and named.token_end = last_word.token_number
    left join words_around_names as next_word
        on named.sentence_id = next_word.sentence_id and named.token_end + 1 = next_word.token_number
    left join words_around_names as second_after
        on named.sentence_id = second_after.sentence_id and named.token_end + 2 = second_after.token_number
    left join words_around_names as word_before
        on named.sentence_id = word_before.sentence_id and named.token_start - 1 = word_before.token_number
    left join words_around_names as second_word
        on named.sentence_id = second_word.sentence_id and named.token_start - 2 = second_word.token_number
    left join words_around_names as third_word
        on named.sentence_id = third_word.sentence_id and named.token_start - 3 = third_word.token_number
    where
        not named.is_locative and not named.is_nested
        -- "GENEVA (Reuters) - The agency brought food, it said": who prints it is nobody told of
        and not coalesce(named.actor_type = 'media' and next_word.token_key = ')' and second_after.token in ('-', '–', '—'), false)
)

select * from final
