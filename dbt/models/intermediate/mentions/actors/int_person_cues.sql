with

runs as (
    select * from {{ ref('int_name_runs') }}
    where line_kind in ('body', 'caption') and word_count between 1 and 5 and not is_organisation
),

tokens as not materialized (
    select
        sentence_id,
        token_number,
        token_kind,
        token,
        token_key
    from {{ ref('int_tokens') }}
),

titles as (
    select * from {{ ref('int_title_hits') }}
),

speech as (
    select * from {{ ref('int_speech_hits') }}
    where frame not in ('count', 'counted')
),

title_before as (
    select
        runs.sentence_id,
        runs.token_start,
        min(titles.token_start) as title_start,
        bool_or(titles.is_capitalised) as is_capitalised
    from runs
    inner join titles on runs.sentence_id = titles.sentence_id and runs.token_start = titles.token_end + 1
    group by runs.sentence_id, runs.token_start
),

speech_before as (
    select distinct
        runs.sentence_id,
        runs.token_start
    from runs
    inner join speech
        on
            runs.sentence_id = speech.sentence_id
            and speech.frame in ('speaker', 'source')
    left join tokens as owner
        on
            runs.sentence_id = owner.sentence_id
            and runs.token_start - 1 = owner.token_number
            and regexp_matches(owner.token, '{{ possessive_ending() }}')
    where
        runs.token_start = speech.token_end + 1
        -- "said the League's Ahmed Aboul Gheit"
        or (owner.token_number is not null and runs.token_start between speech.token_end + 2 and speech.token_end + 4)
),

speech_after as (
    select distinct
        runs.sentence_id,
        runs.token_start
    from runs
    inner join speech
        on
            runs.sentence_id = speech.sentence_id
            and speech.token_start between runs.token_end + 1 and runs.token_end + 2
            and speech.frame in ('speaker', 'address')
            and (speech.token_start = runs.token_end + 1 or speech.verb_id in ('say', 'tell'))
),

-- "Rayan Maarouf, an activist", "Mustafa Bali, their spokesman": a comma, an article, a title.
apposed as (
    select
        runs.sentence_id,
        runs.token_start
    from runs
    inner join tokens as comma
        on
            runs.sentence_id = comma.sentence_id
            and comma.token_number between runs.token_end + 1 and runs.token_end + 3
            and comma.token = ','
    inner join tokens as article
        on runs.sentence_id = article.sentence_id and comma.token_number + 1 = article.token_number
    inner join titles
        on
            runs.sentence_id = titles.sentence_id
            and titles.token_start between comma.token_number + 1 and comma.token_number + 3
    left join tokens as behind
        on runs.sentence_id = behind.sentence_id and titles.token_end + 1 = behind.token_number
    left join tokens as before_it
        on runs.sentence_id = before_it.sentence_id and runs.token_start - 1 = before_it.token_number
    where
        article.token_key in ('a', 'an', 'the', 'their', 'its', 'his', 'her', 'our')
        or titles.token_start = comma.token_number + 1
        -- "Kazem Gharibabadi, Iran's deputy foreign minister, condemned", but not "In New York, Iran's foreign minister, Lee,"
        or behind.token in (',', '.') and comma.token_number = runs.token_end + 1
        and regexp_matches(article.token, '{{ possessive_ending() }}')
        and coalesce(before_it.token_key, '') not in ({{ words("locative_words") }})
    union
    -- "Mahmoud Hafar, who leads the council"
    select
        runs.sentence_id,
        runs.token_start
    from runs
    inner join tokens as comma
        on runs.sentence_id = comma.sentence_id and runs.token_end + 1 = comma.token_number and comma.token = ','
    inner join tokens as relative
        on runs.sentence_id = relative.sentence_id and runs.token_end + 2 = relative.token_number and relative.token_key = 'who'
    union
    -- "JUAN PEREZ (Peru)": who speaks for a state in the records of a council
    select
        runs.sentence_id,
        runs.token_start
    from runs
    inner join tokens as bracket
        on runs.sentence_id = bracket.sentence_id and runs.token_end + 1 = bracket.token_number and bracket.token = '('
    inner join {{ ref('int_actor_hits') }} as states on runs.sentence_id = states.sentence_id and runs.token_end + 2 = states.token_start
    inner join {{ ref('actors') }} as kinds on states.actor_id = kinds.actor_id and kinds.actor_type = 'state'
    inner join tokens as closing
        on runs.sentence_id = closing.sentence_id and states.token_end + 1 = closing.token_number and closing.token = ')'
    where runs.word_count between 2 and 4
    union
    -- "the Chinese ambassador in Damascus, Feng Biao,": a title, its place or its body, and the name between commas
    select
        runs.sentence_id,
        runs.token_start
    from runs
    inner join tokens as comma
        on runs.sentence_id = comma.sentence_id and runs.token_start - 1 = comma.token_number and comma.token = ','
    inner join tokens as ending
        on
            runs.sentence_id = ending.sentence_id
            and runs.token_end + 1 = ending.token_number
            and (ending.token in (',', '.', ';') or ending.token_kind = 'word' and ending.token_key in ('said', 'told', 'and'))
    inner join titles
        on runs.sentence_id = titles.sentence_id and titles.token_end between runs.token_start - 9 and runs.token_start - 2
    left join tokens as between_them
        on
            runs.sentence_id = between_them.sentence_id
            and between_them.token_number between titles.token_end + 1 and runs.token_start - 2
    where runs.word_count between 2 and 4
    group by runs.sentence_id, runs.token_start, titles.token_start, titles.token_end
    having
        titles.token_end = runs.token_start - 2
        or bool_and(between_them.token_kind = 'word')
        and min_by(between_them.token_key, between_them.token_number) in ('of', 'for', 'to', 'in', 'at', 'from', 'with')
        and max_by(between_them.token_key, between_them.token_number) not in ('of', 'for', 'to', 'in', 'at', 'from', 'with', 'the', 'and')
),

