with

ngrams as (
    select * from {{ ref('int_ngrams') }}
),

forms as (
    select
        *,
        -- the class of words without which it tells nothing: of two the first that is named; those listed are looked for among actors,
        -- places and sums later
        case
            when contains(needs, '+') then coalesce(nullif(split_part(needs, '+', 1), ''), split_part(needs, '+', 2))
            when needs not in ('aid_convoy', 'armed', 'money', 'person', 'nonperson', 'pair', 'place', 'spot') then needs
        end as indispensable_class
    from {{ ref('int_trigger_forms') }}
),

tokens as not materialized (
    select * from {{ ref('int_clause_tokens') }}
),

present_classes as (
    select distinct
        sentence_id,
        word_class
    from {{ ref('int_wanted_words') }}
),

-- most triggers want a word that is nowhere in their sentence
hits as materialized (
    select
        ngrams.sentence_id,
        ngrams.document_id,
        ngrams.token_start,
        ngrams.token_end,
        ngrams.char_start,
        ngrams.char_end,
        ngrams.ngram_key,
        ngrams.word_count,
        forms.* exclude (form_key, indispensable_class)
    from ngrams
    inner join forms on ngrams.ngram_key = forms.form_key
    left join present_classes
        on ngrams.sentence_id = present_classes.sentence_id and forms.indispensable_class = present_classes.word_class
    where forms.indispensable_class is null or present_classes.sentence_id is not null
),

hit_tokens as materialized (
    {{ tokens_at('tokens', 'hits', ['token_start - 1', 'token_start', 'token_end', 'token_end + 1']) }}
),

final as (
    select
        hits.* exclude (ngram_key),
        first.clause_number,
        first.clause_start,
        first.clause_end,
        first.chain_start,
        first.verb_number,
        first.key_before,
        first.kind_before,
        first.classes_before,
        first.gap_before,
        first.is_compound,
        first.is_lexical,
        first.is_name_part as is_named,
        first.is_after_subject,
        first.governor,
        first.word_classes,
        {{ is_gerund_of_act() }} as is_gerund_of_act,
        {{ is_verbal_noun() }} as is_verbal_noun
    from hits
    inner join hit_tokens as first
        on hits.sentence_id = first.sentence_id and hits.token_start = first.token_number
    inner join hit_tokens as last
        on hits.sentence_id = last.sentence_id and hits.token_end = last.token_number
    left join hit_tokens as before
        on hits.sentence_id = before.sentence_id and hits.token_start - 1 = before.token_number
    left join hit_tokens as after
        on hits.sentence_id = after.sentence_id and hits.token_end + 1 = after.token_number
    where
        -- "told | the Security Council": what one says parts from who is told
        (first.clause_number = last.clause_number or {{ is_trigger("telling", "hits.trigger_id") }})
        -- "the Memorandum of 4 May"
        -- "The Congress began", but not "“Talks went on"
        and (
            not first.is_name_part
            or hits.event_type = 'AGREE' and hits.trigger_kind = 'noun'
            or hits.event_type = 'CONSULT' and hits.trigger_kind = 'noun' and coalesce(first.kind_before, '') <> 'punct'
        )
        and not first.is_aside and not {{ is_russian_adjective() }}
        -- "Iran's talks with Turkey"
        and not (hits.trigger_kind = 'verb' and hits.form_numbers <> [5] and coalesce(before.is_possessive, false) and not first.is_lexical)
)

select * from final
