with

tokens as not materialized (
    select * from {{ ref('int_clause_tokens') }}
),

craft as (
    select
        sentence_id,
        document_id,
        token_number,
        char_start,
        token_key
    from tokens
    where list_contains(word_classes, 'aircraft') and token_key <> 'fighters' or token_key in ('drone', 'plane', 'bomber')
),

demonyms as (
    select distinct
        {{ phrase_key('demonym') }} as demonym_key,
        country_iso3
    from {{ ref('demonyms') }}
),

behind as (
    select
        craft.sentence_id,
        craft.document_id,
        craft.token_number,
        craft.char_start,
        craft.token_key,
        words.token_number as word_number,
        demonyms.country_iso3,
        -- "which is thought", "that were either": so far nothing but what leads to the nation
        bool_and(demonyms.demonym_key is not null or words.token_key in ({{ words("words_before_a_nation") }})) over (
            partition by craft.sentence_id, craft.token_number
            order by words.token_number
            rows between unbounded preceding and current row
        ) as is_led_to,
        coalesce(
            after.token_kind = 'punct' or after.is_lexical or after.is_chain or after.is_preposition or after.token_key in ('or', 'and'),
            true
        ) as is_alone
    from craft
    inner join tokens as words
        on craft.sentence_id = words.sentence_id and words.token_number between craft.token_number + 1 and craft.token_number + 9
    left join demonyms on words.is_capitalised and words.token_key = demonyms.demonym_key
    left join tokens as after
        on words.sentence_id = after.sentence_id and words.token_number + 1 = after.token_number
),

states as (
    select
        country_iso3,
        min(actor_id) as actor_id
    from {{ ref('actors') }}
    where actor_type = 'state'
    group by country_iso3
),

-- "jets that were either Russian or Syrian", "a drone believed to be Turkish"
final as (
    select distinct
        behind.sentence_id,
        behind.document_id,
        behind.token_number,
        behind.char_start,
        behind.token_key,
        if(behind.country_iso3 = 'SYR', 'government-of-syria', states.actor_id) as actor_id
    from behind
    inner join states on behind.country_iso3 = states.country_iso3
    where behind.is_led_to and behind.is_alone and behind.word_number >= behind.token_number + 2
)

select * from final
