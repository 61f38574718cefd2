with

cues as (
    select * from {{ ref('int_person_cues') }}
    where known_actor_id is null
),

bodies as (
    select * from {{ ref('int_body_cues') }}
),

spans as (
    select * from {{ ref('int_actor_spans') }}
    where actor_id like 'x-%'
),

sentences as (
    select
        sentence_id,
        sentence_text,
        char_start as sentence_start
    from {{ ref('int_sentences') }}
),

demonyms as (
    select distinct
        {{ phrase_key('demonym') }} as demonym_key,
        country_iso3
    from {{ ref('demonyms') }}
),

tokens as (
    select
        sentence_id,
        token_number,
        token_key
    from {{ ref('int_tokens') }}
),

found as (
    select
        sentence_id,
        document_id,
        char_start,
        char_end,
        {{ text_actor_id('name_keys') }} as actor_id,
        'person' as actor_type,
        title_start - 1 as nation_token
    from cues
    union all by name
    select
        sentence_id,
        document_id,
        char_start,
        char_end,
        {{ text_actor_id('name_keys') }} as actor_id,
        actor_type,
        token_start as nation_token
    from bodies
),

described as (
    select
        found.document_id,
        found.actor_id,
        found.actor_type,
        regexp_replace(
            substring(
                sentences.sentence_text,
                found.char_start - sentences.sentence_start + 1,
                found.char_end - found.char_start
            ),
            '[''’]s$', ''
        ) as actor_name,
        demonyms.country_iso3
    from found
    inner join sentences on found.sentence_id = sentences.sentence_id
    left join tokens
        on found.sentence_id = tokens.sentence_id and found.nation_token = tokens.token_number
    left join demonyms on tokens.token_key = demonyms.demonym_key
),

used as (
    select distinct
        document_id,
        actor_id
    from spans
),

final as (
    select
        described.document_id,
        described.actor_id,
        {{ plainest_name('described.actor_name') }} as actor_name,
        min(described.actor_type) as actor_type,
        coalesce(
            list(distinct described.country_iso3 order by described.country_iso3) filter (where described.country_iso3 is not null), []
        ) as countries_iso3
    from described
    inner join used on described.document_id = used.document_id and described.actor_id = used.actor_id
    group by described.document_id, described.actor_id
)

select * from final
