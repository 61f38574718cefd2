-- What did somebody say, and who published it? Write your own name: that of dim_actor. The sentences in which he is quoted, each once.
with

speaker as (
    select actor_id
    from marts.dim_actor
    where actor_name = 'Mikhail Mizintsev'
),

said as (
    select
        document_id,
        char_start,
        event_type as about
    from marts.fct_events
    where attributed_to_actor_id in (select speaker.actor_id from speaker)
    union all
    select
        fct_events.document_id,
        fct_events.char_start,
        fct_events.event_type as about
    from marts.fct_events
    inner join marts.fct_event_actors on fct_events.event_id = fct_event_actors.event_id
    where
        fct_event_actors.actor_id in (select speaker.actor_id from speaker)
        and fct_event_actors.role = 'source'
        and fct_events.event_type in ('STATEMENT', 'PROMISE', 'ACCUSE', 'REJECT', 'REQUEST', 'THREATEN')
    union all
    select
        document_id,
        char_start,
        measure as about
    from marts.fct_observations
    where attributed_to_actor_id in (select speaker.actor_id from speaker)
)

select
    dim_document.published_date,
    dim_document.outlet,
    string_agg(distinct said.about, ', ' order by said.about) as about,
    sentences.quote,
    sentences.document_id,
    sentences.char_start
from said
inner join marts.sentences
    on said.document_id = sentences.document_id and said.char_start >= sentences.char_start and said.char_start < sentences.char_end
inner join marts.dim_document on said.document_id = dim_document.document_id
where dim_document.is_current and dim_document.duplicate_of_document_id is null
group by dim_document.published_date, dim_document.outlet, sentences.quote, sentences.document_id, sentences.char_start
order by dim_document.published_date desc nulls last, sentences.document_id, sentences.char_start
