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
        char_start,
        char_end,
        cast(row_number() over () as integer) as sentence_key
    from {{ ref('int_sentences') }}
),

class_sets as (
    select * from {{ ref('int_clause_classes') }}
),

vocabulary as (
    select * from {{ ref('int_clause_vocabulary') }}
),

month_of_may as (
    select class_key from class_sets
    where word_classes = ['time_word']
),

speech as (
    select * from {{ ref('int_speech_mentions') }}
    where content_start is not null
),

edges_of_speech as (
    select document_id, content_start as edge from speech
    where not is_act
    union
    select document_id, content_end as edge from speech
    where not is_act
),

speech_edges as (
    select
        sentences.sentence_key,
        edges_of_speech.edge
    from edges_of_speech
    inner join sentences
        on
            edges_of_speech.document_id = sentences.document_id
            and edges_of_speech.edge >= sentences.char_start
            and edges_of_speech.edge < sentences.char_end
),

inserted as (
    select
        sentences.sentence_key,
        remarks.char_start,
        remarks.char_end
    from {{ ref('int_inserted_remarks') }} as remarks
    inner join sentences on remarks.sentence_id = sentences.sentence_id
),

-- what a token is of itself, in few and narrow columns, as every window copies them all: the words come back at the end
words as materialized (
    select
        sentences.sentence_key,
        tokens.token_number,
        cast(vocabulary.vocabulary_key as integer) as vocabulary_key,
        cast(case
            when tokens.token in ('WHO', 'US') or tokens.token = 'IS' and sentences.line_kind = 'body' then 0
            when tokens.token_key = 'may' and tokens.is_capitalised and tokens.token_number > 1 then month_of_may.class_key
            else vocabulary.class_key
        end as integer) as class_key,
        vocabulary.key_bits + {{ clause_bits({
            "joined": "tokens.gap_before = '-'",
            "spaced": "tokens.gap_before = ' '",
            "capital": "tokens.is_capitalised",
            "possessive": "tokens.token like '%''' or tokens.token like '%’' or " ~ is_possessive("tokens.token"),
            "name_part": "tokens.is_capitalised and tokens.token_number > 1 and sentences.line_kind not in ('title', 'heading')",
        }) }} as bits,
        tokens.char_start,
        tokens.char_end
    from tokens
    inner join sentences on tokens.sentence_id = sentences.sentence_id
    inner join vocabulary on tokens.token_key = vocabulary.token_key and tokens.token_kind = vocabulary.token_kind
    cross join month_of_may
),

brackets as (
    select
        words.sentence_key,
        words.token_number,
        lead(words.token_number) over in_sentence as next_bracket,
        sum(case vocabulary.token_key when '(' then 1 else -1 end) over in_sentence > 0 as is_open
    from words
    inner join vocabulary on words.vocabulary_key = vocabulary.vocabulary_key
    where vocabulary.token_key in ('(', ')')
    window in_sentence as (partition by words.sentence_key order by words.token_number)
),

asides as (
    select words.sentence_key, words.token_number from words
    inner join inserted
        on
            words.sentence_key = inserted.sentence_key
            and words.char_start >= inserted.char_start
            and words.char_end <= inserted.char_end
    union
    select words.sentence_key, words.token_number from words
    inner join brackets
        on
            words.sentence_key = brackets.sentence_key
            and words.token_number >= brackets.token_number
            and words.token_number < coalesce(brackets.next_bracket, words.token_number + 1)
    where brackets.is_open
),

-- what stands aside is of no class
placed as (
    select
        words.* exclude (class_key, bits),
        case when asides.token_number is null then words.class_key else 0 end as class_key,
        words.bits + {{ clause_bits({
            "aside": "asides.token_number is not null",
            "speech_edge": "speech_edges.edge is not null",
        }) }} as bits
    from words
    left join asides
        on words.sentence_key = asides.sentence_key and words.token_number = asides.token_number
    left join speech_edges
        on words.sentence_key = speech_edges.sentence_key and words.char_start = speech_edges.edge
),

