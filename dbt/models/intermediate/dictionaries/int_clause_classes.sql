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
        cast(0 as bigint)
        {%- for flag, classes in clause_class_flags().items() %}
        + case
            when list_has_any(word_classes, ['{{ classes | join("', '") }}'])
                then cast({{ clause_bit(flag) }} as bigint)
            else 0
        end
        {%- endfor %}
            as class_bits
    from sets
)

select * from final