known as (
    select
        hits.sentence_id,
        hits.token_start,
        hits.token_end,
        hits.char_end,
        actors.actor_id,
        head.token_key as head_key,
        string_split({{ phrase_key('actors.actor_name') }}, ' ') as known_keys
    from {{ ref('int_actor_hits') }} as hits
    inner join {{ ref('actors') }} as actors on hits.actor_id = actors.actor_id and actors.actor_type = 'person'
    inner join tokens as head on hits.sentence_id = head.sentence_id and hits.token_start = head.token_number
    where hits.hit_kind = 'name' and not hits.is_nested
),

place_names as (
    select distinct name_key from {{ ref('int_curated_place_names') }}
),

-- "Maher al-Assad" is no mention of the Assad whom the dictionary knows by surname alone.
namesakes as (
    select
        runs.sentence_id,
        runs.document_id,
        runs.token_start,
        known.token_end,
        runs.char_start,
        known.char_end,
        runs.word_count + known.token_end - known.token_start + 1 as word_count,
        runs.name_keys,
        known.actor_id,
        known.known_keys
    from runs
    inner join known on runs.sentence_id = known.sentence_id and runs.token_end + 1 = known.token_start
    left join tokens as before_it on runs.sentence_id = before_it.sentence_id and runs.token_start - 1 = before_it.token_number
    left join place_names on {{ fold_place("array_to_string(runs.name_keys, ' ')") }} = place_names.name_key
    where
        -- "Speaking in Sochi Lee said"
        not (place_names.name_key is not null and coalesce(before_it.token_key, '') in ({{ words("locative_words") }}))
        and runs.line_kind = 'body'
        and runs.token_start > 1
        and runs.word_count <= 2
        and (known.token_start = known.token_end or known.head_key in ({{ words("name_particles") }}))
),

surnames as (
    select
        namesakes.sentence_id,
        namesakes.token_start,
        array_agg({{ name_word('tokens.token', 'tokens.token_key') }} order by tokens.token_number) as name_keys
    from namesakes
    inner join tokens
        on
            namesakes.sentence_id = tokens.sentence_id
            and tokens.token_number between namesakes.token_start and namesakes.token_end
            and tokens.token_kind = 'word'
    group by namesakes.sentence_id, namesakes.token_start
),

surnamed as (
    select namesakes.* replace (surnames.name_keys as name_keys)
    from namesakes
    inner join surnames on namesakes.sentence_id = surnames.sentence_id and namesakes.token_start = surnames.token_start
),

first_names as (
    select distinct split_part({{ phrase_key('actor_name') }}, ' ', 1) as first_name
    from {{ ref('actors') }}
    where actor_type = 'person'
),

