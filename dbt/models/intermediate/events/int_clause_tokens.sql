with

tokens as (
    select * from {{ ref('int_tokens') }}
),

sentences as (
    select
        sentence_id,
        line_kind
    from {{ ref('int_sentences') }}
),

words as (
    select * from {{ ref('int_clause_words') }}
),

speech as (
    select
        document_id,
        content_start,
        content_end
    from {{ ref('int_speech_mentions') }}
    where content_start is not null and not is_act
),

speech_edges as (
    select document_id, content_start as edge from speech
    union
    select document_id, content_end as edge from speech
),

-- "Lebanon, it added, hopes": who speaks stands inside what is said
asides as (
    select distinct
        tokens.sentence_id,
        tokens.token_number
    from {{ ref('int_speech_mentions') }} as speech
    inner join tokens
        on
            speech.sentence_id = tokens.sentence_id
            and speech.char_start <= tokens.char_start
            and speech.char_end >= tokens.char_end
    where speech.content_start < speech.char_start and speech.content_end > speech.char_end + 2
),

bracketed as (
    select
        sentence_id,
        token_number,
        coalesce(
            sum(case token_key when '(' then 1 when ')' then -1 else 0 end) over (
                partition by sentence_id order by token_number
            ) > 0,
            false
        ) as is_bracketed
    from tokens
),

classed as (
    select
        tokens.sentence_id,
        tokens.document_id,
        tokens.token_number,
        tokens.token_kind,
        tokens.token_key,
        tokens.char_start,
        tokens.char_end,
        tokens.gap_before,
        tokens.is_capitalised,
        asides.token_number is not null or bracketed.is_bracketed as is_aside,
        case
            when asides.token_number is not null or bracketed.is_bracketed then []
            when tokens.token_key = 'may' and tokens.is_capitalised and tokens.token_number > 1 then ['time_word']
            else coalesce(words.word_classes, [])
        end as word_classes,
        regexp_matches(tokens.token, '[''’]s?$') as is_possessive,
        speech_edges.edge is not null as is_speech_edge,
        -- inside a sentence a capital makes a name; headlines have capitals everywhere
        tokens.is_capitalised and tokens.token_number > 1 and sentences.line_kind not in ('title', 'heading')
            as is_name_part
    from tokens
    inner join sentences on tokens.sentence_id = sentences.sentence_id
    left join words
        on tokens.token_key = words.word_key and tokens.token_kind = 'word'
    inner join bracketed
        on tokens.sentence_id = bracketed.sentence_id and tokens.token_number = bracketed.token_number
    left join asides
        on tokens.sentence_id = asides.sentence_id and tokens.token_number = asides.token_number
    left join speech_edges
        on tokens.document_id = speech_edges.document_id and tokens.char_start = speech_edges.edge
),

flagged as (
    select
        *,
        list_has_any(word_classes, ['be', 'have', 'do', 'modal']) as is_aux,
        list_has_any(word_classes, ['be', 'have', 'do', 'modal', 'adverb', 'negation'])
        or token_key in ('to', '“', '"', '«')
        or (token_kind = 'word' and token_key like '%ly' and not list_contains(word_classes, 'verb_finite'))
            as is_chain,
        list_contains(word_classes, 'preposition') as is_preposition,
        list_contains(word_classes, 'determiner') as is_determiner,
        lead(gap_before) over in_sentence = '-' or gap_before = '-' as is_compound,
        lag(token_key) over in_sentence as key_before,
        lag(word_classes) over in_sentence as classes_before,
        lag(token_kind) over in_sentence as kind_before,
        lag(is_capitalised) over in_sentence as is_capitalised_before,
        lead(word_classes) over in_sentence as classes_after,
        lead(is_capitalised) over in_sentence as is_capitalised_after
    from classed
    window in_sentence as (partition by sentence_id order by token_number)
),

verbs as (
    select
        *,
        token_kind = 'word'
        and (
            list_has_any(word_classes, ['verb_finite', 'generic_verb', 'causative', 'deciding_verb'])
            or (
                list_contains(word_classes, 'verb_ing')
                and (list_has_any(classes_before, ['be', 'adverb', 'negation']) or key_before in ('“', '"', '«'))
            )
        )
        and not is_aux
        and not is_preposition
        and not is_compound
        and not is_name_part
        and not coalesce(kind_before = 'number', false)
        -- "first deployed": a word that may be an adverb too does not make a noun of a plain verb
        and not coalesce(
            list_contains(classes_before, 'determiner')
            and not (list_contains(classes_before, 'adverb') and not list_has_any(word_classes, ['event_noun', 'ambiguous'])),
            false
        )
        and (
            not coalesce(list_contains(classes_before, 'preposition'), false)
            or key_before = 'to'
        )
        and (
            not list_has_any(word_classes, ['event_noun', 'ambiguous'])
            or coalesce(
                list_has_any(classes_before, ['be', 'have', 'do', 'modal', 'pronoun', 'relative', 'negation']),
                false
            )
            or coalesce(key_before in ('to', 'that', 'also'), false)
            or coalesce(
                key_before like '%s' and key_before not like '%ss' and list_contains(word_classes, 'ambiguous')
                and not list_contains(word_classes, 'event_noun') and token_key not like '%s' and token_key <> 'back', false
            )
            or (
                coalesce(is_capitalised_before, false)
                and coalesce(is_capitalised_after or list_contains(classes_after, 'determiner'), false)
            )
        )
            as is_lexical,
        coalesce(
            is_capitalised_before
            or list_has_any(classes_before, ['be', 'have', 'do', 'modal', 'pronoun', 'relative', 'negation', 'adverb', 'coordinator'])
            or key_before in ('to', 'that', ',', ')')
            or key_before like '%s' and not list_has_any(classes_before, ['determiner', 'preposition'])
            or key_before like '%ly',
            true
        ) as is_after_subject
    from flagged
),

