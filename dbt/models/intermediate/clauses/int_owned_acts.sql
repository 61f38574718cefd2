with

tokens as not materialized (
    select
        sentence_id,
        document_id,
        token_number,
        token_key,
        key_before,
        word_classes,
        is_lexical,
        char_start
    from {{ ref('int_clause_tokens') }}
),

owners as (
    select * from tokens
    where token_key in ('its', 'his', 'her', 'their')
),

words_behind as materialized (
    {{ tokens_at('tokens', 'owners', ['token_number + 1', 'token_number + 2']) }}
),

sentences as (
    select
        sentence_id,
        sentence_number
    from {{ ref('int_sentences') }}
    where document_kind = 'article' and line_kind = 'body'
),

antecedents as (
    select
        document_id,
        sentence_id,
        sentence_number,
        token_start,
        actor_id,
        actor_type,
        is_person,
        is_first
    from {{ ref('int_actor_antecedents') }}
),

-- "its attack", "his latest visit"
found as (
    select
        owners.sentence_id,
        owners.document_id,
        owners.token_number,
        owners.char_start,
        owners.token_key,
        sentences.sentence_number
    from owners
    inner join sentences on owners.sentence_id = sentences.sentence_id
    inner join words_behind as act
        on owners.sentence_id = act.sentence_id and owners.token_number + 1 = act.token_number
    left join words_behind as second
        on owners.sentence_id = second.sentence_id and owners.token_number + 2 = second.token_number
    where
        list_contains(act.word_classes, 'event_noun')
        or coalesce(list_contains(second.word_classes, 'event_noun') and not second.is_lexical and not act.is_lexical, false)
),

-- whoever is named before it in its own sentence may own it as well: then nobody else is asked for
free as (
    select found.*
    from found
    left join antecedents
        on
            found.sentence_id = antecedents.sentence_id
            and found.token_number > antecedents.token_start
            and case when found.token_key in ('his', 'her') then antecedents.is_person else not antecedents.is_person end
    where antecedents.actor_id is null
),

final as (
    select
        free.sentence_id,
        free.document_id,
        free.token_number,
        free.char_start,
        free.token_key,
        antecedents.actor_id,
        antecedents.is_person
    from free
    inner join antecedents
        on
            free.document_id = antecedents.document_id
            and case
                when free.token_key in ('his', 'her')
                    then antecedents.is_person and free.sentence_number - antecedents.sentence_number between 1 and 2
                when free.sentence_number - 1 <> antecedents.sentence_number or not antecedents.is_first then false
                when free.token_key = 'their' then antecedents.actor_type in ('military', 'armed_group')
                else antecedents.actor_type in ('state', 'government', 'military', 'armed_group', 'igo', 'ngo', 'other', 'company')
            end
    qualify row_number() over (
        partition by free.sentence_id, free.token_number order by antecedents.sentence_number desc, antecedents.token_start, antecedents.actor_id
    ) = 1
)

select * from final
