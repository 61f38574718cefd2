with

mentions as (
    select * from {{ ref('int_actor_mentions') }}
    where actor_id is not null
),

tokens as not materialized (
    select * from {{ ref('int_clause_tokens') }}
),

-- the few words that stand for somebody, and those behind them
stand_in_words as materialized (
    select * from tokens
    where
        token_key in ('government', 'правительств', 'army', 'authorities')
        or token_key = 'forces' and key_before = 'security'
        or token_key = 'безопасност' and key_before = 'сил'
        or key_before = 'its'
        or list_has_any(word_classes, ['object_pronoun', 'other_party', 'first_person'])
),

words_behind as materialized (
    {{ tokens_at('tokens', 'stand_in_words', ['token_number - 2', 'token_number + 1', 'token_number + 2']) }}
),

sentences as (
    select
        sentence_id,
        document_id,
        document_kind,
        sentence_number
    from {{ ref('int_sentences') }}
),

-- "Russian air strikes", "Israel launched": the act is no part of who acts
acts as (
    select
        mentions.mention_id,
        min(tokens.token_number) as act_token
    from mentions
    inner join tokens
        on
            mentions.sentence_id = tokens.sentence_id
            and tokens.token_number between mentions.token_start + 1 and mentions.token_end
            and (tokens.is_lexical or list_contains(tokens.word_classes, 'event_noun'))
    where mentions.mention_kind = 'demonym'
    group by mentions.mention_id
),

states as (
    select
        named.document_id,
        named.sentence_id,
        sentences.sentence_number,
        named.token_start,
        named.country_iso3
    from {{ ref('int_named_actors') }} as named
    inner join sentences on named.sentence_id = sentences.sentence_id
    where
        named.country_iso3 is not null
        and (named.actor_type in ('state', 'government', 'military', 'person') or named.actor_type = 'media' and named.country_iso3 = 'SYR')
),

-- "government bombing", "the army shelled": in news of Syria the state that nobody names is Syria, unless another one was just spoken of
unnamed as (
    select
        tokens.sentence_id,
        tokens.document_id,
        tokens.token_number,
        tokens.char_start,
        tokens.token_key
    from stand_in_words as tokens
    inner join sentences on tokens.sentence_id = sentences.sentence_id
    left join words_behind as after
        on tokens.sentence_id = after.sentence_id and tokens.token_number + 1 = after.token_number
    left join words_behind as second_before
        on tokens.sentence_id = second_before.sentence_id and tokens.token_number - 2 = second_before.token_number
    left join mentions as rebels
        on
            tokens.sentence_id = rebels.sentence_id
            and rebels.token_start between tokens.token_number + 2 and tokens.token_number + 4
            and rebels.actor_id in ('syrian-opposition', 'syrian-armed-opposition')
            and after.token_key = 'and'
    left join mentions
        on
            tokens.sentence_id = mentions.sentence_id
            and tokens.token_number between mentions.token_start and mentions.token_end + 1
    left join states
        on
            sentences.document_id = states.document_id
            and states.sentence_number between sentences.sentence_number - 1 and sentences.sentence_number
            and (tokens.sentence_id <> states.sentence_id or tokens.token_number > states.token_start)
    where
        tokens.token_key in ('government', 'правительств', 'army', 'authorities', 'forces', 'безопасност')
        and not coalesce(tokens.token_key = 'authorities' and after.token_key in ('of', 'in', 'from', 'at', 'there', 'affiliated', 'loyal'), false)
        -- not "the army bus"
        and (
            tokens.token_key <> 'army' or after.token_key is null or after.token_kind = 'punct'
            or after.is_lexical or after.is_chain or after.token_key in ('and', 'or', 'in', 'on', 'of', 'at')
            or list_has_any(after.word_classes, ['hitobject', 'troops'])
        )
        -- "the Government" of UN reports, but not "the Government of Turkey"
        and (
            not tokens.is_capitalised
            or tokens.token_key = 'government' and tokens.key_before = 'the' and not coalesce(after.is_capitalised or after.token_key = 'of', false)
            -- "Government to attend the talks"
            or tokens.token_key = 'government' and (tokens.token_number = 1 or tokens.token_number = 2 and tokens.kind_before = 'punct')
            and (after.is_chain or after.is_lexical) and not coalesce(after.is_capitalised, false)
        )
        and (
            sentences.document_kind = 'article' or tokens.is_capitalised or tokens.key_before in ('security', 'сил')
            or tokens.token_key = 'army' and list_has_any(after.word_classes, ['hitobject', 'troops'])
        )
        and mentions.mention_id is null
        and (
            tokens.key_before in ('the', 'a', 'by', 'of', 'and', 'to', 'from') or tokens.key_before is null
            or tokens.token_key = 'army' and list_has_any(after.word_classes, ['hitobject', 'troops'])
            -- "security forces", but not "Kurdish security forces"
            or tokens.key_before in ('security', 'сил')
            and (
                second_before.token_key is null or second_before.token_kind <> 'word'
                or second_before.is_lexical or second_before.is_preposition or second_before.token_key in ('the', 'and', 'when', 'that', 'as', 'и')
            )
            and not coalesce(after.token_key in ('of', 'in', 'from', 'affiliated', 'loyal') or after.is_capitalised, false)
        )
    group by tokens.sentence_id, tokens.document_id, tokens.token_number, tokens.char_start, tokens.token_key
    having
        bool_or(rebels.mention_id is not null)
        -- a bulletin's army is the Syrian one, whoever issues it
        or tokens.token_key = 'army' and bool_and(sentences.document_kind = 'bulletin')
        or coalesce(arg_max(states.country_iso3, (states.sentence_number, states.token_start, states.country_iso3)), 'SYR') = 'SYR'
),

