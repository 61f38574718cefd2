with

ngrams as (
    select * from {{ ref('int_ngrams') }}
),

forms as (
    select distinct on (form_key)
        form_key,
        verb_id,
        frame,
        speech_class
    from {{ ref('int_speech_forms') }}
    where closing_key = ''
    order by form_key, verb_id
),

sentences as (
    select
        sentence_id,
        document_kind,
        line_kind
    from {{ ref('int_sentences') }}
),

counting as (
    select distinct sentence_id
    from {{ ref('int_number_mentions') }}
),

-- A verb in capitals is a name in running text ("Tell Rifaat"); only headlines capitalise their verbs.
hits as (
    select
        ngrams.sentence_id,
        ngrams.document_id,
        ngrams.token_start,
        ngrams.token_end,
        ngrams.char_start,
        ngrams.char_end,
        ngrams.ngram_key as verb_text,
        ngrams.word_count,
        ngrams.token_end as reach,
        forms.verb_id,
        forms.frame,
        forms.speech_class
    from ngrams
    inner join forms on ngrams.ngram_key = forms.form_key
    inner join sentences on ngrams.sentence_id = sentences.sentence_id
    left join counting on ngrams.sentence_id = counting.sentence_id
    where
        (
            not ngrams.is_capitalised
            or forms.frame in ('source', 'quoted')
            or sentences.line_kind in ('title', 'heading')
        )
        -- who counts says so only beside a figure; who counts in a bulletin its headings tell
        and (forms.frame not in ('count', 'counted') or (counting.sentence_id is not null and sentences.document_kind = 'article'))
),

longest as (
    {{ longest_matches('hits') }}
),

final as (
    select
        sentence_id,
        document_id,
        token_start,
        token_end,
        char_start,
        char_end,
        verb_text,
        verb_id,
        frame,
        speech_class
    from longest
)

select * from final