classed as (
    select
        placed.* exclude (bits),
        placed.bits + coalesce(class_sets.class_bits, 0) as bits
    from placed
    left join class_sets on placed.class_key = class_sets.class_key
),

-- asked once of each token, and by its neighbours as a flag
chainable as (
    select
        * exclude (bits),
        bits + {{ clause_bits({"chain": may_be_in_chain("bits")}) }} as bits
    from classed
),

neighboured as (
    select
        *,
        lag(vocabulary_key) over in_sentence as vocabulary_key_before,
        lag(class_key) over in_sentence as class_key_before,
        -- a sentence begins as behind what ends a subject
        lag(bits, 1, {{ clause_bit("subject_end") }}) over in_sentence as bits_before,
        lag(bits, 2, cast(0 as bigint)) over in_sentence as bits_before_that,
        lead(bits) over in_sentence as bits_after
    from chainable
    window in_sentence as (partition by sentence_key order by token_number)
),

-- "France as well as Germany" is one clause, and so is "Homs and As-Suwayda"
flagged as (
    select
        * exclude (bits, bits_before_that),
        bits + {{ clause_bits({
            "aux_before": has_flag("aux", "bits_before"),
            "aux_next": has_flag("aux", "bits_after"),
            "chain_before": has_flag("chain", "bits_before"),
            "after_subject": has_flag("capital", "bits_before") ~ " or " ~ has_flag("behind_subject", "bits_before")
                ~ " or " ~ has_flag("subject_end", "bits_before") ~ " or " ~ has_flag("s", "bits_before")
                ~ " and not " ~ has_flag("determiner", "bits_before") ~ " and not " ~ has_flag("preposition", "bits_before")
                ~ " or " ~ has_flag("year", "bits_before") ~ " or " ~ has_flag("ly", "bits_before"),
            "own_edge": has_flag("stop", "bits_before")
                ~ " or (" ~ has_flag("point", "bits_before") ~ " and not " ~ has_flag("shortened", "bits_before_that") ~ ")"
                ~ " or " ~ has_flag("divider")
                ~ " or (" ~ has_flag("opening") ~ " and not coalesce(" ~ has_flag("capital") ~ " and " ~ has_flag("joined", "bits_after")
                ~ " or " ~ has_flag("as") ~ " and (" ~ has_flag("well", "bits_after") ~ " or " ~ has_flag("well", "bits_before") ~ "), false))"
                ~ " or (" ~ has_flag("that") ~ " and not " ~ has_flag("preposition", "bits_before") ~ " and not " ~ has_flag("opening", "bits_before") ~ ")",
            "may_be_edge": has_flag("coordinator") ~ " and " ~ has_flag("comma", "bits_before"),
        }) }} as bits
    from neighboured
),

verbs as (
    select
        *,
        {{ is_verb_in_place() }} as is_lexical_word
    from flagged
),

chains as (
    select
        * exclude (bits_before, bits_after),
        {{ has_flag("to", "bits_before") }} as is_behind_to,
        {{ has_flag("coordinator", "bits_before") }} as is_behind_coordinator,
        {{ is_pointing() }} as is_pointing, {{ is_announced() }} as is_announced,
        coalesce({{ has_flag("ing", "bits_after") }}, false) as is_before_ing,
        {{ has_flag("joined") }} or coalesce({{ has_flag("joined", "bits_after") }}, false) as is_compound,
        -- the word that governs, by its number: 0 stands for none, -1 for "together with"
        case
            when {{ has_flag("preposition") }} and {{ has_flag("with") }} and {{ has_flag("together", "bits_before") }} then -1
            when {{ has_flag("preposition") }} then vocabulary_key
            when {{ has_flag("time") }} or {{ has_flag("year") }} or (not {{ has_flag("capital") }} and {{ has_flag("event") }}) then 0
            when {{ has_flag("aux") }} or {{ has_flag("punct") }} or {{ has_flag("joint") }} then 0
            -- "In Geneva the talks began": another noun phrase
            when {{ has_flag("determiner") }} and {{ has_flag("capital", "bits_before") }} and not {{ has_flag("preposition", "bits_before") }} then 0
        end as governing,
        last_value(case when not {{ has_flag("chain") }} then token_number end ignore nulls) over (
            partition by sentence_key order by token_number rows between unbounded preceding and 1 preceding
        ) as chain_edge,
        coalesce(
            first_value(case when not {{ has_flag("chain") }} then is_lexical_word end ignore nulls) over (
                partition by sentence_key order by token_number rows between 1 following and unbounded following
            ),
            false
        ) as is_lexical_next
    from verbs
),