people as (
    select
        mentions.document_id,
        mentions.sentence_id,
        sentences.sentence_number,
        mentions.token_start,
        mentions.actor_id,
        tokens.clause_number,
        tokens.verb_number
    from mentions
    inner join sentences on mentions.sentence_id = sentences.sentence_id
    inner join tokens on mentions.sentence_id = tokens.sentence_id and mentions.token_start = tokens.token_number
    where mentions.is_person and sentences.document_kind = 'article'
),

-- "met him", "thanked his guest": words for one who is no subject
objects as (
    select
        tokens.sentence_id,
        tokens.document_id,
        sentences.sentence_number,
        tokens.token_number,
        tokens.char_start,
        tokens.token_key,
        tokens.clause_number,
        tokens.key_before
    from stand_in_words as tokens
    inner join sentences on tokens.sentence_id = sentences.sentence_id
    left join words_behind as after on tokens.sentence_id = after.sentence_id and tokens.token_number + 1 = after.token_number
    left join words_behind as second_after on tokens.sentence_id = second_after.sentence_id and tokens.token_number + 2 = second_after.token_number
    where
        sentences.document_kind = 'article'
        and list_has_any(tokens.word_classes, ['object_pronoun', 'other_party'])
        and (
            list_contains(tokens.word_classes, 'object_pronoun')
            -- "met her" but not "met her brother"
            and (
                tokens.token_key <> 'her' or after.token_key is null or after.token_kind = 'punct'
                or after.is_preposition or after.is_chain or after.token_key = 'and'
            )
            or list_contains(tokens.word_classes, 'other_party')
            and tokens.key_before in ('his', 'her')
            -- not "his counterpart from Turkey, Lee,", but "with his counterpart, he said, he had met"
            and not coalesce(after.is_capitalised or after.token_key in (',', 'from', 'for') and second_after.token_key not in ('he', 'she'), false)
        )
),

-- he is somebody else than the subject: the nearest one named before in the sentence, or the first of the sentence before
others as (
    select
        objects.sentence_id,
        objects.document_id,
        objects.token_number,
        objects.char_start,
        objects.token_key,
        people.actor_id
    from objects
    inner join people
        on
            objects.document_id = people.document_id
            and people.sentence_number between objects.sentence_number - 3 and objects.sentence_number
            and (objects.sentence_number > people.sentence_number or objects.token_number > people.token_start)
    left join people as subjects
        on
            objects.sentence_id = subjects.sentence_id
            and objects.clause_number = subjects.clause_number
            and subjects.verb_number = 0
            and people.actor_id = subjects.actor_id
    -- "he considers a meeting between him and Lee"
    where subjects.actor_id is null or objects.key_before = 'between'
    qualify row_number() over (
        partition by objects.sentence_id, objects.token_number
        order by
            people.sentence_number desc,
            case when people.sentence_id = objects.sentence_id then -people.token_start else people.token_start end,
            people.actor_id
    ) = 1
),

-- "its fighters": those of the body that the sentence before is about
owned as (
    select
        tokens.sentence_id,
        tokens.document_id,
        tokens.token_number,
        tokens.char_start,
        tokens.token_key,
        named.actor_id
    from stand_in_words as tokens
    inner join sentences on tokens.sentence_id = sentences.sentence_id
    inner join {{ ref('int_named_actors') }} as named
        on
            sentences.document_id = named.document_id
            and named.sentence_number between sentences.sentence_number - 1 and sentences.sentence_number
            and (sentences.sentence_number > named.sentence_number or tokens.token_number > named.token_start)
    where
        tokens.key_before = 'its'
        -- "its air force", "its jets"
        and (list_has_any(tokens.word_classes, ['troops', 'body_noun']) or tokens.token_key = 'air')
        and sentences.document_kind = 'article'
        and named.actor_type in ('state', 'military', 'armed_group')
        and not named.is_locative
    qualify row_number() over (
        partition by tokens.sentence_id, tokens.token_number order by named.sentence_number desc, named.token_start, named.actor_id
    ) = 1
),

