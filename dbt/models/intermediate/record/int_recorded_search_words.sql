-- depends_on: {{ ref('stg_reading_list') }}
with

search_words as (
    select * from {{ ref('int_search_words') }}
),

final as (
    select
        *,
        {{ coder_version() }} as coder_version
    from search_words
)

select * from final
