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

class_sets as (
    select * from {{ ref('int_clause_classes') }}
),

vocabulary as (
    select * from {{ ref('int_clause_vocabulary') }}
),

month_of_may as (
    select
        class_key,
        class_bits
    from class_sets
    where word_classes = ['time_word']
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
        vocabulary.vocabulary_key,
        asides.token_number is not null or bracketed.token_number is not null as is_aside,
        case
            when asides.token_number is not null or bracketed.token_number is not null or tokens.token in ('WHO', 'US') then 0
            when tokens.token_key = 'may' and tokens.is_capitalised and tokens.token_number > 1 then month_of_may.class_key
            else vocabulary.class_key
        end as class_key,
        vocabulary.key_bits + case
            when asides.token_number is not null or bracketed.token_number is not null or tokens.token in ('WHO', 'US') then 0
            when tokens.token_key = 'may' and tokens.is_capitalised and tokens.token_number > 1 then month_of_may.class_bits
            else vocabulary.class_bits
        end as bits,
        tokens.token like '%''' or tokens.token like '%’' or tokens.token like '%''s' or tokens.token like '%’s' as is_possessive,
        speech_edges.edge is not null as is_speech_edge,
        -- inside a sentence a capital makes a name; headlines have capitals everywhere
        tokens.is_capitalised and tokens.token_number > 1 and sentences.line_kind not in ('title', 'heading')
            as is_name_part
    from tokens
    inner join sentences on tokens.sentence_id = sentences.sentence_id
    inner join vocabulary on tokens.token_key = vocabulary.token_key and tokens.token_kind = vocabulary.token_kind
    cross join month_of_may
    left join bracketed
        on tokens.sentence_id = bracketed.sentence_id and tokens.token_number = bracketed.token_number
    left join asides
        on tokens.sentence_id = asides.sentence_id and tokens.token_number = asides.token_number
    left join speech_edges
        on tokens.document_id = speech_edges.document_id and tokens.char_start = speech_edges.edge
),

flagged as materialized (
    select
        *,
        {{ has_flag("aux") }} as is_aux,
        {{ has_flag("chain") }}
        or {{ has_flag("to") }}
        or {{ has_flag("quote") }}
        or ({{ has_flag("word") }} and {{ has_flag("ly") }} and not {{ has_flag("finite") }})
            as is_chain,
        {{ has_flag("preposition") }} as is_preposition,
        lead(gap_before) over in_sentence = '-' or gap_before = '-' as is_compound,
        lag(token_key) over in_sentence as key_before,
        lag(bits) over in_sentence as bits_before,
        lag(class_key) over in_sentence as class_key_before,
        lag(token_kind) over in_sentence as kind_before,
        lag(is_capitalised) over in_sentence as is_capitalised_before,
        lead(bits) over in_sentence as bits_after,
        lead(is_capitalised) over in_sentence as is_capitalised_after
    from classed
    window in_sentence as (partition by sentence_key order by token_number)
),

