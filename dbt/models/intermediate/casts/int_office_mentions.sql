with

tokens as not materialized (
    select * from {{ ref('int_clause_tokens') }}
),

spans as (
    select * from {{ ref('int_event_actor_spans') }}
    where actor_id is not null and not coalesce(is_locative, false)
),

near_tokens as materialized (
    {{ tokens_at('tokens', 'spans', ['token_start - 2', 'token_start - 1', 'token_start', 'token_end', 'token_end + 1']) }}
),

mentions as (
    select
        spans.mention_id as actor_mention_id,
        spans.sentence_id,
        spans.token_start,
        spans.token_end,
        spans.is_person,
        spans.mention_kind = 'demonym' as is_demonym,
        first.clause_number,
        first.verb_number,
        first.comma_count,
        last.is_possessive as is_owner,
        coalesce(after.token_key = ',', false) as is_before_comma,
        coalesce(lead_in.token_key, '') as leading_key
    from spans
    inner join near_tokens as first
        on spans.sentence_id = first.sentence_id and spans.token_start = first.token_number
    inner join near_tokens as last
        on spans.sentence_id = last.sentence_id and spans.token_end = last.token_number
    left join near_tokens as after
        on spans.sentence_id = after.sentence_id and spans.token_end + 1 = after.token_number
    left join near_tokens as lead_in
        on
            spans.sentence_id = lead_in.sentence_id
            and spans.token_start - case when first.key_before in ('the', 'a', 'an') then 2 else 1 end = lead_in.token_number
),

titles as (
    select * from {{ ref('int_title_hits') }}
),

title_tokens as materialized (
    {{ tokens_at('tokens', 'titles', ['token_start', 'token_end']) }}
),

-- "US Special Envoy to Syria Lee", "the Ambassador of Jordan to Damascus, Lee,": the holder, the seat of the post, whose post it is.
-- These few come before the words between them: joined at once, all words of a sentence meet each other.
appointed as materialized (
    select
        titles.sentence_id,
        titles.token_end,
        persons.token_start,
        persons.actor_mention_id,
        seats.actor_mention_id as seat_mention_id,
        owners.actor_mention_id as owner_mention_id,
        first.governor
    from titles
    inner join title_tokens as first
        on titles.sentence_id = first.sentence_id and titles.token_start = first.token_number
    inner join title_tokens as last
        on
            titles.sentence_id = last.sentence_id
            and titles.token_end = last.token_number
            and (last.token_key not like '%s' or last.token_key = 'affaires')
    inner join mentions as persons
        on
            titles.sentence_id = persons.sentence_id
            and persons.is_person
            and persons.token_start between titles.token_end + 3 and titles.token_end + 12
            and first.clause_number = persons.clause_number
            and first.verb_number = persons.verb_number
            and first.comma_count + cast(persons.leading_key = ',' as integer) = persons.comma_count
    inner join mentions as seats
        on
            titles.sentence_id = seats.sentence_id
            and not seats.is_person
            and titles.token_end + 1 < seats.token_start
            and persons.token_start > seats.token_end
    left join mentions as owners on titles.sentence_id = owners.sentence_id and not owners.is_person and titles.token_start - 1 = owners.token_end
    where persons.leading_key <> ',' or persons.is_before_comma
),

-- "UN Special Envoy Lee", "the Lebanese foreign ministry's chief Lee": whose office he holds stands before his name
before_names as materialized (
    select
        offices.sentence_id,
        offices.actor_mention_id,
        persons.actor_mention_id as person_mention_id,
        offices.token_end,
        persons.token_start
    from mentions as offices
    inner join mentions as persons
        on
            offices.sentence_id = persons.sentence_id
            and persons.is_person
            and persons.token_start between offices.token_end + 1 and offices.token_end + 8
            and offices.comma_count = persons.comma_count
            and offices.clause_number = persons.clause_number
            and offices.verb_number = persons.verb_number
    left join titles
        on offices.sentence_id = titles.sentence_id and persons.token_start - 1 = titles.token_end
    where
        not offices.is_person
        and (persons.token_start = offices.token_end + 1 or titles.token_end is not null)
),

