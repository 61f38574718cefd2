with

tokens as not materialized (
    select * from {{ ref('int_tokens') }}
),

sentences as (
    select
        sentence_id,
        line_kind
    from {{ ref('int_sentences') }}
),

hits as (
    select * from {{ ref('int_actor_hits') }}
),

titles as (
    select * from {{ ref('int_title_hits') }}
),

bearers as (
    select
        actor_id,
        actor_type,
        split_part({{ phrase_key('actor_name') }}, ' ', 1) as first_key
    from {{ ref('actors') }}
    where actor_type in ('person', 'state')
),

-- a surname or a state alone, which may be the surname of somebody else
lone_names as (
    select
        hits.sentence_id,
        hits.token_start,
        if(bearers.actor_type = 'person', left(bearers.first_key, 1), '') as initial
    from hits
    inner join bearers on hits.actor_id = bearers.actor_id
    where hits.token_start = hits.token_end and hits.hit_kind = 'name' and hits.role_key is null and not hits.is_nested
),

words_before as (
    {{ tokens_at('tokens', 'lone_names', ['token_start - 1']) }}
),

-- "Salwa Lavrov", "Michael Jordan": a first name of another stands before it, and no spelling of his own ("Sergio Lavrov")
namesakes as (
    select distinct
        lone_names.sentence_id,
        lone_names.token_start
    from lone_names
    inner join words_before
        on
            lone_names.sentence_id = words_before.sentence_id
            and lone_names.token_start - 1 = words_before.token_number
            and words_before.is_capitalised
            and left(words_before.token_key, 1) <> lone_names.initial
    inner join bearers as given on words_before.token_key = given.first_key and given.actor_type = 'person' and length(given.first_key) > 2
    anti join hits on words_before.sentence_id = hits.sentence_id and words_before.token_number between hits.token_start and hits.token_end
),

covered as (
    select distinct
        sentence_id,
        unnest(generate_series(token_start, token_end)) as token_number
    from (
        select hits.sentence_id, hits.token_start, hits.token_end
        from hits
        anti join namesakes on hits.sentence_id = namesakes.sentence_id and hits.token_start = namesakes.token_start
        union all
        select sentence_id, token_start, token_end from titles
    ) as spans
),

-- joined, where a list of so many words would be compared with every token
particles as (
    select unnest([{{ words("name_particles") }}]) as particle
),

openers as (
    select distinct unnest([{{ words("opening_words") }}]) as opener
),

-- few words may be part of a name
candidates as materialized (
    select
        tokens.*,
        particles.particle is not null as is_particle_word
    from tokens
    left join particles on tokens.token_key = particles.particle
    left join openers on tokens.token_key = openers.opener
    where tokens.token_kind = 'word' and (tokens.is_capitalised and openers.opener is null or particles.particle is not null)
),

letters as materialized (
    select * from tokens
    where token_kind = 'word' and is_capitalised and length(token) = 1
),

beside_letters as materialized (
    {{ tokens_at('tokens', 'letters', ['token_number - 1', 'token_number + 1', 'token_number + 2']) }}
),

-- "John F. Marsh": the initial between a first name and a surname, which its point does not part
initials as (
    select
        letters.sentence_id,
        letters.token_number
    from letters
    inner join beside_letters as first_name
        on letters.sentence_id = first_name.sentence_id and letters.token_number - 1 = first_name.token_number
    inner join beside_letters as point
        on letters.sentence_id = point.sentence_id and letters.token_number + 1 = point.token_number and point.token_key = '.'
    inner join beside_letters as surname
        on letters.sentence_id = surname.sentence_id and letters.token_number + 2 = surname.token_number
    anti join openers as opening on first_name.token_key = opening.opener
    anti join openers as closing on surname.token_key = closing.opener
    where
        first_name.is_capitalised and length(first_name.token) > 1
        and surname.is_capitalised and length(surname.token) > 1
),

parts as (
    select * from candidates
    union all
    select
        tokens.*,
        tokens.token_key = '.' as is_particle_word
    from tokens
    inner join initials
        on tokens.sentence_id = initials.sentence_id and tokens.token_number between initials.token_number and initials.token_number + 1
    anti join candidates on tokens.sentence_id = candidates.sentence_id and tokens.token_number = candidates.token_number
),

-- A capital at a sentence's start says nothing where the same document has the word in lower case.
lower_case as (
    select
        openers.document_id,
        openers.token_key
    from (
        select distinct
            document_id,
            token_key
        from candidates
        where token_number <= 2 and is_capitalised
    ) as openers
    semi join (
        select
            document_id,
            token_key
        from tokens
        where token_kind = 'word' and not is_capitalised
    ) as in_lower_case
        on openers.document_id = in_lower_case.document_id and openers.token_key = in_lower_case.token_key
),

judged as (
    select
        parts.*,
        sentences.line_kind,
        parts.is_particle_word and not parts.is_capitalised as is_particle
    from parts
    inner join sentences on parts.sentence_id = sentences.sentence_id
    anti join covered
        on parts.sentence_id = covered.sentence_id and parts.token_number = covered.token_number
    left join lower_case
        on
            parts.document_id = lower_case.document_id
            and parts.token_key = lower_case.token_key
            and parts.token_number <= 2
    where parts.is_particle_word or lower_case.token_key is null
),

islands as (
    select
        *,
        token_number - row_number() over (partition by sentence_id order by token_number) as island
    from judged
),

bounded as (
    select
        *,
        min(token_number) filter (where not is_particle) over (partition by sentence_id, island) as first_name,
        max(token_number) filter (where not is_particle) over (partition by sentence_id, island) as last_name
    from islands
),

runs as (
    select
        sentence_id,
        document_id,
        min(token_number) as token_start,
        max(token_number) as token_end,
        min(char_start) as char_start,
        max(char_end) as char_end,
        count(*) filter (where token_kind = 'word') as word_count,
        array_agg({{ name_word('token', 'token_key') }} order by token_number) filter (where token_kind = 'word') as name_keys,
        bool_or(token_key in ({{ words("organisation_words") }})) as is_organisation,
        any_value(line_kind) as line_kind
    from bounded
    where token_number between first_name and last_name
    group by sentence_id, document_id, island
),

final as (
    select
        sentence_id,
        document_id,
        cast(token_start as integer) as token_start,
        cast(token_end as integer) as token_end,
        cast(char_start as integer) as char_start,
        cast(char_end as integer) as char_end,
        cast(word_count as integer) as word_count,
        name_keys,
        is_organisation,
        line_kind
    from runs
)

select * from final
