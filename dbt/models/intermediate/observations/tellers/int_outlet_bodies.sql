with

documents as (
    select
        document_id,
        outlet
    from {{ ref('stg_documents_to_read') }}
),

actors as (
    select
        actor_id,
        actor_type
    from {{ ref('actors') }}
),

publishers as (
    select
        {{ phrase_key('phrase') }} as phrase_key,
        actor_id,
        priority
    from {{ ref('publishers') }}
),

-- Many documents come from few outlets: each is folded once.
outlets as materialized (
    select
        outlet,
        ' ' || {{ phrase_key('outlet') }} || ' ' as outlet_key
    from (select distinct outlet from documents) as named
),

names as (
    select distinct
        {{ phrase_key('aliases.alias') }} as name_key,
        aliases.actor_id
    from {{ ref('actor_aliases') }} as aliases
    inner join actors as bodies on aliases.actor_id = bodies.actor_id
    where bodies.actor_type in ('igo', 'ngo')
),

publishers_of_outlets as (
    select
        outlets.outlet,
        publishers.actor_id
    from outlets
    inner join publishers on contains(outlets.outlet_key, ' ' || publishers.phrase_key || ' ')
    qualify row_number() over (partition by outlets.outlet order by publishers.priority, publishers.actor_id) = 1
    union all
    -- "IFRC", "OHCHR via ReliefWeb": a body of the dictionary that is no outlet of others' news
    select
        outlets.outlet,
        min(names.actor_id) as actor_id
    from outlets
    inner join names on regexp_replace(trim(outlets.outlet_key), '^the | via reliefweb$', '', 'g') = names.name_key
    where
        not exists (
            select 1 from publishers
            where contains(outlets.outlet_key, ' ' || publishers.phrase_key || ' ')
        )
    group by outlets.outlet
    having count(distinct names.actor_id) = 1
),

by_outlet as (
    select
        documents.document_id,
        publishers_of_outlets.actor_id
    from documents
    inner join publishers_of_outlets on documents.outlet = publishers_of_outlets.outlet
),

openers as (
    select
        sentences.document_id,
        min(actor_mentions.actor_id) as actor_id
    from {{ ref('int_sentences') }} as sentences
    inner join {{ ref('int_actor_mentions') }} as actor_mentions
        on sentences.sentence_id = actor_mentions.sentence_id and actor_mentions.token_start <= 2
    inner join actors on actor_mentions.actor_id = actors.actor_id and actors.actor_type in ('igo', 'ngo')
    where sentences.line_number = 1 and sentences.document_kind = 'article'
    group by sentences.document_id
),

-- an organisation that tells its own news speaks throughout; the UN's press service tells others' too
own_news as (
    select
        by_outlet.document_id,
        coalesce(openers.actor_id, by_outlet.actor_id) as actor_id
    from by_outlet
    inner join actors on by_outlet.actor_id = actors.actor_id
    -- "The Red Crescent brings aid to Homs", a headline of the Federation's: the Red Crescent's count
    left join openers on by_outlet.document_id = openers.document_id
    where actors.actor_type in ('ngo', 'igo') and by_outlet.actor_id <> 'united-nations'
),

final as (
    select
        by_outlet.document_id,
        by_outlet.actor_id as publisher_actor_id,
        own_news.actor_id as teller_actor_id
    from by_outlet
    left join own_news on by_outlet.document_id = own_news.document_id
)

select * from final
