with

candidates as (
    select * from {{ ref('int_event_candidates') }}
),

actor_groups as (
    select * from {{ ref('int_actor_groups') }}
),

sentences as (
    select
        sentence_id,
        document_id,
        sentence_number,
        line_number,
        ends_with(rtrim(sentence_text), ':') as is_introduction
    from {{ ref('int_sentences') }}
),

-- "the state: 1. Calls upon ... 2. Condemns ...": the verb opens its line, nobody stands before it
opened as (
    select
        candidates.mention_id,
        candidates.event_type,
        candidates.actor_pattern,
        candidates.token_start,
        sentences.document_id,
        sentences.sentence_number,
        sentences.line_number
    from candidates
    inner join sentences on candidates.sentence_id = sentences.sentence_id
    where
        candidates.telling = 'verb' and candidates.verb_form = 'finite' and candidates.chain_start = 1
        and candidates.actor_pattern <> 'target_only'
),

introductions as (
    select
        opened.*,
        sentences.sentence_id
    from opened
    inner join sentences
        on
            opened.document_id = sentences.document_id
            and sentences.is_introduction
            and sentences.sentence_number between opened.sentence_number - 20 and opened.sentence_number - 1
            and opened.line_number > sentences.line_number
    qualify row_number() over (partition by opened.mention_id order by sentences.sentence_number desc) = 1
),

-- who stands last before the colon
named as (
    select
        introductions.mention_id,
        introductions.event_type,
        actor_groups.actor_id,
        if(introductions.actor_pattern = 'participants', 'participant', 'source') as role,
        introductions.token_start
    from introductions
    inner join actor_groups on introductions.sentence_id = actor_groups.sentence_id
    where actor_groups.group_governor in ('', 'of') and actor_groups.verb_number <= 1
    qualify
        rank() over (
            partition by introductions.mention_id
            order by (actor_groups.group_governor = '') desc, actor_groups.clause_number desc, actor_groups.group_number desc
        ) = 1
),

final as (
    select distinct *
    from named
)

select * from final