speech as (
    select
        mentions.document_id,
        mentions.char_start,
        mentions.content_start,
        mentions.content_end,
        mentions.speaker_actor_id
    from {{ ref('int_speech_mentions') }} as mentions
    left join {{ ref('actors') }} as speakers on mentions.speaker_actor_id = speakers.actor_id
    where mentions.speaker_actor_id is not null and coalesce(speakers.actor_type, '') not in ('media', 'state', 'government')
),

-- "we urge", "met us": the body for which the last speaker speaks, or he himself
ours as (
    select
        tokens.sentence_id,
        tokens.document_id,
        tokens.token_number,
        tokens.char_start,
        tokens.token_key,
        if(tokens.token_key = 'i', speech.speaker_actor_id, coalesce(bodies.actor_id, speech.speaker_actor_id)) as actor_id
    from stand_in_words as tokens
    inner join sentences on tokens.sentence_id = sentences.sentence_id
    inner join speech
        on
            tokens.document_id = speech.document_id
            and (
                tokens.char_start between speech.content_start and speech.content_end
                or speech.char_start between tokens.char_start - 1500 and tokens.char_start
            )
    left join {{ ref('int_person_bodies') }} as bodies
        on speech.document_id = bodies.document_id and speech.speaker_actor_id = bodies.person_id
    where
        list_contains(tokens.word_classes, 'first_person')
        and not (tokens.token_key = 'us' and tokens.is_capitalised)
        -- "I have issued", of whoever says so in this sentence
        and (tokens.token_key <> 'i' or tokens.char_start between speech.content_start and speech.content_end)
        and sentences.document_kind = 'article'
    qualify row_number() over (
        partition by tokens.sentence_id, tokens.token_number
        order by
            tokens.char_start between speech.content_start and speech.content_end desc,
            speech.content_end - speech.content_start,
            speech.char_start desc,
            coalesce(bodies.actor_id, speech.speaker_actor_id)
    ) = 1
),

stand_ins as (
    select
        sentence_id,
        document_id,
        token_number,
        char_start,
        token_key,
        case
            when token_key = 'army' then 'syrian-arab-army'
            when token_key in ('forces', 'безопасност') then 'syrian-security-forces'
            else 'government-of-syria'
        end as actor_id,
        'unnamed' as stands_for,
        'epithet' as mention_kind,
        false as is_person
    from unnamed
    union all
    select
        *,
        'other' as stands_for,
        'pronoun' as mention_kind,
        true as is_person
    from others
    union all
    select
        *,
        'counterpart' as stands_for,
        'pronoun' as mention_kind,
        true as is_person
    from {{ ref('int_counterparts') }}
    union all
    select
        *,
        'delegation-' || actor_id as stands_for,
        'pronoun' as mention_kind,
        false as is_person
    from {{ ref('int_delegations') }}
    union all
    select
        *,
        'craft-' || actor_id,
        'pronoun',
        false
    from {{ ref('int_craft_nations') }}
    union all
    select
        *,
        'owned' as stands_for,
        'pronoun' as mention_kind,
        false as is_person
    from owned
    union all
    select
        * exclude (is_person),
        'owner' as stands_for,
        'pronoun' as mention_kind,
        is_person
    from {{ ref('int_owned_acts') }}
    union all
    select
        *,
        'ours' as stands_for,
        'pronoun' as mention_kind,
        false as is_person
    from ours
),

final as (
    select
        mentions.mention_id,
        mentions.sentence_id,
        mentions.document_id,
        mentions.token_start,
        cast(coalesce(acts.act_token - 1, mentions.token_end) as integer) as token_end,
        mentions.char_start,
        mentions.actor_text,
        mentions.actor_id,
        mentions.mention_kind,
        mentions.is_person,
        mentions.is_locative,
        acts.mention_id is not null as is_of_act
    from mentions
    left join acts on mentions.mention_id = acts.mention_id
    -- "UN envoy Lee": whose office he holds says only who he is
    where not mentions.is_nested
    union all
    select
        sentence_id || '-' || {{ padded('token_number', 4) }} || '-' || stands_for as mention_id,
        sentence_id,
        document_id,
        token_number as token_start,
        token_number as token_end,
        char_start,
        token_key as actor_text,
        actor_id,
        mention_kind,
        is_person,
        false as is_locative,
        false as is_of_act
    from stand_ins
)

select * from final
