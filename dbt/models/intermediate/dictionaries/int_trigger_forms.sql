with

triggers as (
    select
        * exclude (needs, modality_hint),
        coalesce(needs, '') as needs,
        coalesce(modality_hint, '') as modality_hint,
        string_split(forms, '|') as form_list
    from {{ ref('event_triggers') }}
),

verb_forms as (
    select * from {{ ref('int_verb_forms') }}
),

unnested as (
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

keyed as (
    select
        *,
        {{ phrase_key('form') }} as form_key
    from unnested
    where form <> ''
),

parted as (
    select
        *,
        split_part(form_key, ' ', 1) as first_word,
        substring(form_key, length(split_part(form_key, ' ', 1)) + 1) as further_words,
        language = 'ru' and trigger_kind = 'verb' as is_russian_verb
    from keyed
),

known as (
    select
        form_key,
        min(form_number) as form_number
    from verb_forms
    group by form_key
),

-- what is told in one form of a verb is told in all of them
paradigms as (
    select distinct
        parted.trigger_id,
        parted.further_words,
        verb_forms.verb
    from parted
    inner join verb_forms on parted.first_word = verb_forms.form_key
    where parted.is_russian_verb and parted.modality_hint <> 'planned'
),

-- a form that stands in the seed is told by the trigger that has it there
taken as (
    select distinct
        form_key,
        needs
    from parted
    where is_russian_verb
),

made as (
    select
        verb_forms.form_key || paradigms.further_words as form_key,
        triggers.trigger_id,
        triggers.priority,
        triggers.event_type,
        triggers.trigger_kind,
        case when verb_forms.form_number = 4 then 'passive' else triggers.voice end as voice,
        triggers.actor_pattern,
        triggers.needs,
        case
            when triggers.modality_hint = 'promised' then 'promised'
            when verb_forms.form_kind = 'future' then 'planned'
            -- "намерен призвать": what it hangs on tells
            when verb_forms.form_kind <> 'infinitive' then triggers.modality_hint
        end as modality_hint,
        triggers.language,
        false as is_hyphenated,
        verb_forms.form_number
    from paradigms
    inner join triggers on paradigms.trigger_id = triggers.trigger_id
    inner join verb_forms on paradigms.verb = verb_forms.verb
    left join taken
        on verb_forms.form_key || paradigms.further_words = taken.form_key and triggers.needs = taken.needs
    where
        taken.form_key is null
        and (
            verb_forms.form_number = 4 and triggers.voice = 'passive'
            or verb_forms.form_number <> 4 and triggers.voice <> 'passive'
            -- things done to things have passives of their own in the seed; "принятый" folds to "принят", and is an adjective
            or verb_forms.form_number = 4 and verb_forms.form_kind = 'passive' and not ends_with(verb_forms.form_key, 'т')
            and triggers.event_type in ('ACCUSE', 'REJECT', 'SUPPORT', 'AGREE', 'CONSULT')
            and paradigms.further_words = '' and triggers.actor_pattern <> 'target_only'
        )
    -- "введя" folds as "введена" does
    qualify row_number() over (
        partition by verb_forms.form_key || paradigms.further_words, triggers.trigger_id
        order by verb_forms.form_number between 2 and 4 desc, verb_forms.form_number desc, verb_forms.form_kind, verb_forms.verb
    ) = 1
),

listed as (
    select
        parted.form_key,
        parted.trigger_id,
        parted.priority,
        parted.event_type,
        parted.trigger_kind,
        -- "свергли|свергнуты": a passive among the forms of an active verb
        if(parted.is_russian_verb and known.form_number = 4, 'passive', parted.voice) as voice,
        parted.actor_pattern,
        parted.needs,
        parted.modality_hint,
        parted.language,
        contains(parted.form, '-') as is_hyphenated,
        case
            when not parted.is_russian_verb then parted.form_number
            when parted.voice = 'passive' then 4
            when known.form_number is null then 3
            else known.form_number
        end as form_number
    from parted
    left join known on parted.first_word = known.form_key
),

together as (
    select * from listed
    union all
    select * from made
),

final as (
    select
        form_key,
        trigger_id,
        any_value(priority) as priority,
        any_value(event_type) as event_type,
        any_value(trigger_kind) as trigger_kind,
        any_value(voice) as voice,
        any_value(actor_pattern) as actor_pattern,
        any_value(nullif(needs, '')) as needs,
        any_value(nullif(modality_hint, '')) as modality_hint,
        any_value(language) as language,
        bool_or(is_hyphenated) as is_hyphenated,
        list(distinct form_number order by form_number) as form_numbers
    from together
    group by form_key, trigger_id
)

select * from final
