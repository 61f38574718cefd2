with

words as (
    select
        unnest(string_split(forms, '|')) as form,
        word_class
    from {{ ref('clause_words') }}
),

triggers as (
    select
        trigger_kind,
        voice,
        language,
        string_split(forms, '|') as forms
    from {{ ref('event_triggers') }}
),

trigger_forms as (
    select
        trigger_kind,
        language,
        unnest(forms) as form,
        generate_subscripts(forms, 1) as form_number
    from triggers
),

spoken as (
    select unnest(string_split(forms, '|')) as form
    from {{ ref('speech_verbs') }}
    where frame not in ('source', 'between')
),

classed as (
    select
        {{ phrase_key('form') }} as word_key,
        word_class
    from words
    union all
    select
        split_part({{ phrase_key('form') }}, ' ', 1) as word_key,
        case when language = 'en' and form_number = 5 then 'verb_ing' else 'verb_finite' end as word_class
    from trigger_forms
    where trigger_kind = 'verb'
    union all
    select
        split_part(form_key, ' ', 1) as word_key,
        'verb_finite' as word_class
    from {{ ref('int_trigger_forms') }}
    where trigger_kind = 'verb' and language = 'ru'
    union all
    select
        {{ phrase_key('form') }} as word_key,
        'event_noun' as word_class
    from trigger_forms
    where trigger_kind = 'noun' and not contains(form, ' ')
    union all
    select
        split_part({{ phrase_key('form') }}, ' ', 1) as word_key,
        'verb_finite' as word_class
    from spoken
),

-- "не признал", "резко осудил", "был открыт": the first word of a phrase that is no verb
verbless as (
    select word_key from classed
    group by word_key
    having bool_or(word_class in ('negation', 'adverb', 'be')) and regexp_matches(word_key, '^\p{Cyrillic}')
),

final as (
    select
        classed.word_key,
        list(distinct classed.word_class order by classed.word_class) as word_classes
    from classed
    left join verbless on classed.word_key = verbless.word_key
    where classed.word_key <> '' and not (verbless.word_key is not null and classed.word_class = 'verb_finite')
    group by classed.word_key
)

select * from final