-- read by the marks, by what a sentence says of its verbs and by the counts
starts as materialized (
    select
        * exclude (is_lexical_word, is_lexical_next, is_behind_to),
        is_lexical_word or ({{ has_flag("have") }} and not is_lexical_next and not {{ has_flag("aux_next") }}) as is_lexical,
        is_lexical_word or {{ has_flag("aux") }} as is_verb,
        {{ has_flag("aux") }} and not is_lexical_next and not {{ has_flag("aux_next") }} as is_bare,
        is_lexical_word and not is_behind_to or {{ has_flag("aux") }} as is_verb_of_clause,
        {{ has_flag("to") }} and is_lexical_next as is_before_infinitive,
        (is_lexical_word and not {{ has_flag("chain_before") }})
        or ({{ has_flag("chain") }} and not {{ has_flag("chain_before") }} and not {{ has_flag("to") }} and is_lexical_next)
        or ({{ has_flag("aux") }} and not is_lexical_next and not {{ has_flag("aux_before") }})
            as is_verb_start
    from chains
),

sentence_ends as (
    select sentence_key, max(token_number) as last_token from words
    group by sentence_key
),

sentence_verbs as (
    select
        sentence_key,
        min(token_number) as first_verb,
        max(case when is_verb_of_clause then token_number end) as last_verb
    from starts
    where is_verb
    group by sentence_key
),

-- the few tokens at which a clause or a verb may begin say it for those behind them
marks as materialized (
    select
        starts.sentence_key,
        starts.token_number,
        sentence_ends.last_token,
        starts.is_verb_start, starts.is_pointing, starts.is_announced, starts.is_before_ing, starts.is_bare, starts.bits,
        starts.is_verb_start and starts.is_behind_coordinator as is_joined_verb, vocabulary.token_key, sentence_verbs.first_verb,
        {{ has_flag("may_be_edge", "starts.bits") }} as may_be_edge,
        {{ has_flag("own_edge", "starts.bits") }}
        -- "Russia declared a ceasefire", "A ceasefire was declared by Russia": without a verb what is declared is no clause
        or (
            {{ has_flag("speech_edge", "starts.bits") }}
            and not ({{ has_flag("aux_before", "starts.bits") }} and {{ has_flag("announcing", "starts.bits") }})
            -- "hopes to open the road": one verb under the other
            and coalesce(sentence_verbs.last_verb >= starts.token_number, false) and not starts.is_before_infinitive
            and coalesce(sentence_verbs.first_verb < starts.token_number, false)
        )
            as is_hard_edge
    from starts
    inner join sentence_ends on starts.sentence_key = sentence_ends.sentence_key
    inner join vocabulary on starts.vocabulary_key = vocabulary.vocabulary_key
    left join sentence_verbs on starts.sentence_key = sentence_verbs.sentence_key
    where {{ is_mark_of_clause() }}
),

hard_clauses as (
    select *, count(case when is_hard_edge then 1 end) over (partition by sentence_key order by token_number) as hard_number
    from ({{ edges_in_place('marks') }}) as marks_in_place
),

-- ", and" parts two clauses where a verb stands on either side
edges as (
    select
        *,
        is_hard_edge
        or coalesce(
            may_be_edge
            and min(case when is_verb_start then token_number end) over in_hard_clause < token_number
            and max(case when is_verb_start then token_number end) over in_hard_clause > token_number,
            false
        ) as is_edge
    from hard_clauses
    window in_hard_clause as (partition by sentence_key, hard_number)
),