verbs as (
    select
        *,
        {{ has_flag("word") }}
        and (
            {{ has_flag("verb") }}
            or (
                {{ has_flag("ing") }}
                and coalesce({{ has_flag("before_ing", "bits_before") }} or {{ has_flag("quote", "bits_before") }}, false)
            )
        )
        and not is_aux
        and not is_preposition
        and not is_compound
        and not is_name_part
        and not coalesce({{ has_flag("number", "bits_before") }}, false)
        -- "first deployed": a word that may be an adverb too does not make a noun of a plain verb
        and not coalesce(
            {{ has_flag("determiner", "bits_before") }}
            and not ({{ has_flag("adverb", "bits_before") }} and not {{ has_flag("nominal") }}),
            false
        )
        and (
            not coalesce({{ has_flag("preposition", "bits_before") }}, false)
            or {{ has_flag("to", "bits_before") }}
        )
        and (
            not {{ has_flag("nominal") }}
            or coalesce({{ has_flag("before_verb", "bits_before") }}, false)
            or coalesce({{ has_flag("verb_opener", "bits_before") }}, false)
            or coalesce(
                {{ has_flag("s", "bits_before") }} and not {{ has_flag("ss", "bits_before") }} and {{ has_flag("ambiguous") }}
                and not {{ has_flag("event_noun") }} and not {{ has_flag("s") }} and not {{ has_flag("back") }}, false
            )
            -- "Russia and Syria plan to sign"
            or coalesce(
                {{ has_flag("planning") }} and {{ has_flag("to", "bits_after") }} and is_capitalised_before, false
            )
            or (
                coalesce(is_capitalised_before, false)
                and coalesce(is_capitalised_after or {{ has_flag("determiner", "bits_after") }}, false)
            )
        )
            as is_lexical
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
        {{ has_flag("have") }} as is_have,
        {{ has_flag("to") }} as is_to,
        {{ has_flag("comma") }} as is_comma,
        {{ has_flag("by") }} as is_by,
        not {{ has_flag("light") }} and not {{ has_flag("unsolid") }} and not is_name_part as is_solid,
        -- "Mr. Lee", "John F. Lee"
        {{ has_flag("stop") }}
        or ({{ has_flag("point") }} and not coalesce({{ has_flag("shortened", "bits_before") }}, false))
            as is_edge_behind,
        is_speech_edge,
        {{ has_flag("divider") }}
        or {{ has_flag("opening") }}
        or (
            {{ has_flag("that") }}
            and not coalesce({{ has_flag("preposition", "bits_before") }}, false)
        )
            as is_own_edge,
        {{ has_flag("coordinator") }} and {{ has_flag("comma", "bits_before") }} as may_be_edge,
        -- the word that governs, by its number: 0 stands for none, -1 for "together with"
        case
            when is_preposition and {{ has_flag("with") }} and {{ has_flag("together", "bits_before") }} then -1
            when is_preposition then vocabulary_key
            when {{ has_flag("time") }} or {{ has_flag("year") }} or (not is_capitalised and {{ has_flag("event") }}) then 0
            when is_aux or {{ has_flag("punct") }} or {{ has_flag("joint") }} then 0
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
            and coalesce(
                max(case when is_lexical or is_aux then token_number end) over (partition by sentence_key) >= token_number, false
            )
        )
            as is_hard_edge
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
        sum(cast(is_solid as integer)) over in_sentence as solid_count,
        sum(cast(is_comma as integer)) over in_sentence as comma_count,
        sum(cast(is_by as integer)) over in_sentence as by_count,
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
        last_value(case when is_lexical then coalesce(governing, 0) else governing end ignore nulls) over (
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
        coalesce(own.word_classes, []) as word_classes,
        verbs.is_aux,
        verbs.is_chain,
        verbs.is_preposition,
        clauses.is_lexical,
        verbs.is_compound,
        verbs.is_name_part,
        coalesce(
            verbs.is_capitalised_before
            or {{ has_flag("behind_subject", "verbs.bits_before") }}
            or {{ has_flag("subject_end", "verbs.bits_before") }}
            or {{ has_flag("s", "verbs.bits_before") }}
            and not {{ has_flag("determiner", "verbs.bits_before") }}
            and not {{ has_flag("preposition", "verbs.bits_before") }}
            or {{ has_flag("ly", "verbs.bits_before") }},
            true
        ) as is_after_subject,
        verbs.is_aside,
        verbs.is_possessive,
        verbs.key_before,
        verbs.kind_before,
        coalesce(before.word_classes, []) as classes_before,
        cast(clauses.chain_start as integer) as chain_start,
        cast(clauses.clause_number as integer) as clause_number,
        cast(clauses.verb_number as integer) as verb_number,
        cast(clauses.clause_start as integer) as clause_start,
        cast(clauses.clause_end as integer) as clause_end,
        cast(clauses.solid_count as integer) as solid_count,
        cast(clauses.comma_count as integer) as comma_count,
        cast(clauses.by_count as integer) as by_count,
        case clauses.governor when 0 then '' when -1 then 'together with' else governors.token_key end as governor
    from flagged as verbs
    inner join clauses
        on verbs.sentence_key = clauses.sentence_key and verbs.token_number = clauses.token_number
    inner join sentences on verbs.sentence_key = sentences.sentence_key
    left join class_sets as own on verbs.class_key = own.class_key
    left join class_sets as before on verbs.class_key_before = before.class_key
    left join vocabulary as governors on clauses.governor = governors.vocabulary_key
)

select * from final
