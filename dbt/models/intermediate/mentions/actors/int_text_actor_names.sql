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

nations as (
    select
        ngrams.sentence_id,
        ngrams.token_start,
        ngrams.token_end,
        demonyms.country_iso3
    from {{ ref('int_ngrams') }} as ngrams
    inner join demonyms on ngrams.ngram_key = demonyms.demonym_key
),

found as (
    select
        sentence_id,
        document_id,
        char_start,
        char_end,
        {{ text_actor_id('name_keys') }} as actor_id,
        'person' as actor_type,
        title_start - 1 as nation_end,
        cast(null as integer) as nation_start
    from cues
    union all by name
    select
        sentence_id,
        document_id,
        char_start,
        char_end,
        {{ text_actor_id('name_keys') }} as actor_id,
        actor_type,
        null as nation_end,
        token_start as nation_start
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
            '{{ possessive_ending() }}', ''
        ) as actor_name,
        nations.country_iso3
    from found
    inner join sentences on found.sentence_id = sentences.sentence_id
    left join nations
        on found.sentence_id = nations.sentence_id and (found.nation_end = nations.token_end or found.nation_start = nations.token_start)
    -- "South Sudanese" is not Sudanese
    qualify
        rank() over (
            partition by found.sentence_id, found.char_start, found.char_end, found.actor_type
            order by nations.token_end - nations.token_start desc nulls last
        ) = 1
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
