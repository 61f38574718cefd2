with

tokens as not materialized (
    select * from {{ ref('int_tokens') }}
),

known as (
    select * from {{ ref('int_known_place_mentions') }}
),

places as (
    select
        location_id,
        min(location_type) as location_type,
        min(country_iso3) as country_iso3,
        min(admin1_pcode) as admin1_pcode
    from {{ ref('int_place_names') }}
    group by location_id
),

documents as (
    select
        document_id,
        document_kind
    from {{ ref('stg_documents_to_read') }}
),

cue_words as (
    select
        {{ fold_word('word') }} as word_key,
        any_value(letter) as letter
    from {{ ref('place_cue_words') }}
    group by word_key
),

-- Texts use few words many times: each is folded once.
cued_words as (
    select
        spellings.token,
        cue_words.letter
    from (
        select distinct token from tokens
        where token_kind = 'word'
    ) as spellings
    inner join cue_words on {{ fold_word('spellings.token') }} = cue_words.word_key
),

words as (
    select
        {{ token_key('demonym') }} as token_key,
        '.' as letter,
        true as is_nation
    from {{ ref('demonyms') }}
    union
    select
        {{ token_key('word') }},
        '.',
        false
    from {{ ref('date_words') }}
    where word_class in ('month', 'weekday')
    union
    select
        {{ token_key('title') }},
        't',
        false
    from {{ ref('person_titles') }}
    where not contains(title, ' ')
    union
    select
        {{ token_key('alias') }},
        '.',
        false
    from {{ ref('actor_aliases') }}
    where not contains(alias, ' ')
),

-- Words that are something else: nationalities, dates, actors; a title makes a person of what follows.
other_words as (
    select
        token_key,
        max(letter) as letter,
        bool_or(is_nation) as is_nation
    from words
    group by token_key
),

actor_names as (
    select distinct {{ phrase_key('alias') }} as alias_key from {{ ref('actor_aliases') }}
    where contains(alias, ' ')
    union
    select name_key as alias_key from {{ ref('int_actor_names') }}
    where name_kind = 'name' and regexp_matches(name_key, '^\p{Cyrillic}.* ')
),

actor_spans as (
    select
        ngrams.sentence_id,
        unnest(range(ngrams.token_start, ngrams.token_end + 1)) as token_number
    from {{ ref('int_ngrams') }} as ngrams
    inner join actor_names on ngrams.ngram_key = actor_names.alias_key
),

actor_tokens as (
    select distinct
        sentence_id,
        cast(token_number as integer) as token_number
    from actor_spans
),

known_tokens as (
    select
        known.sentence_id,
        -- Where a village near it lies; the capital is a governorate of its own.
        case
            when places.location_type = 'governorate' then known.location_id
            when places.admin1_pcode <> 'SY01' then places.admin1_pcode
        end as location_id,
        case
            when places.location_type = 'governorate' then 'G'
            when places.country_iso3 = 'SYR' and places.location_type <> 'country' then 'S'
            else '.'
        end as letter,
        cast(unnest(range(known.token_start, known.token_end + 1)) as integer) as token_number
    from known
    left join places on known.location_id = places.location_id
),

-- what the lists below ask for at least: a cue, or in a bulletin a Syrian place
promising_sentences as (
    select tokens.sentence_id
    from tokens
    inner join cued_words on tokens.token = cued_words.token
    where tokens.token_kind = 'word' and cued_words.letter in ('V', 'X', 'v', 'R', 'P')
    union
    select known.sentence_id
    from known
    inner join places on known.location_id = places.location_id
    inner join documents on known.document_id = documents.document_id
    where documents.document_kind = 'bulletin' and places.country_iso3 = 'SYR'
),

promising_tokens as (
    select * from tokens
    where sentence_id in (select sentence_id from promising_sentences)
),