-- "Lebanon's caretaker minister of social affairs, Lee, ", "Kim's successor, Lee,": whose man he is stands before a comma
before_commas as materialized (
    select
        offices.sentence_id,
        offices.actor_mention_id,
        persons.actor_mention_id as person_mention_id,
        offices.token_end,
        persons.token_start
    from mentions as offices
    inner join mentions as persons
        on
            offices.sentence_id = persons.sentence_id
            and persons.is_person
            and persons.leading_key = ','
            and persons.is_before_comma
            and persons.token_start between offices.token_end + 3 and offices.token_end + 10
            and offices.comma_count + 1 = persons.comma_count
            and offices.clause_number = persons.clause_number
            and offices.verb_number = persons.verb_number
    left join titles
        on offices.sentence_id = titles.sentence_id and titles.token_start between offices.token_end + 1 and persons.token_start - 2
    where offices.is_owner or not offices.is_person and (titles.token_end is not null or offices.is_demonym)
),

-- of these sentences alone, as the engine cannot tell how few they are
near_words as materialized (
    select tokens.*
    from tokens
    semi join (
        select sentence_id from appointed
        union all
        select sentence_id from before_names
        union all
        select sentence_id from before_commas
    ) as wanted
        on tokens.sentence_id = wanted.sentence_id
),

posts as (
    select
        appointed.actor_mention_id,
        appointed.seat_mention_id,
        appointed.owner_mention_id,
        any_value(appointed.governor) as governor
    from appointed
    inner join near_words as between_them
        on
            appointed.sentence_id = between_them.sentence_id
            and between_them.token_number between appointed.token_end + 1 and appointed.token_start - 1
    group by
        appointed.actor_mention_id,
        appointed.seat_mention_id,
        appointed.owner_mention_id,
        appointed.token_end,
        appointed.token_start
    having
        min_by(between_them.token_key, between_them.token_number) in ('to', 'for', 'in', 'of', 'on', 'at')
        and bool_and(
            (between_them.token_kind = 'word' or between_them.token_number = appointed.token_start - 1)
            and not between_them.is_lexical
            -- "envoy to Syria", where "to" opens no verb
            and (not between_them.is_chain or between_them.token_key = 'to')
            and not list_has_any(between_them.word_classes, ['coordinator', 'relative', 'that', 'subordinator'])
        )
),

holders as (
    select before_names.actor_mention_id
    from before_names
    inner join near_words as between_them
        on
            before_names.sentence_id = between_them.sentence_id
            and between_them.token_number between before_names.token_end and before_names.token_start - 1
    group by
        before_names.actor_mention_id,
        before_names.token_end,
        before_names.token_start,
        before_names.person_mention_id
    having
        bool_and(
            between_them.token_number = before_names.token_end
            or between_them.token_kind = 'word'
            and not between_them.is_lexical
            and not between_them.is_chain
            and not between_them.is_preposition
            and between_them.token_key not like '%ed'
            and not list_has_any(between_them.word_classes, ['coordinator', 'relative', 'that', 'subordinator'])
        )
    union
    select before_commas.actor_mention_id
    from before_commas
    inner join near_words as between_them
        on
            before_commas.sentence_id = between_them.sentence_id
            and between_them.token_number between before_commas.token_end + 1 and before_commas.token_start - 2
    group by before_commas.actor_mention_id, before_commas.person_mention_id
    having
        bool_and(
            between_them.token_kind = 'word'
            and not between_them.is_lexical
            and (not between_them.is_chain or between_them.token_key = 'to')
            and not list_has_any(between_them.word_classes, ['coordinator', 'relative', 'that', 'subordinator'])
        )
    union
    -- "the American envoy, Lee,"
    select offices.actor_mention_id
    from mentions as offices
    inner join titles on offices.sentence_id = titles.sentence_id and offices.token_end = titles.token_end
    inner join mentions as persons
        on
            offices.sentence_id = persons.sentence_id
            and offices.token_end + 2 = persons.token_start
            and persons.is_person
            and persons.leading_key = ','
            and persons.is_before_comma
    where offices.is_demonym
),

judged as (
    select
        actor_mention_id,
        true as is_office,
        cast(null as varchar) as holder_governor
    from holders
    union all
    select
        unnest([owner_mention_id, seat_mention_id]) as actor_mention_id,
        true as is_office,
        null as holder_governor
    from posts
    union all
    select
        actor_mention_id,
        false as is_office,
        coalesce(governor, '') as holder_governor
    from posts
),

final as (
    select
        actor_mention_id,
        bool_or(is_office) as is_office,
        min(holder_governor) as holder_governor
    from judged
    where actor_mention_id is not null
    group by actor_mention_id
)

select * from final
