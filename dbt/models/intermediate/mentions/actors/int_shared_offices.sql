with

ngrams as not materialized (
    select * from {{ ref('int_ngrams') }}
),

all_tokens as (
    select
        sentence_id,
        token_number,
        token,
        token_key,
        is_capitalised,
        char_start,
        char_end
    from {{ ref('int_tokens') }}
),

demonyms as (
    select distinct {{ phrase_key('demonym') }} as demonym_key
    from {{ ref('demonyms') }}
),

-- "Russian and Turkish ministers" are read as the two states
group_nouns as (
    select distinct {{ phrase_key('noun') }} as noun_key
    from {{ ref('demonym_nouns') }}
),

names as (
    select * from {{ ref('int_actor_names') }}
    where name_kind = 'role'
),

offices as (
    select
        demonyms.demonym_key,
        substring(names.name_key, length(demonyms.demonym_key) + 2) || 's' as plural_key,
        min(names.role_key) as role_key
    from names
    inner join demonyms on split_part(names.name_key, ' ', 1) = demonyms.demonym_key
    group by demonyms.demonym_key, plural_key
),

plurals as (
    select distinct offices.plural_key from offices
    anti join group_nouns on string_split(offices.plural_key, ' ')[-1] = group_nouns.noun_key
),

found as (
    select
        ngrams.sentence_id,
        ngrams.document_id,
        ngrams.token_start,
        ngrams.token_end,
        ngrams.char_end,
        plurals.plural_key
    from ngrams
    inner join plurals on ngrams.ngram_key = plurals.plural_key
),

tokens as materialized (
    {{ tokens_at('all_tokens', 'found', [
        'token_start - 1', 'token_start - 2', 'token_start - 3', 'token_start - 4', 'token_start - 5', 'token_start - 6', 'token_start - 7'
    ]) }}
),

steps as (
    select unnest([1, 3, 5, 7]) as step
),

members as (
    select
        found.*,
        steps.step,
        words.char_start,
        words.char_end as word_end,
        words.token_key,
        -- each is a nation, and a joint stands behind it
        bool_and(coalesce(
            words.is_capitalised and demonyms.demonym_key is not null
            and (steps.step = 1 or joints.token_key in (',', 'and') and (steps.step <> 3 or joints.token_key = 'and')),
            false
        )) over (
            partition by found.sentence_id, found.token_start, found.token_end
            order by steps.step
            rows between unbounded preceding and current row
        ) as is_member
    from found
    cross join steps
    left join tokens as words
        on found.sentence_id = words.sentence_id and found.token_start - steps.step = words.token_number
    left join tokens as joints
        on found.sentence_id = joints.sentence_id and found.token_start - steps.step + 1 = joints.token_number
    left join demonyms on words.token_key = demonyms.demonym_key
),

demonyms_before as (
    select
        members.sentence_id,
        members.document_id,
        members.token_start - members.step as token_start,
        case when members.step = 1 then members.token_end else members.token_start - members.step end as token_end,
        members.char_start,
        case when members.step = 1 then members.char_end else members.word_end end as char_end,
        case when members.step = 1 then members.token_end - members.token_start + 2 else 1 end as word_count,
        offices.role_key
    from members
    inner join offices on members.token_key = offices.demonym_key and members.plural_key = offices.plural_key
    where members.is_member
    qualify count(*) over (partition by members.sentence_id, members.token_start, members.token_end) >= 2
),

-- "президентами России и Турции", "главы МИД Ирака, Ирана и Турции": the office of the first state is that of those behind it
russian as (
    select
        ngrams.sentence_id,
        ngrams.document_id,
        ngrams.token_start,
        ngrams.token_end,
        regexp_replace(ngrams.ngram_key, ' \S+$', '') as office_key
    from ngrams
    inner join names on ngrams.ngram_key = names.name_key
    where ngrams.word_count >= 2 and regexp_matches(ngrams.ngram_key, '^\p{Cyrillic}')
),

russian_tokens as materialized (
    {{ tokens_at('all_tokens', 'russian', [
        'token_start', 'token_end + 1', 'token_end + 2', 'token_end + 3', 'token_end + 4', 'token_end + 5', 'token_end + 6'
    ]) }}
),

states_behind as (
    select
        russian.*,
        words.token_number,
        words.char_start,
        words.char_end,
        states.role_key,
        bool_and(coalesce(states.role_key is not null and joints.token_key in (',', 'и'), false)) over (
            partition by russian.sentence_id, russian.token_start, russian.token_end
            order by words.token_number
            rows between unbounded preceding and current row
        ) as is_member
    from russian
    inner join russian_tokens as heads
        on russian.sentence_id = heads.sentence_id and russian.token_start = heads.token_number
    inner join russian_tokens as words
        on
            russian.sentence_id = words.sentence_id
            and words.token_number in (russian.token_end + 2, russian.token_end + 4, russian.token_end + 6)
            and words.is_capitalised
    inner join russian_tokens as joints
        on russian.sentence_id = joints.sentence_id and words.token_number - 1 = joints.token_number
    left join names as states on russian.office_key || ' ' || words.token_key = states.name_key
    -- "президента России и Турции" is one man and a state
    where regexp_matches(lower(heads.token), '(?:[ыи]|[оеё]в|[ая]ми?|[ая]х)$|^глав$')
),

final as (
    select
        *,
        'role' as hit_kind,
        cast(null as varchar) as actor_id,
        false as is_of_side,
        true as is_coordinated
    from demonyms_before
    union all by name
    select
        sentence_id,
        document_id,
        token_number as token_start,
        token_number as token_end,
        char_start,
        char_end,
        1 as word_count,
        role_key,
        'role' as hit_kind,
        cast(null as varchar) as actor_id,
        false as is_of_side,
        true as is_coordinated
    from states_behind
    where is_member
    qualify row_number() over (partition by sentence_id, token_number order by token_start, token_end) = 1
)

select * from final