cued as (
    select
        runs.*,
        title_before.title_start,
        title_before.is_capitalised as has_title,
        speech_before.token_start is not null as is_source,
        speech_before.token_start is not null or speech_after.token_start is not null as is_speaking,
        apposed.token_start is not null as is_apposed,
        coalesce(before_it.token_key, '') as word_before
    from runs
    left join title_before
        on runs.sentence_id = title_before.sentence_id and runs.token_start = title_before.token_start
    left join speech_before
        on runs.sentence_id = speech_before.sentence_id and runs.token_start = speech_before.token_start
    left join speech_after
        on runs.sentence_id = speech_after.sentence_id and runs.token_start = speech_after.token_start
    left join apposed
        on runs.sentence_id = apposed.sentence_id and runs.token_start = apposed.token_start
    left join tokens as before_it
        on runs.sentence_id = before_it.sentence_id and runs.token_start - 1 = before_it.token_number
),

shown as (
    select
        sentence_id,
        document_id,
        token_start,
        token_end,
        char_start,
        char_end,
        word_count,
        name_keys,
        title_start,
        cast(null as varchar) as known_actor_id
    from cued
    left join first_names on cued.name_keys[1] = first_names.first_name
    where
        -- "GEIR O. PEDERSEN": what stands before an initial is no whole name
        length(name_keys[-1]) > 1
        and (
            word_count >= 2
            and (
                title_start is not null
                or is_apposed
                or is_source
                or (is_speaking and word_before not in ({{ words("locative_words") }}))
            )
            or word_count = 1
            and has_title
            and is_speaking
            and first_names.first_name is null
            and length(name_keys[1]) >= 4
        )
    union all
    select
        sentence_id,
        document_id,
        token_start,
        token_end,
        char_start,
        char_end,
        word_count,
        name_keys,
        null,
        case
            when list_max(list_transform(known_keys, lambda word: jaro_winkler_similarity(word, name_keys[1]))) >= 0.85
                then actor_id
        end
    from surnamed
),

to_hear as (
    select
        sentence_id,
        document_id,
        token_start,
        token_end,
        char_start,
        char_end,
        word_count,
        name_keys
    from runs
    where word_count >= 2
    union all
    -- "Kassem Soleimani", whose surname the dictionary knows alone
    select
        sentence_id,
        document_id,
        token_start,
        token_end,
        char_start,
        char_end,
        word_count,
        name_keys
    from surnamed
),

-- "Murhef Abu Kasra": a person of the dictionary in a spelling that it lacks; "Asaad Hassan al-Shaibani": with a name between
ways_to_hear as (
    select
        *,
        [array_to_string(name_keys, ' '), name_keys[1] || ' ' || name_keys[-1]] as heard_keys
    from to_hear
    where regexp_full_match(array_to_string(name_keys, ''), '[a-z]+')
),

heard as (
    select
        * exclude (heard_keys),
        unnest(heard_keys) as heard_key,
        generate_subscripts(heard_keys, 1) as heard_order
    from ways_to_hear
),

spelled as (
    select
        *,
        {{ name_consonants('heard_key') }} as one_spelling
    from heard
    where heard_order = 1 or word_count >= 3
),

sounded as (
    select
        spelled.*,
        sounds.actor_id
    from spelled
    inner join {{ ref('int_person_sounds') }} as sounds on {{ name_sound('spelled.one_spelling') }} = sounds.name_sound
    qualify row_number() over (partition by spelled.sentence_id, spelled.token_start order by spelled.heard_order, spelled.token_end desc, sounds.actor_id) = 1
),

final as (
    select
        shown.* exclude (known_actor_id),
        coalesce(shown.known_actor_id, sounded.actor_id) as known_actor_id
    from shown
    left join sounded
        on shown.sentence_id = sounded.sentence_id and shown.token_start = sounded.token_start and shown.token_end = sounded.token_end
    union all by name
    select
        sounded.sentence_id,
        sounded.document_id,
        sounded.token_start,
        sounded.token_end,
        sounded.char_start,
        sounded.char_end,
        sounded.word_count,
        sounded.name_keys,
        cast(null as integer) as title_start,
        sounded.actor_id as known_actor_id
    from sounded
    anti join shown on sounded.sentence_id = shown.sentence_id and sounded.token_start = shown.token_start
)

select * from final
