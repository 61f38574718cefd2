with

tokens as (
    select * from {{ ref('int_tokens') }}
),

-- numbered for this model alone: windows over short keys are several times faster
sentences as materialized (
    select
        sentence_id,
        document_id,
        line_kind,
        row_number() over () as sentence_key
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

opening_brackets as (
    select distinct sentence_id from tokens
    where token_key = '('
),

bracketed as (
    select
        sentence_id,
        token_number
    from tokens
    where sentence_id in (select sentence_id from opening_brackets)
    qualify
        sum(case token_key when '(' then 1 when ')' then -1 else 0 end) over (
            partition by sentence_id order by token_number
        ) > 0
),

classed as (
    select
        sentences.sentence_key,
        tokens.token_number,
        tokens.token_kind,
        tokens.token_key,
        tokens.char_start,
        tokens.char_end,
        tokens.gap_before,
        tokens.is_capitalised,
        asides.token_number is not null or bracketed.token_number is not null as is_aside,
        case
            when asides.token_number is not null or bracketed.token_number is not null then []
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
    left join bracketed
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
        lead(token_key) over in_sentence as key_after,
        lead(is_capitalised) over in_sentence as is_capitalised_after
    from classed
    window in_sentence as (partition by sentence_key order by token_number)
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
            -- "Russia and Syria plan to sign"
            or coalesce(list_contains(word_classes, 'planning_verb') and key_after = 'to' and is_capitalised_before, false)
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

-- what the clauses are made of, without the words: few bytes to sort
marks as (
    select
        sentence_key,
        token_number,
        is_aux,
        is_chain,
        is_lexical,
        list_contains(word_classes, 'have') as is_have,
        token_key = 'to' as is_to,
        token_key = ',' as is_comma,
        token_key = 'by' as is_by,
        token_key not in (',', '(', ')', 'and', 'or', 'the', 'a', 'an', '&', 'и', 'both', '–', 'as', 'well')
        and not list_has_any(word_classes, ['determiner', 'body_noun'])
        and not is_name_part
            as is_solid,
        token_kind = 'punct'
        and (
            token_key in (';', ':', '—', '–', '!', '?', '…', '|')
            -- "Mr. Lee", "John F. Lee"
            or token_key = '.'
            and coalesce(
                length(key_before) > 1
                and key_before not in ('mr', 'mrs', 'ms', 'dr', 'st', 'gen', 'col', 'lt', 'maj', 'adm', 'sgt', 'capt', 'sen', 'rep', 'gov', 'prof'),
                true
            )
        )
            as is_edge_behind,
        is_speech_edge,
        (token_kind = 'punct' and token_key in (';', ':', '—', '–', '|'))
        or list_has_any(word_classes, ['relative', 'subordinator'])
        or (
            list_contains(word_classes, 'that')
            and not coalesce(list_contains(classes_before, 'preposition'), false)
        )
            as is_own_edge,
        list_contains(word_classes, 'coordinator') and key_before = ',' as may_be_edge,
        case
            when is_preposition and token_key = 'with' and key_before in ('together', 'along', 'jointly') then 'together with'
            when is_preposition then token_key
            when
                list_contains(word_classes, 'time_word') or regexp_full_match(token_key, '(?:19|20)\d\d')
                or (not is_capitalised and list_has_any(word_classes, ['event_noun', 'meeting'])) then ''
            when is_aux or token_kind = 'punct' or list_has_any(word_classes, ['coordinator', 'relative', 'that', 'subordinator']) then ''
        end as governing
    from verbs
),

chains as (
    select
        *,
        coalesce(max(case when not is_chain then token_number end) over before_it, 0) + 1 as chain_start,
        coalesce(lag(is_chain) over in_sentence, false) as is_chain_before,
        coalesce(
            first_value(case when not is_chain then is_lexical end ignore nulls) over (
                partition by sentence_key
                order by token_number
                rows between 1 following and unbounded following
            ),
            false
        ) as is_lexical_next,
        coalesce(lag(is_aux) over in_sentence, false) as is_aux_before,
        coalesce(lead(is_aux) over in_sentence, false) as is_aux_next,
        coalesce(lag(is_edge_behind) over in_sentence, false)
        or is_own_edge
        -- "Russia declared a ceasefire": without a verb what is declared is no clause
        or (
            is_speech_edge
            and coalesce(bool_or(is_lexical or is_aux) over (
                partition by sentence_key
                order by token_number
                rows between current row and unbounded following
            ), false)
        )
            as is_hard_edge,
        cast(sum(cast(is_solid as integer)) over in_sentence as integer) as solid_count,
        cast(sum(cast(is_comma as integer)) over in_sentence as integer) as comma_count,
        cast(sum(cast(is_by as integer)) over in_sentence as integer) as by_count
    from marks
    window
        in_sentence as (partition by sentence_key order by token_number),
        before_it as (
            partition by sentence_key
            order by token_number
            rows between unbounded preceding and 1 preceding
        )
),

starts as (
    select
        * exclude (is_lexical),
        -- "have" with no verb behind it is the verb itself
        is_lexical or (is_have and not is_lexical_next and not is_aux_next) as is_lexical,
        (is_lexical and not is_chain_before)
        or (is_chain and not is_chain_before and not is_to and is_lexical_next)
        or (is_aux and not is_lexical_next and not is_aux_before)
            as is_verb_start
    from chains
),

hard_clauses as (
    select
        *,
        cast(sum(cast(is_hard_edge as integer)) over in_sentence as integer) as hard_number,
        cast(sum(cast(is_verb_start as integer)) over in_sentence as integer) as verb_count
    from starts
    window in_sentence as (partition by sentence_key order by token_number)
),

-- ", and" parts two clauses where a verb stands on either side
coordinated as (
    select
        commas.sentence_key,
        commas.token_number
    from hard_clauses as commas
    inner join hard_clauses as verbs
        on
            commas.sentence_key = verbs.sentence_key
            and commas.hard_number = verbs.hard_number
    where commas.may_be_edge and verbs.is_verb_start
    group by commas.sentence_key, commas.token_number
    having min(verbs.token_number) < commas.token_number and max(verbs.token_number) > commas.token_number
),

edges as (
    select
        hard_clauses.*,
        hard_clauses.is_hard_edge or coordinated.token_number is not null as is_edge
    from hard_clauses
    left join coordinated
        on
            hard_clauses.sentence_key = coordinated.sentence_key
            and hard_clauses.token_number = coordinated.token_number
),

clauses as (
    select
        sentence_key,
        token_number,
        is_lexical,
        chain_start,
        solid_count,
        comma_count,
        by_count,
        cast(sum(cast(is_edge as integer)) over in_sentence as integer) as clause_number,
        verb_count - coalesce(
            last_value(case when is_edge then verb_count - cast(is_verb_start as integer) end ignore nulls) over in_sentence, 0
        ) as verb_number,
        coalesce(last_value(case when is_edge then token_number end ignore nulls) over in_sentence, 1) as clause_start,
        coalesce(
            first_value(case when is_edge then token_number end ignore nulls) over behind_it - 1,
            last_value(token_number) over behind_it,
            token_number
        ) as clause_end,
        last_value(case when is_lexical then coalesce(governing, '') else governing end ignore nulls) over (
            partition by sentence_key
            order by token_number
            rows between 7 preceding and 1 preceding
        ) as governor
    from edges
    window
        in_sentence as (partition by sentence_key order by token_number),
        behind_it as (
            partition by sentence_key
            order by token_number
            rows between 1 following and unbounded following
        )
),

final as (
    select
        sentences.sentence_id,
        sentences.document_id,
        cast(verbs.token_number as integer) as token_number,
        verbs.token_kind,
        verbs.token_key,
        verbs.char_start,
        verbs.char_end,
        verbs.gap_before,
        verbs.is_capitalised,
        verbs.word_classes,
        verbs.is_aux,
        verbs.is_chain,
        verbs.is_preposition,
        clauses.is_lexical,
        verbs.is_compound,
        verbs.is_name_part,
        verbs.is_after_subject,
        verbs.is_aside,
        verbs.is_possessive,
        verbs.key_before,
        verbs.kind_before,
        coalesce(verbs.classes_before, []) as classes_before,
        cast(clauses.chain_start as integer) as chain_start,
        cast(clauses.clause_number as integer) as clause_number,
        cast(clauses.verb_number as integer) as verb_number,
        cast(clauses.clause_start as integer) as clause_start,
        cast(clauses.clause_end as integer) as clause_end,
        cast(clauses.solid_count as integer) as solid_count,
        cast(clauses.comma_count as integer) as comma_count,
        cast(clauses.by_count as integer) as by_count,
        clauses.governor
    from verbs
    inner join clauses
        on verbs.sentence_key = clauses.sentence_key and verbs.token_number = clauses.token_number
    inner join sentences on verbs.sentence_key = sentences.sentence_key
)

select * from final