numbered as (
    select
        sentence_key,
        token_number,
        is_verb_start,
        count(case when is_edge then 1 end) over in_sentence as clause_number,
        coalesce(last_value(case when is_edge then token_number end ignore nulls) over in_sentence, 1) as clause_start,
        coalesce(
            first_value(case when is_edge then token_number end ignore nulls) over (
                partition by sentence_key
                order by token_number
                rows between 1 following and unbounded following
            ) - 1,
            last_token
        ) as clause_end
    from edges
    window in_sentence as (partition by sentence_key order by token_number)
),

clauses as (
    select
        *,
        count(case when is_verb_start then 1 end) over (partition by sentence_key, clause_number order by token_number) as verb_number
    from numbered
),

-- three running counts as one sum: each stays below two millions
counted as (
    select
        * exclude (is_verb, is_verb_of_clause, is_verb_start, is_before_infinitive, governing),
        last_value(case when {{ is_mark_of_clause() }} then token_number end ignore nulls) over in_sentence as mark_number,
        cast(sum(
            case when {{ has_flag("light") }} or {{ has_flag("unsolid") }} or {{ has_flag("name_part") }} then 0 else 1 end
            + case when {{ has_flag("comma") }} then {{ 2 ** 21 }} else 0 end
            + case when {{ has_flag("by") }} then {{ 2 ** 42 }} else 0 end
        ) over in_sentence as bigint) as counts,
        last_value(case when is_lexical then coalesce(governing, 0) else governing end ignore nulls) over (
            partition by sentence_key
            order by token_number
            rows between 7 preceding and 1 preceding
        ) as governor
    from starts
    window in_sentence as (partition by sentence_key order by token_number)
),

final as (
    select
        sentences.sentence_id,
        sentences.document_id,
        cast(counted.token_number as integer) as token_number,
        own_words.token_kind,
        own_words.token_key,
        counted.char_start,
        counted.char_end,
        case
            when {{ has_flag("spaced", "counted.bits") }} then ' '
            when {{ has_flag("joined", "counted.bits") }} then '-'
            else ''
        end as gap_before,
        {{ has_flag("capital", "counted.bits") }} as is_capitalised,
        coalesce(own.word_classes, []) as word_classes,
        {{ has_flag("chain", "counted.bits") }} as is_chain,
        {{ has_flag("preposition", "counted.bits") }} as is_preposition,
        counted.is_lexical,
        counted.is_compound,
        -- inside a sentence a capital makes a name; headlines have capitals everywhere
        {{ has_flag("name_part", "counted.bits") }} as is_name_part,
        {{ has_flag("after_subject", "counted.bits") }} as is_after_subject,
        {{ has_flag("aside", "counted.bits") }} as is_aside,
        {{ has_flag("possessive", "counted.bits") }} as is_possessive,
        words_before.token_key as key_before,
        words_before.token_kind as kind_before,
        coalesce(before.word_classes, []) as classes_before,
        cast(coalesce(counted.chain_edge, 0) + 1 as integer) as chain_start,
        cast(clauses.clause_number as integer) as clause_number,
        cast(clauses.verb_number as integer) as verb_number,
        cast(clauses.clause_start as integer) as clause_start,
        cast(clauses.clause_end as integer) as clause_end,
        cast(counted.counts & {{ 2 ** 21 - 1 }} as integer) as solid_count,
        cast(counted.counts >> 21 & {{ 2 ** 21 - 1 }} as integer) as comma_count,
        cast(counted.counts >> 42 as integer) as by_count,
        case counted.governor when 0 then '' when -1 then 'together with' else governors.token_key end as governor
    from counted
    -- every token has its mark: a left join keeps the few marks as the side that is hashed
    left join clauses
        on counted.sentence_key = clauses.sentence_key and counted.mark_number = clauses.token_number
    inner join sentences on counted.sentence_key = sentences.sentence_key
    inner join vocabulary as own_words on counted.vocabulary_key = own_words.vocabulary_key
    left join vocabulary as words_before on counted.vocabulary_key_before = words_before.vocabulary_key
    left join vocabulary as governors on counted.governor = governors.vocabulary_key
    left join class_sets as own on counted.class_key = own.class_key
    left join class_sets as before on counted.class_key_before = before.class_key
)

select * from final
