with

cues as (
    select
        cue_id,
        cue_class,
        unnest(string_split(forms, '|')) as form
    from {{ ref('modality_cues') }}
),

keyed as (
    select
        {{ phrase_key('form') }} as form_key,
        cue_class,
        min(cue_id) as cue_id
    from cues
    group by form_key, cue_class
),

found as (
    select
        ngrams.sentence_id || '-' || {{ padded('ngrams.token_start', 4) }}
        || '-' || cast(ngrams.word_count as varchar) || '-' || keyed.cue_id
            as mention_id,
        ngrams.sentence_id,
        ngrams.document_id,
        ngrams.token_start,
        ngrams.token_end,
        ngrams.char_start,
        ngrams.char_end,
        keyed.cue_id,
        keyed.cue_class
    from {{ ref('int_ngrams') }} as ngrams
    inner join keyed on ngrams.ngram_key = keyed.form_key
    -- not Doctors Without Borders
    where
        not (keyed.form_key = 'without' and ngrams.is_capitalised and ngrams.token_start > 1)
        -- "on 3 May"
        and not (keyed.form_key = 'may' and ngrams.is_capitalised and ngrams.token_start > 1)
),

-- "not only signed it": done, and more than that
final as (
    select found.*
    from found
    left join found as longer
        on
            found.sentence_id = longer.sentence_id
            and longer.cue_class = 'beyond'
            and found.token_start between longer.token_start and longer.token_end
    where longer.sentence_id is null
)

select * from final