chains as (
    select
        *,
        coalesce(
            max(case when not is_chain then token_number end) over (
                partition by sentence_id
                order by token_number
                rows between unbounded preceding and 1 preceding
            ),
            0
        ) + 1 as chain_start,
        coalesce(lag(is_chain) over in_sentence, false) as is_chain_before,
        coalesce(
            first_value(case when not is_chain then is_lexical end ignore nulls) over (
                partition by sentence_id
                order by token_number
                rows between 1 following and unbounded following
            ),
            false
        ) as is_lexical_next
    from verbs
    window in_sentence as (partition by sentence_id order by token_number)
),

starts as (
    select
        * exclude (is_lexical),
        -- "have" with no verb behind it is the verb itself
        is_lexical
        or (list_contains(word_classes, 'have') and not is_lexical_next and not coalesce(lead(is_aux) over in_sentence, false))
            as is_lexical,
        (is_lexical and not is_chain_before)
        or (is_chain and not is_chain_before and token_key <> 'to' and is_lexical_next)
        or (is_aux and not is_lexical_next and not coalesce(lag(is_aux) over in_sentence, false))
            as is_verb_start,
        coalesce(lag(token_kind = 'punct' and token_key in (';', ':', '—', '–', '.', '!', '?', '…', '|')) over in_sentence, false)
        or (token_kind = 'punct' and token_key in (';', ':', '—', '–', '|'))
        -- "Russia declared a ceasefire": without a verb what is declared is no clause
        or (
            is_speech_edge
            and coalesce(bool_or(is_lexical or is_aux) over (
                partition by sentence_id
                order by token_number
                rows between current row and unbounded following
            ), false)
        )
        or list_has_any(word_classes, ['relative', 'subordinator'])
        or (
            list_contains(word_classes, 'that')
            and not coalesce(list_contains(classes_before, 'preposition'), false)
        )
            as is_hard_edge
    from chains
    window in_sentence as (partition by sentence_id order by token_number)
),

hard_clauses as (
    select
        *,
        sum(cast(is_hard_edge as integer)) over (
            partition by sentence_id order by token_number
        ) as hard_number
    from starts
),

edges as (
    select
        *,
        is_hard_edge
        or (
            list_contains(word_classes, 'coordinator')
            and key_before = ','
            and coalesce(bool_or(is_verb_start) over before_in_clause, false)
            and coalesce(bool_or(is_verb_start) over after_in_clause, false)
        )
            as is_edge
    from hard_clauses
    window
        before_in_clause as (
            partition by sentence_id, hard_number
            order by token_number
            rows between unbounded preceding and 1 preceding
        ),
        after_in_clause as (
            partition by sentence_id, hard_number
            order by token_number
            rows between 1 following and unbounded following
        )
),

clauses as (
    select
        *,
        sum(cast(is_edge as integer)) over (
            partition by sentence_id order by token_number
        ) as clause_number
    from edges
),

final as (
    select
        sentence_id,
        document_id,
        cast(token_number as integer) as token_number,
        token_kind,
        token_key,
        char_start,
        char_end,
        gap_before,
        is_capitalised,
        word_classes,
        is_aux,
        is_chain,
        is_preposition,
        is_lexical,
        is_compound,
        is_name_part,
        is_after_subject,
        is_aside,
        is_possessive,
        key_before,
        kind_before,
        coalesce(classes_before, []) as classes_before,
        cast(chain_start as integer) as chain_start,
        cast(clause_number as integer) as clause_number,
        cast(sum(cast(is_verb_start as integer)) over (
            partition by sentence_id, clause_number order by token_number
        ) as integer) as verb_number,
        cast(min(token_number) over (partition by sentence_id, clause_number) as integer) as clause_start,
        cast(max(token_number) over (partition by sentence_id, clause_number) as integer) as clause_end,
        cast(sum(cast(
            token_key not in (',', 'and', 'or', 'the', 'a', 'an', '&', 'и', 'both', '–', 'as', 'well')
            and not list_has_any(word_classes, ['determiner', 'body_noun'])
            and not is_name_part as integer
        )) over (partition by sentence_id order by token_number) as integer) as solid_count,
        cast(sum(cast(token_key = ',' as integer)) over (partition by sentence_id order by token_number) as integer) as comma_count,
        cast(sum(cast(token_key = 'by' as integer)) over (partition by sentence_id order by token_number) as integer) as by_count,
        last_value(
            case
                when is_preposition and token_key = 'with' and key_before in ('together', 'along', 'jointly') then 'together with'
                when is_preposition then token_key
                when
                    list_contains(word_classes, 'time_word') or regexp_full_match(token_key, '(?:19|20)\d\d')
                    or (not is_capitalised and list_has_any(word_classes, ['event_noun', 'meeting'])) then ''
                when is_lexical or is_aux or token_kind = 'punct' or list_has_any(word_classes, ['coordinator', 'relative', 'that', 'subordinator']) then ''
            end ignore nulls
        ) over (
            partition by sentence_id
            order by token_number
            rows between 7 preceding and 1 preceding
        ) as governor
    from clauses
)

select * from final
