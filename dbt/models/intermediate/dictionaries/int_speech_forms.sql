with

verbs as (
    select * from {{ ref('speech_verbs') }}
),

forms as (
    select
        verb_id,
        frame,
        speech_class,
        unnest(string_split(forms, '|')) as form
    from verbs
),

-- inflected Russian forms fold to one stem
final as (
    select distinct
        {{ phrase_key("string_split(form, ' _ ')[1]") }} as form_key,
        coalesce({{ phrase_key("string_split(form, ' _ ')[2]") }}, '') as closing_key,
        verb_id,
        frame,
        speech_class
    from forms
)

select * from final
