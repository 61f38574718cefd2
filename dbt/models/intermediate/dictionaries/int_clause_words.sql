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

final as (
    select
        word_key,
        list(distinct word_class order by word_class) as word_classes
    from classed
    where word_key <> ''
    group by word_key
)

select * from final
