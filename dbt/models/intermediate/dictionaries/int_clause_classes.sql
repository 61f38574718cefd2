with

words as (
    select * from {{ ref('int_clause_words') }}
),

sets as (
    select word_classes from words
    union
    -- what the month of May is, whatever the dictionary makes of "may"
    select ['time_word'] as word_classes
),

final as (
    select
        row_number() over (order by word_classes) as class_key,
        word_classes,
        {{ clause_class_bits('word_classes') }} as class_bits
    from sets
)

select * from final
