with

commas as (
    select
        sentence_id,
        token_number
    from {{ ref('int_clause_tokens') }}
    where token_key = ','
),

mentions as (
    select
        spans.document_id,
        spans.sentence_id,
        spans.token_start,
        spans.token_end,
        spans.actor_id,
        spans.is_person,
        first.clause_number,
        first.verb_number,
        first.comma_count,
        commas.token_number is not null as is_before_comma
    from {{ ref('int_actor_mentions') }} as spans
    inner join {{ ref('int_clause_tokens') }} as first
        on spans.sentence_id = first.sentence_id and spans.token_start = first.token_number
    left join commas
        on spans.sentence_id = commas.sentence_id and spans.token_end + 1 = commas.token_number
    where spans.actor_id is not null
),

bodies as (
    select
        document_id,
        actor_id,
        min(actor_type) as actor_type
    from {{ ref('int_named_actors') }}
    where actor_type in ('ngo', 'igo', 'armed_group', 'company', 'other')
    group by document_id, actor_id
),

-- "David Lee, president of the Rescue Committee,"
final as (
    select
        persons.document_id,
        persons.actor_id as person_id,
        mentions.actor_id,
        min(bodies.actor_type) as actor_type
    from mentions as persons
    inner join mentions
        on
            persons.sentence_id = mentions.sentence_id
            and mentions.token_start between persons.token_end + 2 and persons.token_end + 10
            and persons.comma_count + 1 = mentions.comma_count
            and persons.clause_number = mentions.clause_number
            and persons.verb_number = mentions.verb_number
    inner join bodies on mentions.document_id = bodies.document_id and mentions.actor_id = bodies.actor_id
    where persons.is_person and persons.is_before_comma
    group by persons.document_id, persons.actor_id, mentions.actor_id
)

select * from final
