with

triggers as (
    select
        *,
        string_split(forms, '|') as form_list
    from {{ ref('event_triggers') }}
),

forms as (
    select
        trigger_id,
        priority,
        event_type,
        trigger_kind,
        voice,
        actor_pattern,
        needs,
        modality_hint,
        language,
        unnest(form_list) as form,
        generate_subscripts(form_list, 1) as form_number
    from triggers
),

final as (
    select
        {{ phrase_key('form') }} as form_key,
        trigger_id,
        any_value(priority) as priority,
        any_value(event_type) as event_type,
        any_value(trigger_kind) as trigger_kind,
        any_value(voice) as voice,
        any_value(actor_pattern) as actor_pattern,
        any_value(nullif(needs, '')) as needs,
        any_value(nullif(modality_hint, '')) as modality_hint,
        any_value(language) as language,
        bool_or(contains(form, '-')) as is_hyphenated,
        list(distinct form_number order by form_number) as form_numbers
    from forms
    where form <> ''
    group by form_key, trigger_id
)

select * from final
