{{ config(severity='error', meta={'dagster': {'ref': {'name': 'int_speech_forms'}}}) }}

-- Every rule of speech, group nouns and words that refer back finds its example and leaves its counter-example alone.
with

speech as (
    select
        verbs.verb_id as rule,
        bool_or(contains(' ' || {{ phrase_key('verbs.example') }} || ' ', ' ' || forms.form_key || ' ')) as finds_example,
        bool_or(
            contains(' ' || {{ phrase_key('verbs.counter_example') }} || ' ', ' ' || forms.form_key || ' ')
            and contains(
                ' ' || {{ phrase_key('verbs.counter_example') }} || ' ',
                case when forms.closing_key = '' then ' ' else ' ' || forms.closing_key || ' ' end
            )
        ) as finds_counter_example
    from {{ ref('speech_verbs') }} as verbs
    left join {{ ref('int_speech_forms') }} as forms on verbs.verb_id = forms.verb_id
    group by verbs.verb_id
),

nouns as (
    select
        noun as rule,
        contains(' ' || {{ phrase_key('example') }} || ' ', ' ' || {{ phrase_key('noun') }} || ' ') as finds_example,
        contains(' ' || {{ phrase_key('counter_example') }} || ' ', ' ' || {{ phrase_key('noun') }} || ' ') as finds_counter_example
    from {{ ref('demonym_nouns') }}
    where reading <> 'joint'
),

anaphors as (
    select
        phrase as rule,
        contains(' ' || {{ phrase_key('example') }} || ' ', ' ' || {{ phrase_key('phrase') }} || ' ') as finds_example,
        false as finds_counter_example
    from {{ ref('anaphors') }}
),

rules as (
    select * from speech
    union all
    select * from nouns
    union all
    select * from anaphors
)

select *
from rules
where not coalesce(finds_example, false) or finds_counter_example
