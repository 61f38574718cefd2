with

terms as (
    select * from {{ ref('terms') }}
),

forms as (
    select
        term_class,
        term_kind,
        unnest(string_split(forms, '|')) as form
    from terms
),

final as (
    select distinct
        term_class,
        term_kind,
        {{ phrase_key('form') }} as term_key
    from forms
)

select * from final
