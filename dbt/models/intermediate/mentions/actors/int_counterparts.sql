with

tokens as not materialized (
    select
        sentence_id,
        document_id,
        token_number,
        token_key,
        is_capitalised,
        char_start
    from {{ ref('int_tokens') }}
),

words as (
    select * from tokens
    where token_key in ('counterpart', 'коллег')
),

words_around as (
    {{ tokens_at('tokens', 'words', ['token_number + 1', 'token_number + 2']) }}
),

demonyms as (
    select distinct
        {{ phrase_key('demonym') }} as demonym_key,
        country_iso3
    from {{ ref('demonyms') }}
),

nations as (
    select
        ngrams.sentence_id,
        ngrams.token_end,
        ngrams.word_count,
        demonyms.country_iso3
    from {{ ref('int_ngrams') }} as ngrams
    inner join demonyms on ngrams.ngram_key = demonyms.demonym_key
),

sentences as (
    select
        sentence_id,
        sentence_number
    from {{ ref('int_sentences') }}
),

-- "his Turkish counterpart", where no name follows
unnamed as (
    select
        words.sentence_id,
        words.document_id,
        words.token_number,
        words.char_start,
        words.token_key,
        sentences.sentence_number,
        -- "his South Sudanese counterpart" is no Sudanese
        min_by(nations.country_iso3, (-nations.word_count, nations.country_iso3)) as country_iso3
    from words
    inner join sentences on words.sentence_id = sentences.sentence_id
    inner join nations on words.sentence_id = nations.sentence_id and words.token_number - 1 = nations.token_end
    left join words_around as after_it
        on words.sentence_id = after_it.sentence_id and words.token_number + 1 = after_it.token_number
    left join words_around as second_after
        on words.sentence_id = second_after.sentence_id and words.token_number + 2 = second_after.token_number
    where
        not coalesce(after_it.is_capitalised and after_it.token_key not in ({{ words("calendar_words") }}), false)
        -- "his Turkish counterpart, Hakan Fidan,"
        and not coalesce(after_it.token_key in (',', '–', '—') and second_after.is_capitalised, false)
    group by all
),

people as (
    select
        mentions.document_id,
        mentions.sentence_id,
        mentions.token_start,
        mentions.actor_id
    from {{ ref('int_actor_mentions') }} as mentions
    -- before their offices are joined: those of all people are many
    semi join unnamed on mentions.sentence_id = unnamed.sentence_id
    where mentions.is_person and not mentions.is_nested
),

roles as (
    select
        actor_id,
        upper(split_part(role_key, '-', 1)) as country_iso3,
        {{ office_rank("role_key") }} as office_rank,
        valid_from,
        coalesce(valid_to, date '9999-12-31') as last_day
    from {{ ref('actor_roles') }}
    where regexp_matches(role_key, '^[a-z]{3}-')
),

dates as (
    select
        unnamed.sentence_id,
        unnamed.token_number,
        coalesce(
            max_by(mentions.date_start, mentions.token_start) filter (where mentions.token_start < unnamed.token_number),
            any_value(documents.published_date),
            min_by(mentions.date_start, mentions.token_start)
        ) as asked_on
    from unnamed
    left join {{ ref('int_document_dates') }} as documents on unnamed.document_id = documents.document_id
    left join {{ ref('int_date_mentions') }} as mentions
        on unnamed.sentence_id = mentions.sentence_id and mentions.date_start is not null and mentions.has_year
    group by unnamed.sentence_id, unnamed.token_number
),

-- he holds in his state the office that the one told of before holds in his own
final as (
    select
        unnamed.sentence_id,
        unnamed.document_id,
        unnamed.token_number,
        unnamed.char_start,
        unnamed.token_key,
        others.actor_id
    from unnamed
    inner join dates on unnamed.sentence_id = dates.sentence_id and unnamed.token_number = dates.token_number
    inner join people on unnamed.sentence_id = people.sentence_id and unnamed.token_number > people.token_start
    inner join roles
        on
            people.actor_id = roles.actor_id
            and unnamed.country_iso3 <> roles.country_iso3
            and dates.asked_on between roles.valid_from and roles.last_day
    inner join roles as others
        on
            unnamed.country_iso3 = others.country_iso3
            and roles.office_rank = others.office_rank
            and dates.asked_on between others.valid_from and others.last_day
    qualify
        row_number() over (
            partition by unnamed.sentence_id, unnamed.token_number
            order by people.token_start desc, others.valid_from desc, others.actor_id
        ) = 1
)

select * from final