-- what stands before the word behind an article: few words, where a window would sort them all
article_gaps as (
    select
        behind.sentence_id,
        behind.token_number - 1 as token_number,
        behind.gap_before as gap_behind
    from promising_tokens as behind
    semi join (
        select
            sentence_id,
            token_number + 1 as token_number
        from promising_tokens
        where lower(token) in ({{ words("name_articles") }})
    ) as articles
        on behind.sentence_id = articles.sentence_id and behind.token_number = articles.token_number
    where behind.gap_before in ('-', ' ')
),

lettered as materialized (
    select
        tokens.sentence_id,
        tokens.document_id,
        tokens.token_number,
        tokens.char_start,
        tokens.char_end,
        known_tokens.location_id,
        case
            when cue_words.letter = 'v' then 'v'
            when known_tokens.letter is not null then known_tokens.letter
            when actor_tokens.token_number is not null then '.'
            when tokens.token_kind = 'punct'
                then case
                    when tokens.token in (',', '(', ')', ':') then tokens.token
                    when tokens.token in ('-', '–', '—') then '-'
                    when tokens.token in ('.', ';') then '_'
                    else '.'
                end
            when tokens.token_kind = 'number' then 'n'
            when tokens.token_kind <> 'word' then '.'
            when
                article_gaps.gap_behind is not null
                and (
                    tokens.gap_before = '-'
                    or lower(tokens.token) = 'al'
                    or article_gaps.gap_behind = '-'
                )
                then 'a'
            when cue_words.letter in ('c', 'P') and not tokens.is_capitalised then '.'
            when cue_words.letter = 'P' and tokens.token_number = 1 and lower(tokens.token) = 'tell' then '.'
            when other_words.letter = 't' and coalesce(cue_words.letter not in ('c', 'P'), true) then 't'
            when cue_words.letter is not null and not (tokens.is_capitalised and cue_words.letter in ('V', 'R') and tokens.token_number > 1)
                then cue_words.letter
            when other_words.token_key is not null then other_words.letter
            when regexp_full_match(tokens.token, '\p{Lu}{2,}') then '.'
            -- "«Через пункт пропуска", "Besides Bardarash"
            when
                (tokens.token >= 'А' and tokens.gap_before <> '-' or tokens.token_number = 1) and tokens.token_key in ({{ words("opening_words") }})
                then '.'
            when tokens.is_capitalised then 'c'
            else '.'
        end as letter
    from promising_tokens as tokens
    left join cued_words as cue_words on tokens.token = cue_words.token and tokens.token_kind = 'word'
    left join other_words
        on
            tokens.is_capitalised
            -- "the Syrian-Turkish crossing"
            and (tokens.gap_before <> '-' or other_words.is_nation)
            and tokens.token_key = other_words.token_key
    left join known_tokens
        on
            tokens.sentence_id = known_tokens.sentence_id
            and tokens.token_number = known_tokens.token_number
    left join actor_tokens
        on
            tokens.sentence_id = actor_tokens.sentence_id
            and tokens.token_number = actor_tokens.token_number
    left join article_gaps
        on
            tokens.sentence_id = article_gaps.sentence_id
            and tokens.token_number = article_gaps.token_number
),

-- few sentences: to sort the letters of the others would take half of this model's time
telling_sentences as (
    select sentence_id from lettered
    group by sentence_id
    having bool_or(letter in ('c', 'P')) and bool_or(letter in ('V', 'X', 'v', 'R', 'S', 'P'))
),

final as (
    select
        lettered.sentence_id,
        lettered.document_id,
        array_to_string(list(lettered.letter order by lettered.token_number), '') as letters,
        list(lettered.location_id order by lettered.token_number) as locations,
        list(lettered.char_start order by lettered.token_number) as starts,
        list(lettered.char_end order by lettered.token_number) as ends
    from lettered
    semi join telling_sentences on lettered.sentence_id = telling_sentences.sentence_id
    group by lettered.sentence_id, lettered.document_id
)

select * from final
