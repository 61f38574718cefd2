{%- set dictionaries = [
    ('actor_aliases', 'alias'),
    ('anaphors', 'phrase'),
    ('bulletin_series', 'phrase'),
    ('comparators', 'phrase'),
    ('correction_marks', 'phrase'),
    ('currencies', 'currency_form'),
    ('demonym_nouns', 'noun'),
    ('demonyms', 'demonym'),
    ('number_phrases', 'phrase'),
    ('person_titles', 'title'),
    ('place_anaphors', 'phrase'),
    ('publishers', 'phrase'),
    ('units', 'unit_form'),
] -%}
{%- set keyed_dictionaries = [
    ('int_actor_names', 'name_key'),
    ('int_speech_forms', 'form_key'),
    ('int_speech_forms', 'closing_key'),
    ('int_term_names', 'term_key'),
    ('int_trigger_forms', 'form_key'),
] -%}
with

keys as (
    {%- for dictionary, phrase in dictionaries %}
    select {{ phrase_key(phrase) }} as phrase_key from {{ ref(dictionary) }}
    union
    {%- endfor %}
    {%- for dictionary, key in keyed_dictionaries %}
    select {{ key }} from {{ ref(dictionary) }}
    union
    {%- endfor %}
    select {{ phrase_key('title') }} || 's' from {{ ref('person_titles') }}
    union
    select {{ phrase_key('form') }} from (select unnest(string_split(forms, '|')) as form from {{ ref('modality_cues') }})
),

final as (
    select
        phrase_key,
        split_part(phrase_key, ' ', 1) as first_word,
        split_part(phrase_key, ' ', 2) as second_word,
        len(string_split(phrase_key, ' ')) as word_count
    from keys
    where phrase_key <> ''
)

select * from final
