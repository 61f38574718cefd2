with

tokens as not materialized (
    select * from {{ ref('int_tokens') }}
),

runs as (
    select * from {{ ref('int_name_runs') }}
    where line_kind in ('body', 'caption')
),

body_words as (
    select
        word as word_key,
        actor_type
    from {{ ref('body_words') }}
),

demonyms as (
    select distinct {{ phrase_key('demonym') }} as demonym_key
    from {{ ref('demonyms') }}
),

hits as (
    select * from {{ ref('int_actor_hits') }}
    where actor_id is not null
),

brackets as (
    select
        acronym.sentence_id,
        acronym.document_id,
        acronym.token_number,
        acronym.token,
        acronym.token_key
    from tokens as acronym
    inner join tokens as opening
        on
            acronym.sentence_id = opening.sentence_id
            and acronym.token_number - 1 = opening.token_number
            and opening.token = '('
    inner join tokens as closing
        on
            acronym.sentence_id = closing.sentence_id
            and acronym.token_number + 1 = closing.token_number
            and closing.token = ')'
    where acronym.token_kind = 'word' and regexp_full_match(acronym.token, '\p{Lu}{3,8}')
),

-- Names that the dictionary has need no cue; their acronyms are its business too.
unknown as (
    select brackets.*
    from brackets
    inner join tokens as last_words
        on brackets.sentence_id = last_words.sentence_id and brackets.token_number - 2 = last_words.token_number
    left join hits
        on
            brackets.sentence_id = hits.sentence_id
            and (
                brackets.token_number = hits.token_start
                or (brackets.token_number - 2 = hits.token_end and hits.token_end > hits.token_start)
            )
    where
        hits.sentence_id is null
        -- "the National Defense Authorization Act (NDAA)" acts in nothing
        and last_words.token_key not in ({{ words("things_with_acronyms") }})
),

words_before as (
    select
        unknown.sentence_id,
        unknown.token_number as acronym_token,
        unknown.token as acronym,
        tokens.token_number,
        tokens.is_capitalised,
        tokens.token_kind,
        string_agg(case when tokens.is_capitalised then upper(left(tokens.token, 1)) else '' end, '') over from_here as initials,
        bool_and(tokens.token_kind = 'word') over from_here as is_unbroken
    from unknown
    inner join tokens
        on
            unknown.sentence_id = tokens.sentence_id
            and tokens.token_number between unknown.token_number - 11 and unknown.token_number - 2
    window from_here as (
        partition by unknown.sentence_id, unknown.token_number
        order by tokens.token_number
        rows between current row and unbounded following
    )
),

by_initials as (
    select
        sentence_id,
        acronym_token,
        max(token_number) as token_start
    from words_before
    where is_capitalised and is_unbroken and initials = acronym
    group by sentence_id, acronym_token
),

by_run as (
    select
        unknown.sentence_id,
        unknown.token_number as acronym_token,
        runs.token_start
    from unknown
    inner join runs
        on
            unknown.sentence_id = runs.sentence_id
            and unknown.token_number - 2 = runs.token_end
            and runs.is_organisation
            and runs.word_count >= 2
),

placed as (
    select
        unknown.sentence_id,
        unknown.document_id,
        unknown.token as acronym,
        unknown.token_number - 2 as token_end,
        coalesce(by_initials.token_start, by_run.token_start) as token_start
    from unknown
    left join by_initials
        on unknown.sentence_id = by_initials.sentence_id and unknown.token_number = by_initials.acronym_token
    left join by_run
        on unknown.sentence_id = by_run.sentence_id and unknown.token_number = by_run.acronym_token
),

bracketed as (
    select
        placed.sentence_id,
        placed.document_id,
        cast(placed.token_start as integer) as token_start,
        cast(placed.token_end as integer) as token_end,
        min(tokens.char_start) as char_start,
        max(tokens.char_end) as char_end,
        placed.acronym,
        array_agg(tokens.token_key order by tokens.token_number) as name_keys
    from placed
    inner join tokens
        on
            placed.sentence_id = tokens.sentence_id
            and tokens.token_number between placed.token_start and placed.token_end
    group by all
),

-- "the Saudi Ministry of Investment", "the Egyptian Ministry of Petroleum and Mineral Resources"
ministries as (
    select
        runs.sentence_id,
        runs.document_id,
        runs.token_start,
        coalesce(seconds.token_end, fields.token_end) as token_end,
        runs.char_start,
        coalesce(seconds.char_end, fields.char_end) as char_end,
        cast(null as varchar) as acronym,
        list_concat(runs.name_keys, ['of'], fields.name_keys, if(seconds.name_keys is null, [], list_prepend('and', seconds.name_keys))) as name_keys
    from runs
    inner join demonyms on runs.name_keys[1] = demonyms.demonym_key
    inner join tokens as joint
        on runs.sentence_id = joint.sentence_id and runs.token_end + 1 = joint.token_number and joint.token_key = 'of'
    inner join runs as fields
        on runs.sentence_id = fields.sentence_id and runs.token_end + 2 = fields.token_start and fields.word_count <= 3
    left join tokens as second_joint
        on
            fields.sentence_id = second_joint.sentence_id
            and fields.token_end + 1 = second_joint.token_number
            and second_joint.token_key = 'and'
    left join runs as seconds
        on second_joint.sentence_id = seconds.sentence_id and second_joint.token_number + 1 = seconds.token_start and seconds.word_count <= 3
    where runs.line_kind = 'body' and runs.word_count = 2 and runs.name_keys[-1] in ('ministry', 'department', 'directorate')
),

-- "the Orontes Relief Network": its last word makes the run a body, the words before it one of its own
by_last_word as (
    select
        runs.sentence_id,
        runs.document_id,
        runs.token_start,
        runs.token_end,
        runs.char_start,
        runs.char_end,
        cast(null as varchar) as acronym,
        runs.name_keys
    from runs
    inner join body_words on runs.name_keys[-1] = body_words.word_key
    left join bracketed
        on runs.sentence_id = bracketed.sentence_id and runs.token_end = bracketed.token_end
    -- "the Saudi Ministry" is a part of a name, or known
    left join demonyms
        on
            runs.name_keys[1] = demonyms.demonym_key
            and runs.word_count = 2
            and runs.name_keys[-1] in ('ministry', 'department', 'directorate')
    where
        demonyms.demonym_key is null
        and runs.line_kind = 'body'
        and runs.word_count between 2 and 7
        and len(list_filter(runs.name_keys[1:-2], lambda word: word not in ({{ words("plain_words") }}))) > 0
        and bracketed.sentence_id is null
),

found as (
    select * from bracketed
    union all
    select * from by_last_word
    union all
    select * from ministries
),

final as (
    select
        found.*,
        coalesce(body_words.actor_type, 'other') as actor_type
    from found
    left join body_words
        on
            if(
                list_contains(found.name_keys, 'of'),
                found.name_keys[greatest(list_position(found.name_keys, 'of') - 1, 1)],
                found.name_keys[-1]
            )
            = body_words.word_key
)

select * from final
